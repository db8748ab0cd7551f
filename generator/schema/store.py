"""Reads the schemas from disk, once."""

import json
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from generator.schema import shapes, validation
from generator.schema.shapes import Leaf, Shape

ROOT = Path(__file__).resolve().parents[2] / "schema"
"""The schemas' folder of this checkout."""

_FILES = {
    "registry": "registry",
    "texts": "text",
    "vocabularies": "vocabulary",
    "agencies": "agency",
    "partners": "partner",
    "activities": "activity",
    "commitments": "commitment",
    "reviews": "review",
    "programmes": "programme",
    "statements": "statement",
}
"""Entity to the name of its schema's file."""


class Schemas:
    """All schemas of one version, by entity."""

    def __init__(self, folder: Path) -> None:
        self._files: Mapping[str, Mapping[str, Any]] = {
            file.name: json.loads(file.read_bytes())
            for file in sorted(folder.glob("*.schema.json"))
        }
        self._shapes: dict[str, Shape] = {}

    @cached_property
    def _validators(self) -> validation.Validators:
        return validation.Validators(self._files)

    def shape(self, entity: str) -> Shape:
        """The shape of an entity's records."""
        if entity not in self._shapes:
            file = f"{_FILES[entity]}.schema.json"
            self._shapes[entity] = shapes.compile_shape(self._files[file], file, self._resolve)
        return self._shapes[entity]

    def _resolve(self, reference: str, file: str) -> tuple[Mapping[str, Any], str]:
        name, _, pointer = reference.partition("#")
        target: Any = self._files[name or file]
        for step in pointer.split("/")[1:]:
            target = target[step]
        return target, name or file

    def leaves(self, entity: str, data: Mapping[str, Any]) -> list[Leaf]:
        """Every value of a record that has a meaning of its own."""
        return shapes.leaves(data, self.shape(entity))

    def violations(self, entity: str, data: Mapping[str, Any]) -> tuple[validation.Violation, ...]:
        """Where a record breaks its schema, in the order of the places."""
        return self._validators.violations(f"{_FILES[entity]}.schema.json", data)


@cache
def schemas() -> Schemas:
    """The schemas of version 1."""
    return Schemas(ROOT / "v1")
