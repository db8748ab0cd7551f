"""JSON Schema validation: a fast validator first, `jsonschema` where there is something to say.

`jsonschema` is the authority; a test proves that both agree on every good and bad case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import jsonschema_rs

from generator.model.paths import Path

MAXIMUM_ERRORS = 200
"""Errors of one record that are looked at: a hostile one has tens of thousands."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule: where, which JSON Schema keyword, and what people should be told.

    `texts` is the `x-error` annotation nearest to the rule: language to text.
    """

    path: Path
    keyword: str
    expected: Any
    found: Any
    texts: Mapping[str, str]


class Validators:
    """Validators of a set of schema files that refer to each other by file name."""

    def __init__(self, files: Mapping[str, Mapping[str, Any]]) -> None:
        self._files = files
        self._fast = cache(self._make_fast)
        self._slow = cache(self._make_slow)

    def violations(self, file: str, data: Mapping[str, Any]) -> tuple[Violation, ...]:
        """Where data break the schema of a file, in the order of the places."""
        if self._fast(file).is_valid(data):
            return ()
        found = {
            (violation.path, violation.keyword): violation
            for error in islice(self._slow(file).iter_errors(data), MAXIMUM_ERRORS)
            for violation in _violations(error)
        }
        return tuple(sorted(found.values(), key=lambda violation: tuple(map(str, violation.path))))

    def _make_fast(self, file: str) -> Any:  # noqa: ANN401 - the library's class is untyped
        registry = jsonschema_rs.Registry(
            [(f"json-schema:///{name}", dict(schema)) for name, schema in self._files.items()]
        )
        return jsonschema_rs.Draft202012Validator(
            {"$ref": f"json-schema:///{file}"}, registry=registry
        )

    def _make_slow(self, file: str) -> Any:  # noqa: ANN401 - imported late: it takes 60 ms
        from jsonschema import Draft202012Validator  # noqa: PLC0415
        from referencing import Registry  # noqa: PLC0415
        from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

        registry: Any = Registry().with_resources(
            (name, DRAFT202012.create_resource(dict(schema)))
            for name, schema in self._files.items()
        )
        return Draft202012Validator(dict(self._files[file]), registry=registry)


def _violations(error: Any) -> Iterator[Violation]:  # noqa: ANN401 - jsonschema's class
    texts = error.schema.get("x-error", {}) if isinstance(error.schema, Mapping) else {}
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, Mapping):
        known = sorted(error.schema.get("properties", {}))
        for key in sorted(set(error.instance) - set(known)):
            yield Violation((*path, key), "additionalProperties", known, key, {})
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield Violation((*path, key), "required", key, None, texts)
    else:
        yield Violation(path, error.validator, error.validator_value, error.instance, texts)
