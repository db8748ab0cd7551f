"""The schemas as they stand on disk, walked without the generator's own reader.

What checks the schemas must not trust the code that the schemas drive.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "schema" / "v1"

ENTITIES = {
    "registry": "registry.schema.json",
    "texts": "text.schema.json",
    "vocabularies": "vocabulary.schema.json",
    "agencies": "agency.schema.json",
    "partners": "partner.schema.json",
    "activities": "activity.schema.json",
    "commitments": "commitment.schema.json",
    "reviews": "review.schema.json",
    "programmes": "programme.schema.json",
    "statements": "statement.schema.json",
}

Schema = Mapping[str, Any]

FILES: Mapping[str, dict[str, Any]] = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.schema.json"))
}


class Key(NamedTuple):
    """One key of an entity: its path, its effective schema, and whether it must be there."""

    path: tuple[str, ...]
    schema: Schema
    required: bool


def effective(schema: Schema, file: str) -> tuple[Schema, str]:
    """A schema with its `$ref`s followed; what stands beside a `$ref` overrides what it names."""
    while "$ref" in schema:
        name, _, pointer = schema["$ref"].partition("#")
        file = name or file
        target: Any = FILES[file]
        for step in pointer.split("/")[1:]:
            target = target[step]
        schema = {**target, **{k: v for k, v in schema.items() if k != "$ref"}}
    return schema, file


def keys(file: str) -> Iterator[Key]:
    """Every key that a record may have, at every depth; lists add nothing to a path."""
    yield from _keys(FILES[file], file, ())


def _keys(schema: Schema, file: str, path: tuple[str, ...]) -> Iterator[Key]:
    schema, file = effective(schema, file)
    if "items" in schema:
        yield from _keys(schema["items"], file, path)
    for name, child in schema.get("properties", {}).items():
        found, origin = effective(child, file)
        yield Key((*path, name), found, name in schema.get("required", ()))
        yield from _keys(found, origin, (*path, name))


def subschemas(value: Schema, place: str = "") -> Iterator[tuple[str, Schema]]:
    """Every schema that is written in a file, with its place."""
    yield place, value
    for keyword in ("properties", "$defs"):
        for name, child in value.get(keyword, {}).items():
            yield from subschemas(child, f"{place}/{keyword}/{name}")
    for keyword in ("items", "additionalProperties", "propertyNames", "if", "then", "else"):
        if isinstance(value.get(keyword), Mapping):
            yield from subschemas(value[keyword], f"{place}/{keyword}")
    for keyword in ("allOf", "anyOf"):
        for index, child in enumerate(value.get(keyword, ())):
            yield from subschemas(child, f"{place}/{keyword}/{index}")
