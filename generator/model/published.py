"""What was published stays: how a record's plain data may differ from what they were.

What a log told is corrected by a later entry, never rewritten; what has an id is not taken
back.  An entry may still gain citations and languages, and be shown to more or fewer readers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.paths import Path

LOGS = frozenset({"updates", "responses", "slips", "transfers"})
"""Lists that are only appended to."""

ITEMS = LOGS | frozenset(
    {
        *("amounts", "difficulties", "findings", "instructions", "milestones", "proposals"),
        *("recommendations", "tasks"),
    }
)
"""Lists whose items have ids that others may refer to."""

_ANSWER = "reply"
"""The one entry of a log that can have only one."""
_TARGET = "due_on"
"""The first target of a milestone: what became of it is told by its slips."""
_FREE = frozenset({"visibility", "ground", "review_on"})
"""Who may see an entry is not what it says."""


@dataclass(frozen=True, slots=True)
class Breach:
    """Something published that is no longer there as it was."""

    kind: str
    """`rewritten`, `retold` (in another language than the first), `removed` or `reordered`."""
    entry: str
    """The key path of the entry, such as `milestones.m1.slips.s1`."""
    key: str
    """The key that differs; empty if it is the whole entry."""
    path: Path
    """The place in the later data, or the nearest above it."""


def breaches(
    before: Mapping[str, Any], after: Mapping[str, Any], languages: Sequence[str]
) -> Iterator[Breach]:
    """What of a record's logs and items was rewritten, removed or put into another order.

    Args:
        before: plain data as they were published, whether they are sound or not.
        after: plain data of the same record.
        languages: those of the registry, the first being the one that others are made from.
    """
    first = languages[0] if languages else ""
    yield from _within(before, after, (), "", first)


def _within(
    before: Mapping[str, Any], after: Mapping[str, Any], path: Path, name: str, first: str
) -> Iterator[Breach]:
    for key, old in before.items():
        new, place, entry = after.get(key), (*path, key), f"{name}.{key}" if name else key
        if key in ITEMS and isinstance(old, list):
            yield from _items(old, new if isinstance(new, list) else [], place, entry, first)
        elif key == _ANSWER and isinstance(old, Mapping):
            if isinstance(new, Mapping):
                yield from _entry(old, new, place, entry, first)
            else:
                yield Breach("removed", entry, "", path)
        elif key == _TARGET and "milestones" in path and old != new:
            yield Breach("rewritten", name, key, place)


def _items(
    before: Sequence[Any], after: Sequence[Any], path: Path, name: str, first: str
) -> Iterator[Breach]:
    places = {item["id"]: index for index, item in _named(after)}
    last = -1
    for _, old in _named(before):
        entry = f"{name}.{old['id']}"
        index = places.get(old["id"])
        if index is None:
            yield Breach("removed", entry, "", path)
            continue
        place = (*path, index)
        if path[-1] in LOGS:
            if index < last:
                yield Breach("reordered", entry, "", place)
            last = max(last, index)
            yield from _entry(old, after[index], place, entry, first)
        else:
            yield from _within(old, after[index], place, entry, first)


def _named(items: Sequence[Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for index, item in enumerate(items):
        if isinstance(item, Mapping) and isinstance(item.get("id"), str):
            yield index, item


def _entry(
    before: Mapping[str, Any], after: Mapping[str, Any], path: Path, name: str, first: str
) -> Iterator[Breach]:
    """What one entry of a log no longer says as it did."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old == new or key in _FREE:
            continue
        if kind := _difference(key, old, new, first):
            yield Breach(kind, name, key, (*path, key))


def _difference(key: str, old: object, new: object, first: str) -> str | None:
    if key == "sources" and isinstance(new, list):
        cited = old if isinstance(old, list) else []
        return None if all(source in new for source in cited) else "rewritten"
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        changed = [language for language, text in old.items() if new.get(language) != text]
        if first in changed or (changed and first not in old):
            return "rewritten"
        return "retold" if changed else None
    return "rewritten"
