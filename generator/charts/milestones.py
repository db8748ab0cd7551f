"""Milestones of key projects through time: what was first due when, what moved, what is reached.

A date that is known to a month or a year stands at its last day, as it does when it counts as
overdue.  What lies far from the day stands at the edge: an arrow, with its year in words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.charts.contract import Chart
from generator.charts.names import Names, names, spoken
from generator.charts.sheet import SHAPES
from generator.charts.timeline import Mark, Row, timeline
from generator.metrics.snapshot import Snapshot, Standing
from generator.model import states
from generator.model.dates import Date
from generator.model.entities import Milestone
from generator.text import catalogue, writer

_MOST = 20
"""Rows: the milestones nearest to the day."""
_YEARS = 5
"""How far from the day's year dates are drawn at their place."""

STATES = ("completed", "overdue", "open", "undated", "dropped")
"""What a milestone may be; `undated`: it has no due date, or none any more."""


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone as it stands."""

    project: Names
    title: Names
    state: str
    dues: tuple[Date, ...]
    """Its due dates, the first target first; the last holds unless it is `undated`."""
    moved: bool
    """Whether its due date was moved, or taken back."""
    done: Date | None
    """When it was reached or dropped."""

    @property
    def when(self) -> Date | None:
        """Where its mark stands."""
        return self.done or (self.dues[-1] if self.dues else None)


@dataclass(frozen=True, slots=True)
class Series:
    """The milestones that are drawn, by project, and numbers about all of them."""

    steps: tuple[Step, ...]
    years: tuple[int, int]
    """The first and the last that are drawn."""
    counts: tuple[int, ...]
    """All milestones by state, in the order of states."""
    moved: int
    """Those of them whose due date was moved."""
    projects: int
    """Key projects with milestones."""
    without: int
    """Key projects without."""


@lru_cache(maxsize=1)
def series(snapshot: Snapshot) -> Series:
    """The numbers of the whole registry: key projects that have not ended."""
    found: dict[str, list[Step]] = {}
    for standing in snapshot.standings.values():
        commitment = standing.commitment
        if commitment.key_project and not states.has_ended(commitment, snapshot.as_of):
            found[standing.id] = [
                _step(standing, milestone, snapshot.as_of) for milestone in commitment.milestones
            ]
    every = [step for steps in found.values() for step in steps]
    nearest = sorted(every, key=lambda step: _distance(step, snapshot.as_of))[:_MOST]
    kept = {id(step) for step in nearest}
    shown = [
        sorted((step for step in steps if id(step) in kept), key=_place) for steps in found.values()
    ]
    shown = sorted(filter(None, shown), key=lambda steps: _place(steps[0]))
    counted = Counter(step.state for step in every)
    return Series(
        tuple(step for steps in shown for step in steps),
        _years(nearest, snapshot.as_of),
        tuple(counted[state] for state in STATES),
        sum(step.moved for step in every),
        sum(map(bool, found.values())),
        sum(not steps for steps in found.values()),
    )


def _step(standing: Standing, milestone: Milestone, as_of: date) -> Step:
    slips = [slip for slip in milestone.slips if slip.slipped_on.has_come(as_of)]
    slips.sort(key=lambda slip: slip.slipped_on.last)
    dues = [milestone.due_on, *(slip.to_on for slip in slips)]
    done, state = None, "open" if dues[-1] else "undated"
    if states.is_milestone_overdue(milestone, as_of):
        state = "overdue"
    for name, moment in (("dropped", milestone.dropped_on), ("completed", milestone.completed_on)):
        if moment is not None and moment.has_come(as_of):
            done, state = moment, name
    return Step(
        names(standing.commitment.title),
        names(milestone.title),
        state,
        tuple(moment for moment in dues if moment is not None),
        bool(slips),
        done,
    )


def _distance(step: Step, as_of: date) -> int:
    return abs((_place(step) - as_of).days)


def _place(step: Step) -> date:
    return step.when.last if step.when else date.max


def _years(steps: Sequence[Step], as_of: date) -> tuple[int, int]:
    days = [moment.last for step in steps for moment in (*step.dues, step.done) if moment]
    first, last = as_of.year - _YEARS, as_of.year + _YEARS
    inside = [day.year for day in days if first <= day.year <= last] or [as_of.year]
    return min(inside), max(inside)


def draw(numbers: Series, language: str, name: str = "milestones") -> Chart | None:
    """The chart of a series; none if there are no milestones."""
    if not numbers.steps:
        return None
    texts = catalogue(language)
    title = texts.text("chart.milestones.title")
    rows = [
        Row(spoken(step.project, language), spoken(step.title, language), tuple(_marks(step)))
        for step in numbers.steps
    ]
    legend = {kind: texts.text(f"chart.milestones.mark.{kind}") for kind in ("earlier", *STATES)}
    return Chart(
        name,
        title,
        *_message(numbers, language),
        tuple(
            map(
                texts.text,
                (
                    "column.milestone",
                    "chart.milestones.project",
                    "column.first_due",
                    "chart.milestones.moved_to",
                    "column.state",
                ),
            )
        ),
        tuple(_row(step, language) for step in numbers.steps),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in timeline(rows, numbers.years, legend, SHAPES[shape]).drawings(
                shape, title, language
            )
        ),
    )


def _marks(step: Step) -> list[Mark]:
    """Its due dates from the first target on, then the one that says how it stands."""
    over = step.done is not None or step.state == "undated"
    earlier = [Mark(due.last, "earlier") for due in (step.dues if over else step.dues[:-1])]
    when = None if step.state == "undated" or step.when is None else step.when.last
    return [*earlier, Mark(when, step.state)]


def _row(step: Step, language: str) -> tuple[str, ...]:
    texts, write = catalogue(language), writer(language)
    state = texts.text(f"chart.milestones.mark.{step.state}")
    if step.when and step.state != "undated":
        state = texts.text("chart.milestones.on", state=state, date=write.date(step.when))
    later = [write.date(due) for due in step.dues[1:]]
    if step.moved and (step.state == "undated" or not later):
        later.append(texts.text("date.none"))
    return (
        spoken(step.title, language),
        spoken(step.project, language),
        write.date(step.dues[0]) if step.dues else texts.text("none.stated"),
        "; ".join(later) or texts.text("chart.milestones.never"),
        state,
    )


def _message(numbers: Series, language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts, write = catalogue(language), writer(language)
    total = sum(numbers.counts)
    parts = [
        texts.count(f"chart.milestones.part.{state}", count)
        for state, count in zip(STATES, numbers.counts, strict=True)
        if count
    ]
    message = texts.count(
        "chart.milestones.message",
        total,
        projects=texts.count("chart.milestones.projects", numbers.projects),
        parts=write.list(parts),
    )
    notes = [
        texts.count(f"chart.milestones.{key}", count)
        for key, count in (
            ("moved", numbers.moved),
            ("left_out", total - len(numbers.steps)),
            ("without", numbers.without),
        )
        if count
    ]
    return message, " ".join(notes)
