"""Events as bytes and back, so that they can be remembered."""

from datetime import datetime
from typing import Any

import msgspec

from generator.changes.change import Approved, Change, Event
from generator.changes.differences import ABSENT


def packed(events: list[Event]) -> bytes:
    """Events as bytes; none are no bytes."""
    return msgspec.msgpack.encode([_event(event) for event in events]) if events else b""


def unpacked(content: bytes) -> list[Event]:
    """The events of bytes that `packed` gave."""
    return [_read(values) for values in msgspec.msgpack.decode(content)]


def _event(event: Event) -> list[Any]:
    return [
        event.at.isoformat(),
        event.entity,
        event.id,
        event.office,
        event.person,
        event.commit,
        event.pull,
        [[each.office, each.person, each.counts] for each in event.approvals],
        [_change(change) for change in event.changes],
    ]


def _read(values: list[Any]) -> Event:
    at, entity, identifier, office, person, commit, pull, approvals, changes = values
    return Event(
        datetime.fromisoformat(at),
        entity,
        identifier,
        office,
        person,
        commit,
        pull,
        tuple(Approved(*each) for each in approvals),
        tuple(_read_change(entity, identifier, each) for each in changes),
    )


def _change(change: Change) -> list[Any]:
    values = (change.before, change.after, change.item)
    # What is absent is no value that MessagePack knows: a list of none or one tells it.
    return [
        change.kind,
        change.key,
        list(change.place),
        change.reason,
        *([] if value is ABSENT else [value] for value in values),
    ]


def _read_change(entity: str, identifier: str, values: list[Any]) -> Change:
    kind, key, place, reason, *wrapped = values
    before, after, item = (each[0] if each else ABSENT for each in wrapped)
    return Change(kind, entity, identifier, key, tuple(place), before, after, reason, item)
