"""Small made-up records, from as little as a test has to say.

Each builder takes the keys that matter to a test, as YAML would hold them, and fills in the
required ones.  `registry` puts records together; what a test does not mention is not there.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.metrics.snapshot import Snapshot, Standing
from generator.model.entities import (
    Agency,
    Commitment,
    Partner,
    Programme,
    Record,
    Review,
    Settings,
    Statement,
    Vocabulary,
)
from generator.model.registry import ENTITIES, Registry, structure

Plain = Mapping[str, Any]

SOURCES = [{"id": "gazette", "document": "1/2021"}]
_ENTITY_OF = {kind: entity for entity, kind in ENTITIES.items()}


def day(text: str) -> date:
    """A day, written as in a record."""
    return date.fromisoformat(text)


def words(text: str) -> dict[str, str]:
    """The same words in one language: tests rarely care which."""
    return {"en": text}


def _record(entity: str, identifier: str, required: Plain, keys: Plain) -> Any:  # noqa: ANN401 - its caller knows
    head = {"schema_version": 1, "id": identifier, "sources": SOURCES}
    return structure(entity, {**head, **required, **keys})


def settings(**keys: object) -> Settings:
    """The registry's settings: quarterly reports within 15 days, limits of 180 and 30 days."""
    required = {
        "title": words("A made-up registry"),
        "publisher": words("The ministry"),
        "country": "XA",
        "coordinating_agency": "coordinator",
        "site_address": "https://example.org/",
        "time_zone": "UTC",
        "languages": ["en"],
        "terms": [{"id": "term", "title": words("Term"), "from_on": "2021", "to_on": "2025"}],
        "reporting": {"cycle": "quarter", "days_allowed": 15, "first_period": "2025-Q1"},
        "limits": {"stale_days": 180, "assignment_days": 30},
        "licence": "CC-BY-4.0",
    }
    made: Settings = _record("registry", "registry", required, keys)
    return made


def agency(identifier: str, *succession: Plain, **keys: object) -> Agency:
    """An agency and its successors: see `heir`."""
    required = {"name": words(identifier), "kind": "ministry"}
    heirs = {"succession": list(succession)} if succession else {}
    made: Agency = _record("agencies", identifier, required, {**heirs, **keys})
    return made


def merged(identifier: str, into: str, on: str, *others: Plain, **keys: object) -> Agency:
    """An agency that ended the day before `on` and whose successor by default is `into`."""
    last = date.fromordinal(day(on).toordinal() - 1).isoformat()
    return agency(identifier, heir(into, on, default=True), *others, active_to_on=last, **keys)


def heir(to: str, on: str, *fields: str, default: bool = False) -> dict[str, Any]:
    """An entry of an agency's succession: by default, or for fields."""
    entry: dict[str, Any] = {"to": to, "from_on": on}
    if default:
        entry["default"] = True
    if fields:
        entry["fields"] = list(fields)
    return entry


def transfer(to: Sequence[str], on: str) -> dict[str, Any]:
    """A hand-over of one commitment."""
    return {"id": f"to-{to[0]}", "to": list(to), "from_on": on, "basis": words("by decision")}


def commitment(identifier: str, **keys: object) -> Commitment:
    """A commitment with partner `xb` in the field of energy; not concluded without a date."""
    required = {
        "title": words(identifier),
        "basis": "signed",
        "instrument_kind": "agreement",
        "partners": [{"partner": "xb"}],
        "field": "energy",
    }
    made: Commitment = _record("commitments", identifier, required, keys)
    return made


def update(
    identifier: str, state_on: str, status: str | None = None, /, **keys: object
) -> dict[str, Any]:
    """An entry of a commitment's log."""
    entry = {"id": identifier, "state_on": state_on, "summary": words("what was done"), **keys}
    return entry if status is None else {**entry, "delivery_status": status}


def report(identifier: str, by: str, on: str, period: str, **keys: object) -> dict[str, Any]:
    """An agency's report on a period."""
    return {
        **update(identifier, on),
        "reported_by": by,
        "reported_on": on,
        "period": period,
        **keys,
    }


def partner(identifier: str, *frameworks: Plain, **keys: object) -> Partner:
    """A partner and its frameworks, oldest first."""
    cited = [{"sources": ["gazette"], **framework} for framework in frameworks]
    required = {"name": words(identifier), "kind": "country"}
    given = {"frameworks": cited} if cited else {}
    made: Partner = _record("partners", identifier, required, {**given, **keys})
    return made


def review(held_on: str, *instructions: Plain, **keys: object) -> Review:
    """A review meeting; its id is `review-<day>`."""
    required = {"title": words("Review"), "kind": "review", "held_on": held_on}
    given = {"instructions": list(instructions)} if instructions else {}
    made: Review = _record("reviews", f"review-{held_on}", required, {**given, **keys})
    return made


def instruction(identifier: str, *addressed_to: str, **keys: object) -> dict[str, Any]:
    """An instruction to act."""
    required = {"kind": "action", "text": words("Do it."), "addressed_to": list(addressed_to)}
    return {"id": identifier, **required, **keys}


def response(by: str, on: str, state: str = "done") -> dict[str, Any]:
    """An answer to an instruction."""
    return {"id": f"{by}-{on}", "by": by, "responded_on": on, "state": state}


def programme(identifier: str, **keys: object) -> Programme:
    """A programme with one task."""
    task = {"id": "t1", "number": 1, "kind": "action", "title": words("Task")}
    required = {"title": words("Programme"), "issued_by": "coordinator", "period": "2025"}
    made: Programme = _record("programmes", identifier, {**required, "tasks": [task]}, keys)
    return made


def statement(identifier: str, **keys: object) -> Statement:
    """A published figure."""
    required = {"metric": "new_commitments", "value": 1, "period": "2025"}
    made: Statement = _record("statements", identifier, required, keys)
    return made


def vocabulary(name: str, *codes: str, **more: Plain) -> Vocabulary:
    """A vocabulary; keys of single codes are given by name: `ministry={"groups": [...]}`."""
    names = dict.fromkeys([*codes, *more])
    entries = [
        {"code": code, "label": words(code), "order": order, **more.get(code, {})}
        for order, code in enumerate(names, start=1)
    ]
    made: Vocabulary = _record("vocabularies", name, {}, {"codes": entries})
    return made


def registry(*records: Record, **keys: object) -> Registry:
    """A registry of records; `keys` go to its settings."""
    pairs = [(_ENTITY_OF[type(record)], record) for record in records]
    return Registry.of([("registry", settings(**keys)), *pairs])


def snapshot(as_of: str, *records: Record, **keys: object) -> Snapshot:
    """A registry of records on a day."""
    return Snapshot(registry(*records, **keys), day(as_of))


def standings(found: Snapshot) -> tuple[Standing, ...]:
    """All commitments of a snapshot."""
    return tuple(found.standings.values())
