"""Whether what reviews ordered was done, by those who were told, and in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Date
from generator.model.entities import Instruction, Response, Review
from generator.model.registry import Registry
from generator.model.responsibility import default_heirs

ON_TIME = Metric("instructions_on_time", Unit.SHARE)
OPEN = Metric("instructions_open", Unit.INSTRUCTIONS)
METRICS = (ON_TIME, OPEN)

_STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Addressee:
    """An agency that was told, and what it answered."""

    agency: str
    """As of the day of the review."""
    heirs: tuple[str, ...]
    """Who stands for it now: itself, or its successors by default."""
    response: Response | None
    """The latest by it or by its heirs."""
    done_on: Date | None
    """When it was first answered as done, if it still is."""

    @property
    def state(self) -> str:
        """`in_progress`, `done`, `not_applicable`, or `not_reported` without a response."""
        return self.response.state if self.response else "not_reported"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An instruction on the day."""

    review: Review
    instruction: Instruction
    addressees: tuple[Addressee, ...]
    state: str
    """`done`, `not_applicable`, `in_progress`, `not_reported`; `standing` is never any of these."""
    overdue: bool
    on_time: bool
    """Everyone whom it concerns answered "done" by the due date."""

    @property
    def id(self) -> str:
        """The review and the instruction, as `key_project.instruction` writes them."""
        return f"{self.review.id}/{self.instruction.id}"


def follow_ups(snapshot: Snapshot) -> tuple[FollowUp, ...]:
    """Every instruction given by the day, latest review first, in the order they were given."""
    held = [
        review
        for review in snapshot.registry.reviews.values()
        if review.held_on.has_come(snapshot.as_of)
    ]
    held.sort(key=lambda review: review.held_on, reverse=True)
    return tuple(
        _follow_up(snapshot, review, instruction)
        for review in held
        for instruction in review.instructions
    )


def instructions_on_time(found: Sequence[FollowUp]) -> Figure:
    """The share carried out on time, of those with a due date that has been decided.

    Decided: the date has passed, or the instruction was carried out before it.  Standing
    instructions and those that concern nobody do not count.
    """
    due = [entry for entry in found if entry.on_time or entry.overdue or _was_late(entry)]
    kept = [entry for entry in due if entry.on_time]
    return Figure(
        ON_TIME,
        len(kept) / len(due) if due else None,
        tuple(entry.id for entry in kept),
        tuple(entry.id for entry in due),
    )


def instructions_open(found: Sequence[FollowUp]) -> Figure:
    """Instructions that are neither done nor standing, with or without a due date."""
    ids = tuple(entry.id for entry in found if entry.state in ("in_progress", "not_reported"))
    return Figure(OPEN, len(ids), ids)


def members(registry: Registry, group: str, day: Date) -> tuple[str, ...]:
    """The agencies of a group on a day."""
    kinds = registry.groups.get(group, ())
    return tuple(
        agency.id
        for agency in registry.agencies.values()
        if agency.kind in kinds
        and (agency.active_from_on is None or agency.active_from_on.has_come(day.last))
        and not (agency.active_to_on is not None and agency.active_to_on.last < day.first)
    )


def _follow_up(snapshot: Snapshot, review: Review, instruction: Instruction) -> FollowUp:
    registry = snapshot.registry
    agencies = dict.fromkeys(
        agency
        for name in instruction.addressed_to
        for agency in (
            members(registry, name, review.held_on) if name in registry.groups else (name,)
        )
    )
    addressees = tuple(_addressee(snapshot, review, instruction, agency) for agency in agencies)
    state = _state(instruction, addressees)
    due = instruction.due_on
    concerned = [entry for entry in addressees if entry.state != "not_applicable"]
    return FollowUp(
        review,
        instruction,
        addressees,
        state,
        overdue=due is not None
        and due.last < snapshot.as_of
        and state in ("in_progress", "not_reported"),
        on_time=due is not None
        and state == "done"
        and all(entry.done_on and entry.done_on.has_come(due.last) for entry in concerned),
    )


def _addressee(
    snapshot: Snapshot, review: Review, instruction: Instruction, agency: str
) -> Addressee:
    as_of = snapshot.as_of
    heirs = default_heirs(agency, snapshot.registry.agencies, review.held_on.last, as_of)
    answers = sorted(
        (
            response
            for response in instruction.responses
            if response.by in {agency, *heirs} and response.responded_on.has_come(as_of)
        ),
        key=lambda response: response.responded_on.last,
    )
    done_on: Date | None = None
    for answer in answers:
        done_on = (done_on or answer.responded_on) if answer.state == "done" else None
    return Addressee(agency, heirs, answers[-1] if answers else None, done_on)


def _state(instruction: Instruction, addressees: Sequence[Addressee]) -> str:
    if instruction.kind == _STANDING:
        return _STANDING
    states = {entry.state for entry in addressees}
    concerned = states - {"not_applicable"}
    if not concerned and states:
        return "not_applicable"
    if concerned in ({"done"}, {"not_reported"}):
        return concerned.pop()
    return "in_progress" if concerned else "not_reported"


def _was_late(entry: FollowUp) -> bool:
    return entry.state == "done" and entry.instruction.due_on is not None and not entry.on_time
