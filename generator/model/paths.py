"""Paths into a record's plain data, as `inferred`, `withheld` and `disputed` write them.

A key path joins keys and ids by dots (`updates.u6.delivery_status`); a list element
without an `id` goes by the first of its naming keys (`supporting_agencies.pvn`).
"""

from collections.abc import Mapping
from typing import Any

Path = tuple[str | int, ...]
"""Keys and list indexes from the top of a record."""

_NAMING = ("id", "agency", "partner", "level", "to", "code", "key", "entity")


def item_name(item: Any, index: int) -> str:  # noqa: ANN401 - plain data
    """What a list element is called in a key path."""
    if isinstance(item, str):
        return item
    if isinstance(item, Mapping):
        for key in _NAMING:
            if isinstance(item.get(key), str):
                return str(item[key])
    return str(index)


def key_path(data: Any, path: Path) -> str:  # noqa: ANN401 - plain data
    """The key path of a place in plain data, as far as the place exists."""
    names: list[str] = []
    for step in path:
        if isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
            names.append(item_name(data, step))
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
            names.append(str(step))
    return ".".join(names)


def find(data: Any, key: str) -> Path | None:  # noqa: ANN401 - plain data
    """The place that a key path names, or `None`."""
    path: list[str | int] = []
    for name in key.split("."):
        if isinstance(data, Mapping) and name in data:
            path.append(name)
            data = data[name]
        elif isinstance(data, list):
            names = [item_name(item, index) for index, item in enumerate(data)]
            if name not in names:
                return None
            path.append(names.index(name))
            data = data[names.index(name)]
        else:
            return None
    return tuple(path)
