"""Who may see what changes only with the coordinating agency's eyes open."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.contract import Case, Codes, Pair
from generator.errors import Finding, Severity
from generator.model.paths import Path, find, item_name

CODES = Codes(PUB01=Severity.REVIEW, PUB02=Severity.REVIEW, PUB03=Severity.REVIEW)

_MARKS = ("visibility", "public_from_on", "silent")
_RULES = ("withhold", "audit")


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Marks of what is withheld, and the registry's own rules, that are not what they were."""
    del case
    if pair.both is None:
        return
    before, after = pair.both
    was, now = dict(_marks(before.data)), dict(_marks(after.data))
    for key in sorted(was.keys() | now.keys()):
        old, new = was.get(key), now.get(key)
        if new and (old is None or old[1] != new[1]) and _was_there(before.data, key):
            yield CODES.finding("PUB01", after.at(*new[0]), key=key)
        elif old and new is None and _was_there(after.data, key):
            yield CODES.finding("PUB02", after.at(), key=key)
    if after.entity == "registry":
        for key in _RULES:
            if before.data.get(key) != after.data.get(key):
                yield CODES.finding("PUB03", after.at(key), key=key)


def _was_there(data: Mapping[str, Any], key: str) -> bool:
    """Whether there is what a mark speaks of: a new entry has nothing that was seen before."""
    holder, _, name = key.rpartition(".")
    return find(data, holder if name in _MARKS else key) is not None if holder else True


def _marks(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Path, Any]]]:
    """Every mark of a record by the key path that it concerns, with its place and its value."""
    waiting: list[tuple[str, Path, Any]] = [("", (), data)]
    while waiting:
        name, path, node = waiting.pop()
        if isinstance(node, list):
            waiting += [
                (f"{name}.{item_name(item, index)}", (*path, index), item)
                for index, item in enumerate(node)
            ]
        elif isinstance(node, Mapping):
            for key, value in node.items():
                full = f"{name}.{key}" if name else key
                if key in _MARKS:
                    yield full, ((*path, key), value)
                elif key == "withheld":
                    yield from _withheld(value, (*path, key))
                else:
                    waiting.append((full, (*path, key), value))


def _withheld(marks: object, path: Path) -> Iterator[tuple[str, tuple[Path, Any]]]:
    for index, mark in enumerate(marks if isinstance(marks, list) else ()):
        if isinstance(mark, Mapping) and isinstance(mark.get("key"), str):
            yield mark["key"], ((*path, index), dict(mark))
