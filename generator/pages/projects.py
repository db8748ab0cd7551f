"""Key projects by category: where they are stuck first, then each with its milestones."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.metrics.delivery import STATUSES
from generator.metrics.snapshot import Standing
from generator.model import states
from generator.model.dates import Date
from generator.model.entities import Difficulty, Instruction, Milestone, Review, Slip
from generator.pages.book import Book
from generator.pages.commitment import Dossier
from generator.pages.figures import KeyFigure, projects_chart
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone as it stands now, with the due dates that it had before."""

    milestone: Milestone
    state: str
    slips: tuple[Slip, ...]
    """Those known by the day, oldest first."""
    due: Date | None

    @property
    def earlier(self) -> tuple[Date, ...]:
        """The due dates that were given up, the first target first."""
        if not self.slips:
            return ()
        dates = (self.milestone.due_on, *(slip.to_on for slip in self.slips[:-1]))
        return tuple(moment for moment in dates if moment is not None)

    @property
    def missed(self) -> bool:
        """Whether it was reached, and later than first planned."""
        first, done = self.milestone.due_on, self.milestone.completed_on
        return self.state == "completed" and bool(first and done and first.last < done.first)


@dataclass(frozen=True, slots=True)
class Project:
    """A key project: its commitment, its milestones, and what holds it up."""

    standing: Standing
    steps: tuple[Step, ...]
    beyond: tuple[Difficulty, ...]
    """Open difficulties beyond the agency's authority."""
    parts: tuple[Standing, ...]
    """The key projects of its category that are part of it."""
    order: tuple[Review, Instruction] | None
    """The instruction of a review that made it one."""

    @property
    def reason(self) -> tuple[str | None, tuple[tuple[str, str], ...]]:
        """What makes it a key project, to be compared with that of others."""
        named = self.standing.commitment.key_project
        basis = named.basis if named and named.basis else {}
        return (named.instruction if named else None), tuple(sorted(basis.items()))

    @property
    def overdue(self) -> tuple[Step, ...]:
        """Milestones whose present date has passed."""
        return tuple(step for step in self.steps if step.state == "overdue")

    @property
    def moved(self) -> tuple[Step, ...]:
        """Milestones that are not over yet and whose date was moved."""
        return tuple(
            step for step in self.steps if step.slips and step.state in {"open", "overdue"}
        )

    @property
    def stuck(self) -> bool:
        """Whether anything is late, was moved, or waits for a higher authority."""
        return bool(self.standing.overdue or self.overdue or self.moved or self.beyond)


@dataclass(frozen=True, slots=True)
class Category:
    """The key projects of a category, those in trouble first."""

    code: str
    projects: tuple[Project, ...]


def by_trouble(book: Book) -> list[Project]:
    """All key projects: what is stuck first, then what was last heard of."""
    found = [project for category in _categories(book) for project in category.projects]
    found.sort(key=lambda project: _last_heard(project.standing), reverse=True)
    return sorted(found, key=lambda project: not project.stuck)


def pages(book: Book) -> Iterator[Page]:
    """The page of key projects."""
    categories = _categories(book)
    projects = [project for category in categories for project in category.projects]
    stuck = sorted(
        (project for project in projects if project.stuck),
        key=lambda project: (-len(project.overdue), -len(project.moved), project.standing.id),
    )
    yield book.page(
        "projects",
        addresses.PROJECTS,
        title=book.t("projects.title"),
        description=book.t("projects.description"),
        contents=[
            *(
                [
                    ("stuck", book.t("projects.stuck")),
                    ("milestones", book.t("commitment.milestones")),
                ]
                if projects
                else []
            ),
            *(
                (_anchor(category.code), book.label("project-categories", category.code))
                for category in categories
            ),
            *([("why", book.t("projects.which"))] if projects else []),
        ],
        categories=[(_anchor(category.code), category) for category in categories],
        chart=projects_chart(book),
        stuck=stuck,
        known=len(projects),
        statuses=_statuses(book, projects),
        common=_common(projects),
        unscheduled=sum(1 for project in projects if not project.steps),
    )


def _statuses(book: Book, projects: Sequence[Project]) -> list[KeyFigure]:
    """How many projects have each status, those under negotiation too."""
    counted = Counter(project.standing.status for project in projects)
    return [
        KeyFigure(status, book.t(f"status.{status}"), counted[status], "")
        for status in STATUSES
        if counted[status]
    ]


def _common(projects: Sequence[Project]) -> Project | None:
    """One that tells why for most: a reason that several share is told once."""
    reasons = Counter(project.reason for project in projects)
    for reason, times in reasons.most_common(1):
        if times > 1:
            return next(project for project in projects if project.reason == reason)
    return None


def _anchor(code: str) -> str:
    return f"category-{code.replace('_', '-')}"


def _categories(book: Book) -> list[Category]:
    """The categories that have projects, in the vocabulary's order."""
    found: dict[str, list[Standing]] = {}
    for standing in book.snapshot.standings.values():
        if standing.commitment.key_project:
            found.setdefault(standing.commitment.key_project.category, []).append(standing)
    known = book.registry.codes.get("project-categories", {})
    codes = [*(code for code in known if code in found), *sorted(found.keys() - known.keys())]
    return [Category(code, _projects(book, found[code])) for code in codes]


def _projects(book: Book, standings: Sequence[Standing]) -> tuple[Project, ...]:
    """The projects of a category: what is stuck first, then what was last heard of."""
    own = {standing.id: standing for standing in standings}
    parts: dict[str, list[Standing]] = {}
    for standing in standings:
        head = _head(standing, own)
        # What has dates of its own is not put away under another project.
        alone = standing.commitment.milestones or standing.commitment.difficulties
        parts.setdefault(standing.id if alone or standing.overdue else head, []).append(standing)
    made = [
        _project(book, own[head], [item for item in items if item.id != head])
        for head, items in sorted(parts.items())
    ]
    made.sort(key=lambda project: _last_heard(project.standing), reverse=True)
    return tuple(sorted(made, key=lambda project: not project.stuck))


def _head(standing: Standing, own: Mapping[str, Standing]) -> str:
    """The project that it is part of, over all steps, within its category; else itself."""
    above = standing.commitment.part_of
    return _head(own[above], own) if above and above in own else standing.id


def _last_heard(standing: Standing) -> date:
    latest = standing.delivery.latest
    return latest.state_on.last if latest else date.min


def _project(book: Book, standing: Standing, parts: Sequence[Standing]) -> Project:
    commitment, as_of = standing.commitment, book.snapshot.as_of
    dossier = Dossier(book, standing, [])
    steps = tuple(
        Step(
            milestone,
            dossier.state_of(milestone),
            tuple(
                sorted(
                    (slip for slip in milestone.slips if slip.slipped_on.has_come(as_of)),
                    key=lambda slip: slip.slipped_on.last,
                )
            ),
            states.milestone_due(milestone, as_of),
        )
        for milestone in commitment.milestones
    )
    beyond = tuple(
        difficulty
        for difficulty in states.open_difficulties(commitment, as_of)
        if difficulty.beyond_authority and not states.has_ended(commitment, as_of)
    )
    return Project(standing, steps, beyond, tuple(parts), dossier.order)
