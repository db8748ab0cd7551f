"""The shape of an entity: what each key means, read once from its schema's annotations.

The schemas annotate keys with `x-type` (text, date, ref, code …), `x-entity` and
`x-vocabulary`; whoever walks over records generically (references, dates, languages,
editions, the canonical form) asks the shape and not the schema.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.model.paths import Path


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One key's shape: its `type`, its keys if it is a mapping, its items if it is a list.

    Two shapes are one only if they are the same object: what is worked out for one is found
    again without looking at all of it.
    """

    type: str = ""
    entity: str = ""
    vocabulary: str = ""
    group: bool = False
    title: str = ""
    required: frozenset[str] = frozenset()
    keys: Mapping[str, "Shape"] = field(default_factory=dict)
    items: "Shape | None" = None


class Leaf(NamedTuple):
    """A value in a record's data, with the shape of its key."""

    path: Path
    value: Any
    shape: Shape


Resolve = Callable[[str, str], tuple[Mapping[str, Any], str]]
"""(`$ref`, name of the file it stands in) to the schema it names and that one's file."""


def compile_shape(schema: Mapping[str, Any], file: str, resolve: Resolve) -> Shape:
    """The shape that a schema describes; `$ref`s are followed."""
    annotations = dict(schema)
    while reference := schema.get("$ref"):
        schema, file = resolve(reference, file)
        annotations = {**schema, **annotations}
    keys = {
        key: compile_shape(value, file, resolve)
        for key, value in schema.get("properties", {}).items()
    }
    items = schema.get("items")
    return Shape(
        annotations.get("x-type", ""),
        annotations.get("x-entity", ""),
        annotations.get("x-vocabulary", ""),
        annotations.get("x-group", False),
        annotations.get("title", ""),
        frozenset(schema.get("required", ())),
        keys,
        compile_shape(items, file, resolve) if isinstance(items, Mapping) else None,
    )


def leaves(data: Any, shape: Shape) -> list[Leaf]:  # noqa: ANN401 - plain data
    """Every value of a record that has a meaning of its own, in the record's order.

    A text (language to words) is one leaf; keys that the shape does not know are left out.
    """
    found: list[Leaf] = []
    _collect(data, shape, (), found)
    return found


def _collect(data: Any, shape: Shape, path: Path, found: list[Leaf]) -> None:  # noqa: ANN401
    if shape.type:
        found.append(Leaf(path, data, shape))
    elif type(data) is dict:
        keys = shape.keys
        for key, value in data.items():
            below = keys.get(key)
            if below is not None:
                _collect(value, below, (*path, key), found)
    elif type(data) is list and shape.items is not None:
        for index, item in enumerate(data):
            _collect(item, shape.items, (*path, index), found)
