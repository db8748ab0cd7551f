"""For programs: everything that differs as objects."""

import json

from generator.changes import ABSENT, Change
from generator.metrics.movement import Move, Shift
from generator.reporting.comparisons.comparison import Comparison, PageChange, RecordChanges
from generator.reporting.printable import printable


def render(comparison: Comparison) -> str:
    """`{"changes": […], "figures": […], "milestones": […], "pages": […]}`.

    Figures or pages that could not be compared are `null`.
    """
    found = {
        "as_of": comparison.as_of.isoformat(),
        "changes": [
            _change(comparison, record, change)
            for record in comparison.records
            for change in record.changes
        ],
        "milestones": [_shift(shift) for shift in comparison.shifts],
        "figures": None if comparison.moves is None else list(map(_move, comparison.moves)),
        "pages": None if comparison.pages is None else list(map(_page, comparison.pages)),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _change(comparison: Comparison, record: RecordChanges, change: Change) -> dict[str, object]:
    told: dict[str, object] = {
        "entity": record.entity,
        "id": printable(record.id),
        "title": comparison.title(record),
        "kind": change.kind,
        "key": printable(change.key),
        "text": comparison.sentence(change),
    }
    # A value that was not there has no key: `null` could be one.
    told |= {
        name: value
        for name, value in (("before", change.before), ("after", change.after))
        if value is not ABSENT
    }
    return told | ({"reason": change.reason} if change.reason else {})


def _move(move: Move) -> dict[str, object]:
    return {
        "metric": move.after.metric.name,
        "code": move.code or None,
        "by": move.scope.by,
        "of": move.scope.code or None,
        "unit": str(move.after.metric.unit),
        "before": move.before.value,
        "after": move.after.value,
        "came": list(move.came),
        "went": list(move.went),
    }


def _shift(shift: Shift) -> dict[str, object]:
    return {
        "id": shift.commitment,
        "milestone": shift.milestone.id,
        "before": shift.before.text if shift.before else None,
        "after": shift.after.text if shift.after else None,
    }


def _page(page: PageChange) -> dict[str, object]:
    return {"address": page.address, "what": page.what, "languages": list(page.languages)}
