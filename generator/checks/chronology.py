"""What cannot have happened in this order.  Only what is certain counts: dates are spans."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from generator.checks.contract import Case, Codes, leaves, moments, period
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import paths
from generator.model.dates import Date
from generator.model.entities import Activity, Agency, Commitment
from generator.schema import Leaf, Schemas

CODES = Codes(
    CHR01=Severity.ERROR,
    CHR02=Severity.ERROR,
    CHR03=Severity.WARNING,
    CHR04=Severity.WARNING,
    CHR05=Severity.ERROR,
    CHR06=Severity.ERROR,
    CHR07=Severity.WARNING,
    CHR08=Severity.WARNING,
)

_FACTS = frozenset(
    [
        "signed_on",
        "adopted_on",
        "declared_on",
        "approved_on",
        "cancelled_on",
        "assigned_on",
        "completed_on",
        "dropped_on",
        "slipped_on",
        "state_on",
        "reported_on",
        "raised_on",
        "escalated_on",
        "resolved_on",
        "made_on",
        "replied_on",
        "held_on",
        "responded_on",
        "stated_on",
    ]
)
"""Dates of what has happened; others, such as `due_on` or `in_force_on`, may lie ahead."""

_BEFORE: Mapping[str | int, Sequence[str]] = {
    "to_on": ("from_on",),
    "active_to_on": ("active_from_on",),
    "reported_on": ("state_on",),
    "escalated_on": ("raised_on",),
    "resolved_on": ("raised_on",),
    "due_on": ("assigned_on",),
    "retrieved_on": ("published_on",),
}
"""Keys that stand beside a date, and that it cannot lie before."""

_BASES = {"signed": "signed_on", "adopted": "adopted_on", "declared": "declared_on"}


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """What contradicts itself within one file."""
    told = moments(document, schemas)
    for path in told:
        *above, key = path
        for earlier in _BEFORE.get(key, ()):
            yield from _ordered(document, told, (*above, earlier), path)
        if key == "replied_on":
            yield from _ordered(document, told, (*above[:-1], "made_on"), path)
        elif key == "responded_on":
            yield from _ordered(document, told, ("held_on",), path)
    for leaf in leaves(document, schemas, "period"):
        yield from _outside_its_period(document, told, leaf)
    if document.entity == "commitments":
        yield from _days_of_a_commitment(document, told)


def _ordered(
    document: Document,
    told: Mapping[paths.Path, Date],
    earlier: paths.Path,
    later: paths.Path,
    code: str = "CHR02",
) -> Iterator[Finding]:
    first, second = told.get(earlier), told.get(later)
    if first and second and second.last < first.first:
        yield CODES.finding(
            code,
            document.at(*later),
            key=later[-1],
            found=second,
            other_key=earlier[-1],
            other=first,
        )


def _outside_its_period(
    document: Document, told: Mapping[paths.Path, Date], leaf: Leaf
) -> Iterator[Finding]:
    place = (*leaf.path[:-1], "state_on")
    state, days = told.get(place), period(leaf.value)
    if leaf.path[-1] == "period" and state and days and not days.touches(state):
        yield CODES.finding("CHR07", document.at(*place), found=state, period=leaf.value)


def _days_of_a_commitment(document: Document, told: Mapping[paths.Path, Date]) -> Iterator[Finding]:
    basis = document.data.get("basis")
    day = _BASES.get(basis) if isinstance(basis, str) else None
    if day is None:
        return
    yield from _ordered(document, told, (day,), ("in_force_on",), "CHR04")
    yield from _ordered(document, told, (day,), ("assignment", "assigned_on"), "CHR04")
    yield from _ordered(document, told, (day,), ("ended_on",))
    yield from _ordered(document, told, ("in_force_on",), ("ended_on",))
    if day not in document.data:
        for other in _BASES.values():
            if other in document.data:
                place = document.at(other)
                yield CODES.finding("CHR05", place, basis=basis, key=day, other_key=other)
    if "ending" in document.data and "ended_on" not in document.data:
        yield CODES.finding("CHR08", document.at("ending"))


def record(document: Document, case: Case) -> Iterator[Finding]:
    """What contradicts the day of the check, or another record."""
    for path, told in moments(document, case.schemas).items():
        if path[-1] in _FACTS and not case.has_come(told.first):
            place = document.at(*path)
            yield CODES.finding("CHR01", place, key=path[-1], found=told, as_of=case.as_of)
    match case.record:
        case Commitment() as commitment:
            activity = case.activities.get(commitment.activity or "")
            if activity and commitment.day:
                yield from _outside_its_activity(document, commitment, activity, commitment.day)
        case Agency() as agency:
            yield from _handed_on_at_another_time(document, agency)


def _outside_its_activity(
    document: Document, commitment: Commitment, activity: Activity, day: Date
) -> Iterator[Finding]:
    begins = activity.from_on
    ends = activity.to_on or begins
    if begins and ends and (day.last < begins.first or day.first > ends.last):
        yield CODES.finding(
            "CHR03",
            document.at(_BASES[commitment.basis]),
            found=day,
            activity=activity.id,
            begins=begins,
            ends=ends,
        )


def _handed_on_at_another_time(document: Document, agency: Agency) -> Iterator[Finding]:
    """Who takes over what is left does so on the day after the end: nothing is left between."""
    ended = agency.active_to_on
    for index, entry in enumerate(agency.succession):
        if ended is None or not entry.default:
            continue
        first, last = ended.first, ended.last + timedelta(days=1)
        if first > ended.first.min:
            first += timedelta(days=1)
        if entry.from_on.last < first or entry.from_on.first > last:
            yield CODES.finding(
                "CHR06",
                document.at("succession", index, "from_on"),
                found=entry.from_on,
                ended=ended,
                to=entry.to,
            )
