"""Instructions of reviews as pages show them: whom they went to, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator import addresses
from generator.metrics.instructions import Addressee, FollowUp, follow_ups
from generator.metrics.snapshot import Snapshot
from generator.model.entities import Response
from generator.pages.book import Book

OPEN = ("in_progress", "not_reported")
"""States in which something is still awaited."""

_FEW_KINDS = 3
"""How many kinds of agencies are named in a line; more stand on the review's page alone."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom an instruction is addressed to: agencies by name, and groups as of the day."""

    named: tuple[str, ...]
    members: int
    """How many agencies the groups had besides."""
    kinds: str
    """The kinds of agencies that the groups consist of, if they are few."""
    address: str
    """Where the groups are spelled out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response as it was given."""

    response: Response
    expected: bool
    """It came from an agency that was told, or from one that stands for it now."""
    late: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction on the day."""

    follow_up: FollowUp
    audience: Audience
    address: str
    answers: tuple[Answer, ...]
    """Every response, in order of days."""
    waiting: tuple[Addressee, ...]
    """Those who have not answered."""
    commitments: tuple[str, ...]
    """Those that it names, then the key projects that rest on it."""

    @property
    def open(self) -> bool:
        """Whether an answer, or a better one, is still awaited."""
        return self.follow_up.state in OPEN


def told(book: Book) -> list[Told]:
    """Every instruction given by the day, latest review first."""
    projects = _key_projects(book.snapshot)
    return [_told(book, entry, projects) for entry in _follow_ups(book.snapshot)]


def state_on(snapshot: Snapshot, entry: FollowUp, day: date) -> str:
    """The state that an instruction had on an earlier day."""
    answers = entry.instruction.responses
    if not any(answer.responded_on.has_come(day) for answer in answers):
        return "standing" if entry.state == "standing" else "not_reported"
    alone = replace(entry.review, instructions=(entry.instruction,))
    registry = replace(snapshot.registry, reviews={alone.id: alone})
    return follow_ups(Snapshot(registry, day))[0].state


@lru_cache(maxsize=4)
def _follow_ups(snapshot: Snapshot) -> tuple[FollowUp, ...]:
    return follow_ups(snapshot)


@lru_cache(maxsize=4)
def _key_projects(snapshot: Snapshot) -> Mapping[str, list[str]]:
    """Instruction, with its review, to the key projects that it made such."""
    found: dict[str, list[str]] = {}
    for standing in snapshot.standings.values():
        project = standing.commitment.key_project
        if project and project.instruction:
            found.setdefault(project.instruction, []).append(standing.id)
    return found


def _told(book: Book, entry: FollowUp, projects: Mapping[str, Sequence[str]]) -> Told:
    instruction = entry.instruction
    named = [name for name in instruction.commitments if name in book.registry.commitments]
    return Told(
        entry,
        _audience(book, entry),
        addresses.instruction(entry.review.id, instruction.id),
        tuple(_answers(entry, book.snapshot.as_of)),
        tuple(addressee for addressee in entry.addressees if addressee.response is None),
        tuple(dict.fromkeys((*named, *projects.get(entry.id, ())))),
    )


def _answers(entry: FollowUp, as_of: date) -> list[Answer]:
    due = entry.instruction.due_on
    known = {name for one in entry.addressees for name in (one.agency, *one.heirs)}
    given = [one for one in entry.instruction.responses if one.responded_on.has_come(as_of)]
    return [
        Answer(one, one.by in known, due is not None and one.responded_on.first > due.last)
        for one in sorted(given, key=lambda one: one.responded_on)
    ]


def _audience(book: Book, entry: FollowUp) -> Audience:
    groups = book.registry.groups
    addressed = entry.instruction.addressed_to
    named = tuple(name for name in addressed if name not in groups)
    kinds = dict.fromkeys(kind for name in addressed for kind in groups.get(name, ()))
    return Audience(
        named,
        len(entry.addressees) - len(set(named)),
        kinds_of(book, kinds) if len(kinds) <= _FEW_KINDS else "",
        f"{addresses.review(entry.review.id)}#addressees",
    )


def kinds_of(book: Book, kinds: Mapping[str, object] | Sequence[str]) -> str:
    """The names of kinds of agencies."""
    return book.writer.list([book.label("agency-kinds", kind) for kind in kinds])
