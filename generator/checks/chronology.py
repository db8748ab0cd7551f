"""What cannot have happened in this order.  Only what is certain counts: dates are spans."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from generator.checks.contract import Case, Codes, moment
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import paths
from generator.model.dates import Date, Period
from generator.model.entities import Activity, Agency, Commitment
from generator.schema import Schemas

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

_IN_ORDER = (
    ("from_on", "to_on"),
    ("active_from_on", "active_to_on"),
    ("state_on", "reported_on"),
    ("raised_on", "escalated_on"),
    ("raised_on", "resolved_on"),
    ("assigned_on", "due_on"),
    ("published_on", "retrieved_on"),
)
"""Keys of one mapping: the second cannot lie before the first."""

_BASES = {"signed": "signed_on", "adopted": "adopted_on", "declared": "declared_on"}


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:  # noqa: ARG001 - the contract
    """What contradicts itself within one file."""
    for path, mapping in _mappings(document.data, ()):
        for earlier, later in _IN_ORDER:
            if earlier in mapping and later in mapping:
                yield from _ordered(document, (*path, earlier), (*path, later))
        if "reply" in mapping:
            yield from _ordered(document, (*path, "made_on"), (*path, "reply", "replied_on"))
        if "responded_on" in mapping:
            yield from _ordered(document, ("held_on",), (*path, "responded_on"))
        yield from _outside_its_period(document, path, mapping)
    if document.entity == "commitments":
        yield from _days_of_a_commitment(document)


def _mappings(node: Any, path: paths.Path) -> Iterator[tuple[paths.Path, Mapping[str, Any]]]:  # noqa: ANN401 - plain data
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from _mappings(value, (*path, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _mappings(item, (*path, index))


def _value(data: Any, path: paths.Path) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        if isinstance(step, int):
            data = data[step]  # such paths come from walking over these very data
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _ordered(
    document: Document, earlier: paths.Path, later: paths.Path, code: str = "CHR02"
) -> Iterator[Finding]:
    first, second = (moment(_value(document.data, path)) for path in (earlier, later))
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
    document: Document, path: paths.Path, mapping: Mapping[str, Any]
) -> Iterator[Finding]:
    state, period = moment(mapping.get("state_on")), mapping.get("period")
    if state and isinstance(period, str):
        try:
            days = Period.parse(period)
        except ValueError:
            return  # the calendar check says so
        if not days.touches(state):
            place = document.at(*path, "state_on")
            yield CODES.finding("CHR07", place, found=state, period=period)


def _days_of_a_commitment(document: Document) -> Iterator[Finding]:
    basis = document.data.get("basis")
    day = _BASES.get(basis) if isinstance(basis, str) else None
    if day is None:
        return
    yield from _ordered(document, (day,), ("in_force_on",), "CHR04")
    yield from _ordered(document, (day,), ("assignment", "assigned_on"), "CHR04")
    yield from _ordered(document, (day,), ("ended_on",))
    yield from _ordered(document, ("in_force_on",), ("ended_on",))
    if day not in document.data:
        for other in _BASES.values():
            if other in document.data:
                place = document.at(other)
                yield CODES.finding("CHR05", place, basis=basis, key=day, other_key=other)
    if "ending" in document.data and "ended_on" not in document.data:
        yield CODES.finding("CHR08", document.at("ending"))


def record(document: Document, case: Case) -> Iterator[Finding]:
    """What contradicts the day of the check, or another record."""
    for leaf in case.leaves(document, "date"):
        told = moment(leaf.value)
        if told and leaf.path[-1] in _FACTS and told.first > case.as_of:
            place = document.at(*leaf.path)
            yield CODES.finding("CHR01", place, key=leaf.path[-1], found=told, as_of=case.as_of)
    match case.records.get(document.path):
        case Commitment() as commitment:
            activity = case.registry.activities.get(commitment.activity or "")
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
