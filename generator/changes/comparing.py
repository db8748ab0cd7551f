"""From two states of a record to what happened to it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.changes import progress
from generator.changes.change import Change
from generator.changes.differences import ABSENT, Difference, Names, Reordering, Step, differences
from generator.changes.kinds import CHANGED, event_of, is_group, is_list_of_events, kind_of
from generator.model.entities import Text
from generator.model.paths import item_name


def changes(entity: str, identifier: str, before: Any, after: Any) -> tuple[Change, ...]:  # noqa: ANN401 - plain data
    """What happened to a record.

    Args:
        entity: whose record.
        identifier: its id.
        before: its plain data, or `ABSENT` where there was no such record.
        after: likewise.
    """
    if before is after:
        return ()
    if before is ABSENT or after is ABSENT:
        kind = "record_added" if before is ABSENT else "record_vanished"
        return (Change(kind, entity, identifier, before=before, after=after),)
    return (
        *progress.moved(entity, identifier, before, after),
        *(
            change
            for step in differences(before, after)
            for change in _told(entity, identifier, step, before, after)
        ),
    )


def _told(
    entity: str,
    identifier: str,
    step: Step,
    before: Any,  # noqa: ANN401 - plain data
    after: Any,  # noqa: ANN401 - likewise
) -> Iterator[Change]:
    key = ".".join(step.path)
    if isinstance(step, Reordering):
        yield Change("value_reordered", entity, identifier, key, step.place)
        return
    for event in _events(entity, step):
        kind = kind_of(entity, event)
        if not kind:
            continue
        made = Change(
            kind,
            entity,
            identifier,
            event.key,
            event.place,
            event.before,
            event.after,
            _reason(event.after),
            _item(after if event.after is not ABSENT else before, event.path),
        )
        yield _slip(made, before, event.path) if kind == "due_slipped" else made


def _events(entity: str, step: Difference) -> Iterator[Difference]:
    """A difference, or what happened in it: what is new as a whole came with all its parts."""
    value = step.before if step.after is ABSENT else step.after
    if event_of(step) == CHANGED:
        yield step
    elif isinstance(value, list) and _all_named(step, value):
        for index, item in enumerate(value):
            yield _part(step, item_name(item, index), "*", item)
    elif isinstance(value, Mapping) and value and is_group(entity, step.place):
        for key in sorted(value):
            yield from _events(entity, _part(step, key, key, value[key]))
    else:
        yield step


def _part(step: Difference, name: str, place: str, value: Any) -> Difference:  # noqa: ANN401 - plain data
    pair = (ABSENT, value) if step.before is ABSENT else (value, ABSENT)
    return Difference((*step.path, name), (*step.place, place), *pair)


def _all_named(step: Difference, value: list[Any]) -> bool:
    items = bool(value) and all(isinstance(item, Mapping) for item in value)
    return items and is_list_of_events(step.place)


def _slip(made: Change, before: Any, path: Names) -> Change:  # noqa: ANN401 - plain data
    """A slip with the due date that held until then, and the one that it gives."""
    milestone = _at(before, path[:2])
    last = milestone if isinstance(milestone, Mapping) else {}
    slips = last.get("slips") or [{"to_on": last.get("due_on", ABSENT)}]
    slip = made.after if isinstance(made.after, Mapping) else {}
    return replace(
        made,
        key=f"{made.key}.to_on",
        place=(*made.place, "to_on"),
        before=slips[-1].get("to_on", ABSENT),
        after=slip.get("to_on", ABSENT),
        item=milestone,
    )


def _reason(value: Any) -> Text | None:  # noqa: ANN401 - plain data
    reason = value.get("reason") if isinstance(value, Mapping) else None
    return reason if isinstance(reason, Mapping) and reason else None


def _item(data: Any, path: Names) -> Any:  # noqa: ANN401 - plain data
    """The last item of a list on the way to a place."""
    found: Any = ABSENT
    for name in path:
        if isinstance(data, list):
            data = found = _at(data, (name,))
        else:
            data = data.get(name, ABSENT) if isinstance(data, Mapping) else ABSENT
    return found


def _at(data: Any, path: Names) -> Any:  # noqa: ANN401 - plain data
    for name in path:
        if isinstance(data, list):
            named = {item_name(item, index): item for index, item in enumerate(data)}
            data = named.get(name, ABSENT)
        else:
            data = data.get(name, ABSENT) if isinstance(data, Mapping) else ABSENT
    return data
