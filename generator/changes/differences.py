"""What differs between two states of a record's plain data, with nothing lost.

Applied to the first state, the differences give the second.  Items of a list are known by
their names, as in key paths (`updates.u6`); a list whose items have none is one value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

import msgspec

from generator.model.paths import item_name

Names = tuple[str, ...]
"""Keys and names of items from the top of a record."""


class Absent(Enum):
    """What stands for a value that is not there: there is only one, whoever copies it."""

    ABSENT = auto()


ABSENT: Final = Absent.ABSENT

_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that came, went or changed.

    `place` is the path with `*` for each item's name: what any record's path of the kind has.
    """

    path: Names
    place: Names
    before: Any
    after: Any

    @property
    def key(self) -> str:
        """The key path."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Reordering:
    """The items of a list stand in another order than adding and removing explains."""

    path: Names
    place: Names
    order: Names


Step = Difference | Reordering


def differences(before: Any, after: Any) -> tuple[Step, ...]:  # noqa: ANN401 - plain data
    """What leads from one state to another; `ABSENT` is that of a record which is not there."""
    found: list[Step] = []
    _compare(before, after, (), (), found)
    return tuple(found)


def applied(steps: Iterable[Step], state: Any) -> Any:  # noqa: ANN401 - plain data
    """The state that differences lead to from the one that they were found in.

    Raises:
        LookupError: they were found in another one.
    """
    for step in steps:
        state = _applied(step, state, step.path)
    return state


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether two values are equal and of the same types: `1`, `1.0` and `true` are three."""
    if type(one) is not type(other) or one != other:
        return False
    if type(one) is str or _encode(one) == _encode(other):
        return True  # Most values, and at once; equal ones of other types are told apart below.
    if type(one) is dict:
        return all(same(one[key], other[key]) for key in one)
    if type(one) is list:
        return all(map(same, one, other))
    return True


def _compare(
    before: Any,  # noqa: ANN401 - plain data
    after: Any,  # noqa: ANN401 - likewise
    path: Names,
    place: Names,
    found: list[Step],
) -> None:
    if same(before, after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted({*before, *after}):  # the order of keys means nothing
            step = before.get(key, ABSENT), after.get(key, ABSENT)
            _compare(*step, (*path, key), (*place, key), found)
        return
    items, others = _named(before), _named(after)
    if items is None or others is None:
        found.append(Difference(path, place, before, after))
        return
    for name in (*items, *(name for name in others if name not in items)):
        step = items.get(name, ABSENT), others.get(name, ABSENT)
        _compare(*step, (*path, name), (*place, "*"), found)
    kept = [name for name in items if name in others]
    if [*kept, *(name for name in others if name not in items)] != list(others):
        found.append(Reordering(path, place, tuple(others)))


def _named(value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - plain data
    """The items of a list by their names, if each has one of its own."""
    if type(value) is not list or not value or not all(type(item) is dict for item in value):
        return None
    names = [item_name(item, -1) for item in value]
    named = dict(zip(names, value, strict=True))
    return named if len(named) == len(value) and "-1" not in named else None


def _applied(step: Step, state: Any, path: Names) -> Any:  # noqa: ANN401 - plain data
    if not path:
        if isinstance(step, Difference):
            return step.after
        listed = _named(state) or {}
        return [listed[name] for name in step.order]
    name, rest = path[0], path[1:]
    if isinstance(state, Mapping):
        value = _applied(step, state.get(name, ABSENT), rest)
        others = {key: kept for key, kept in state.items() if key != name}
        return others if value is ABSENT else {**others, name: value}
    # All items may have gone before others come.
    items = {} if state == [] else _named(state)
    if items is None:
        raise LookupError(path)
    value = _applied(step, items.get(name, ABSENT), rest)
    if value is ABSENT:
        return [item for key, item in items.items() if key != name]
    return list({**items, name: value}.values())
