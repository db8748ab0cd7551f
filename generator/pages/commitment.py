"""A commitment: the seven parts of its report first, then how it came to stand there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from generator import addresses
from generator.metrics.snapshot import Standing
from generator.model import states
from generator.model.entities import Commitment, Instruction, Milestone, Review
from generator.pages.book import Book
from generator.pages.page import Page
from generator.pages.past import hindsight_of, past_of

_SECTIONS = (
    "report",
    "progress",
    "responsibility",
    "milestones",
    "relations",
    "unknown",
    "history",
    "sources",
)


def pages(book: Book) -> Iterator[Page]:
    """One page per commitment, and one per tombstone that leads on."""
    instructions = _instructions(book)
    for standing in book.snapshot.standings.values():
        yield _page(book, standing, instructions)
    for tombstone in book.registry.commitments.values():
        if tombstone.moved_to:
            yield book.page(
                "moved",
                addresses.commitment(tombstone.id),
                title=book.plain(tombstone.title),
                description=book.t("moved.description"),
                searchable=False,
                tombstone=tombstone,
            )


def _page(
    book: Book, standing: Standing, instructions: Mapping[str, list[tuple[Review, Instruction]]]
) -> Page:
    commitment = standing.commitment
    snapshot = book.snapshot
    dossier = Dossier(
        book,
        standing,
        instructions.get(commitment.id, []),
        snapshot.parts.get(commitment.id, ()),
        snapshot.superseded_by.get(commitment.id, ()),
    )
    past = past_of(book, "commitments", commitment.id, feed=True)
    if past:
        past = replace(past, hindsight=hindsight_of(book, standing))
    shown = {
        "progress": commitment.updates,
        "responsibility": commitment.lead_agency or standing.responsible.agencies,
        "milestones": commitment.milestones,
        "relations": dossier.has_relations,
        "unknown": dossier.unknown,
        "history": past,
        "sources": commitment.sources,
    }
    return book.page(
        "commitment",
        addresses.commitment(commitment.id),
        title=book.plain(commitment.title),
        description=dossier.summary,
        contents=[
            (section, book.t(f"commitment.{section}"))
            for section in _SECTIONS
            if shown.get(section, True)
        ],
        standing=standing,
        commitment=commitment,
        dossier=dossier,
        past=past,
    )


def _instructions(book: Book) -> Mapping[str, list[tuple[Review, Instruction]]]:
    """Commitment to the review instructions that name it."""
    found: dict[str, list[tuple[Review, Instruction]]] = {}
    for review in book.registry.reviews.values():
        for instruction in review.instructions:
            for identifier in instruction.commitments:
                found.setdefault(identifier, []).append((review, instruction))
    return found


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not known, and which of the ways of not knowing it is."""

    anchor: str
    kind: str
    subject: str
    text: Markup


class Marks(dict[str, Markup]):
    """Key to mark; a key without one has an empty mark."""

    def __missing__(self, key: str) -> Markup:
        return Markup()


@dataclass(frozen=True)
class Dossier:
    """What the page says about one commitment beyond its record."""

    book: Book
    standing: Standing
    instructions: Sequence[tuple[Review, Instruction]]
    parts: Sequence[Commitment] = ()
    """The commitments that are part of it."""
    later: Sequence[Commitment] = ()
    """The commitments that supersede it."""

    @property
    def commitment(self) -> Commitment:
        """The record."""
        return self.standing.commitment

    @cached_property
    def summary(self) -> str:
        """One sentence for the head of the page: how it was concluded, when, with whom."""
        book, commitment = self.book, self.commitment
        partners = book.writer.list(
            [
                book.name("partners", name)
                for name in dict.fromkeys(party.partner for party in commitment.partners)
            ]
        )
        if commitment.day is None:
            return book.t("commitment.lede.negotiating", partners=partners)
        date = book.writer.date(commitment.day)
        return book.t(f"commitment.lede.{commitment.basis}", partners=partners, date=date)

    @cached_property
    def has_relations(self) -> bool:
        """Whether anything else of the registry hangs together with it."""
        commitment = self.commitment
        own = (
            commitment.activity,
            commitment.part_of,
            commitment.implements,
            commitment.amends,
            commitment.supersedes,
        )
        return any((*own, self.parts, self.later, self.frameworks, self.instructions, self.order))

    @cached_property
    def frameworks(self) -> list[tuple[str, str]]:
        """(partner, label of the level) of the frameworks of its day."""
        found = self.book.snapshot.frameworks(self.commitment)
        return [
            (partner, self.book.label("framework-levels", framework.level))
            for partner, framework in found
        ]

    @cached_property
    def order(self) -> tuple[Review, Instruction] | None:
        """The review instruction that made it a key project."""
        project = self.commitment.key_project
        if project is None or not project.instruction:
            return None
        review_id, _, item = project.instruction.partition("/")
        review = self.book.registry.reviews.get(review_id)
        found = (
            next((one for one in review.instructions if one.id == item), None) if review else None
        )
        return (review, found) if review and found else None

    @cached_property
    def citations(self) -> Mapping[str, int]:
        """Source id to its number in the list of sources."""
        return {source.id: number for number, source in enumerate(self.commitment.sources, start=1)}

    def due(self, milestone: Milestone) -> Markup:
        """A milestone's due date as it holds now."""
        due = states.milestone_due(milestone, self.book.snapshot.as_of)
        return Markup("{}").format(self.book.writer.date(due) if due else self.book.t("date.none"))

    def state_of(self, milestone: Milestone) -> str:
        """`completed`, `dropped`, `overdue` or `open`."""
        return states.milestone_state(milestone, self.book.snapshot.as_of)

    @cached_property
    def open_difficulties(self) -> tuple[str, ...]:
        """The ids of difficulties that are open on the day."""
        found = states.open_difficulties(self.commitment, self.book.snapshot.as_of)
        return tuple(difficulty.id for difficulty in found)

    @cached_property
    def updates(self) -> list[tuple[bool, object]]:
        """The log, newest first, each entry with whether it still stands."""
        standing = states.standing_updates(self.commitment.updates, self.book.snapshot.as_of)
        kept = {update.id for update in standing}
        # Of entries about one day the later written comes first: it may correct the other.
        log = sorted(self.commitment.updates, key=lambda update: update.state_on.last)[::-1]
        return [(update.id in kept, update) for update in log]

    @cached_property
    def marks(self) -> "Marks":
        """Key to the mark of a fact that is inferred or disputed, leading to what is said of it."""
        return Marks(
            (entry.key, _mark(entry.key, self.book.t(f"mark.{kind}")))
            for kind in ("disputed", "inferred")
            for entry in getattr(self.commitment, kind)
        )

    @cached_property
    def unknown(self) -> list[Gap]:
        """What is not known: not reported, inferred, disputed, withheld, missing."""
        return [*self._absences(), *self._marks()]

    def _absences(self) -> Iterator[Gap]:
        t, standing, commitment = self.book.t, self.standing, self.commitment
        said = {
            "no_agency": commitment.lead_agency is None and not standing.responsible.agencies,
            "not_reported": standing.not_reported,
            "not_stated": standing.status == "not_stated",
            "no_due": commitment.implementation is None or commitment.implementation.to_on is None,
            "assignment": standing.assignment_not_reported,
            "official_title": commitment.official_title is None,
        }
        for name, missing in said.items():
            if missing:
                yield Gap(
                    f"unknown-{name.replace('_', '-')}",
                    "",  # The section's heading says it.
                    t(f"unknown.{name}"),
                    Markup("{}").format(t(f"unknown.{name}.text")),
                )

    def _marks(self) -> Iterator[Gap]:
        book, commitment = self.book, self.commitment
        for inferred in commitment.inferred:
            text = book.inline.words(inferred.why)
            yield Gap(
                _anchor(inferred.key),
                book.t("mark.inferred"),
                book.inline.key_name(inferred.key),
                text,
            )
        for disputed in commitment.disputed:
            text = book.render("parts/disputed.html", disputed=disputed, citations=self.citations)
            yield Gap(
                _anchor(disputed.key),
                book.t("mark.disputed"),
                book.inline.key_name(disputed.key),
                text,
            )
        for withheld in commitment.withheld:
            ground = book.label("grounds", withheld.ground)
            text = Markup("{}").format(book.t("mark.withheld.text", ground=ground))
            yield Gap(
                _anchor(withheld.key),
                book.t("mark.withheld"),
                book.inline.key_name(withheld.key),
                text,
            )


def _anchor(key: str) -> str:
    return f"mark-{key.replace('.', '-')}"


def _mark(key: str, word: str) -> Markup:
    return Markup('<a class="mark" href="#{}">{}</a>').format(_anchor(key), word)
