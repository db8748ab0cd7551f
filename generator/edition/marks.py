"""The marks of a public record: what is inferred, disputed or withheld of what it shows.

A mark must not tell what its fact does not: it stays only if the fact is shown, and a
withheld place is named no further than to the list that it stands in, since the name of
an entry (`supporting_agencies.navy`) may be the very thing that is withheld.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.edition.allow_list import Allowed, rule_below
from generator.edition.withholding import Keys, Mark, Names, Withholding
from generator.model import paths
from generator.schema import Shape

MARKS = ("inferred", "withheld", "disputed")

Show = Callable[[Any, object, Shape, Names, Keys], Any]
"""(value, rule, shape, names, keys) to what is shown of a value; `None` if nothing is."""

_ABSENT: Any = object()
_FEWEST_VALUES = 2  # of one value nobody can say that it is disputed


@dataclass(frozen=True, slots=True)
class _Place:
    """What a key path leads to in a public record."""

    told: Names
    keys: Keys
    rule: object
    shape: Shape
    is_shown: bool
    is_free: bool
    """Whether the fact is absent where it could stand."""


class Marker:
    """Decides on the marks of one record; `source` is as filed, `data` as shown."""

    def __init__(
        self,
        source: Mapping[str, Any],
        data: Mapping[str, Any],
        allowed: Allowed,
        shape: Shape,
        withholding: Withholding,
    ) -> None:
        self._source = source
        self._data = data
        self._allowed = allowed
        self._shape = shape
        self._withholding = withholding

    def inferred(self) -> list[Mark]:
        """The marks of shown facts that no source states."""
        rule = rule_below(self._allowed, "inferred")
        marks = self._source.get("inferred", ())
        return [
            {key: value for key, value in mark.items() if rule_below(rule, key)}
            for mark in marks
            if self._is_shown(mark["key"])
        ]

    def disputed(self, show: Show, sources: frozenset[str]) -> list[Mark]:
        """The marks of facts that are shown, or absent, and on which shown sources differ."""
        if not rule_below(self._allowed, "disputed"):
            return []
        found: list[Mark] = []
        for mark in self._source.get("disputed", ()):
            values = list(self._values(mark, show, sources))
            if len(values) >= _FEWEST_VALUES:
                found.append({"key": mark["key"], "values": values})
        return found

    def withheld(self) -> list[Mark]:
        """What readers are told of what is withheld, each place and ground once."""
        if not rule_below(self._allowed, "withheld"):
            return []
        places = ((self._place(names), ground) for names, ground in self._withholding.said)
        told = {(".".join(place.told), ground) for place, ground in places if place}
        return [{"key": key, "ground": ground} for key, ground in sorted(told)]

    def _values(
        self, mark: Mark, show: Show, sources: frozenset[str]
    ) -> Iterator[Mapping[str, Any]]:
        names = tuple(mark["key"].split("."))
        place = self._place(names)
        if place is None or self._withholding.covers(names, place.keys):
            return
        if names[0] == "sources":
            return  # which sources are shown depends on what shown disputes cite
        if not place.is_shown and not (place.is_free and not paths.find(self._source, mark["key"])):
            return
        for entry in mark["values"]:
            value = show(entry["value"], place.rule, place.shape, names, place.keys)
            cited = [source for source in entry["sources"] if source in sources]
            if value is not None and cited:
                yield {"value": value, "sources": cited}

    def _is_shown(self, key: str) -> bool:
        place = self._place(tuple(key.split(".")))
        return place is not None and place.is_shown

    def _place(self, names: Names) -> _Place | None:
        """What a path leads to, or `None` if it passes a key that is internal."""
        node: Any = self._data
        rule: object = self._allowed
        shape, is_free = self._shape, False
        told: Names = ()
        keys: Keys = ()
        for name in names:
            is_free, above = node is not _ABSENT, node
            if shape.items is not None:
                shape, is_free = shape.items, False
                node = _entry(node, name)
                told = told if node is _ABSENT else (*told, name)
                continue
            if shape.type != "text":
                rule, shape = rule_below(rule, name), shape.keys.get(name, _UNKNOWN)
                if rule is None or shape is _UNKNOWN:
                    return None
            keys = (*keys, name)
            told = told if above is _ABSENT else (*told, name)
            node = node.get(name, _ABSENT) if isinstance(node, Mapping) else _ABSENT
        return _Place(told, keys, rule, shape, node is not _ABSENT, is_free and node is _ABSENT)


_UNKNOWN = Shape()


def _entry(node: Any, name: str) -> Any:  # noqa: ANN401 - plain data
    if isinstance(node, list):
        for index, item in enumerate(node):
            if paths.item_name(item, index) == name:
                return item
    return _ABSENT
