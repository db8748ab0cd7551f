"""How far implementation was before and after: what the log of a commitment states in the end.

An entry that is added, corrected or taken away may move the status and the percentage, or
leave them: so they are read before and after, not from the entry.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from generator.changes.change import Change
from generator.changes.differences import ABSENT
from generator.load.transitions import transitions
from generator.model.entities import Text, Update
from generator.model.registry import structured_updates
from generator.model.states import Delivery, delivery

_FREE = "free"


def moved(
    entity: str, identifier: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    """How the status and the percentage of a commitment moved."""
    if entity != "commitments" or before.get("updates") == after.get("updates"):
        return
    was, now = _stated(before), _stated(after)
    if was.status != now.status:
        yield Change(
            _direction(was.status, now.status),
            entity,
            identifier,
            "updates",
            ("updates",),
            _value(was.status),
            _value(now.status),
            _reason(now.status_from),
        )
    if was.percent != now.percent:
        raised = now.percent is not None and (was.percent or 0) < now.percent
        yield Change(
            "percent_raised" if raised else "percent_lowered",
            entity,
            identifier,
            "updates",
            ("updates",),
            _value(was.percent),
            _value(now.percent),
            _reason(now.percent_from),
        )


def _stated(data: Mapping[str, Any]) -> Delivery:
    """What a log states when all its days have come; nothing if it cannot be read as one."""
    try:
        return delivery(structured_updates(data.get("updates", [])), date.max)
    except (msgspec.ValidationError, ValueError, TypeError):
        return Delivery()


def _direction(before: str | None, after: str | None) -> str:
    """Back is what needs a reason, and what may not be at all."""
    if after is None:
        return "status_back"
    rule = _FREE if before is None else transitions("delivery_status").get(before, {}).get(after)
    return "status_forward" if rule == _FREE else "status_back"


def _value(stated: object) -> object:
    return ABSENT if stated is None else stated


def _reason(update: Update | None) -> Text | None:
    return update.reason if update else None
