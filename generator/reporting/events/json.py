"""For programs: every change as an object."""

import json

from generator.changes import ABSENT, Change, Event
from generator.reporting.events.telling import Telling
from generator.reporting.printable import printable


def render(telling: Telling) -> str:
    """`{"changes": […]}`, with the sentence of each in the language."""
    found = [
        _change(telling, event, change) for event in telling.events for change in event.changes
    ]
    return json.dumps({"changes": found}, ensure_ascii=False, indent=2) + "\n"


def _change(telling: Telling, event: Event, change: Change) -> dict[str, object]:
    told: dict[str, object] = {
        "at": event.at.isoformat(),
        "entity": event.entity,
        "id": printable(event.id),
        "title": telling.title(event),
        "kind": change.kind,
        "key": printable(change.key),
        "text": telling.sentence(change),
        "office": event.office or None,
        "approved_by": [each.office or None for each in event.approvals if each.counts],
    }
    # A value that was not there has no key: `null` could be one.
    told |= {
        name: value
        for name, value in (("before", change.before), ("after", change.after))
        if value is not ABSENT
    }
    if change.reason:
        told["reason"] = change.reason
    inside = {
        "person": event.person,
        "commit": event.commit,
        "pull_request": event.pull,
        "approvals": [{"by": each.person, "counts": each.counts} for each in event.approvals],
    }
    return told | ({} if not event.commit else inside)
