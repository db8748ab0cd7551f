"""A record has the keys and values that its schema asks for.

The schema's own words for people (`x-error`) are the fix, where it has some.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.checks.contract import Codes, closest, in_languages, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import paths
from generator.schema import Schemas, Violation

CODES = Codes({f"SCHEMA{number:02}": Severity.ERROR for number in range(1, 9)})
STRUCTURAL = frozenset(CODES)

_KEYWORDS = {
    "additionalProperties": "SCHEMA01",
    "required": "SCHEMA02",
    "type": "SCHEMA03",
    "enum": "SCHEMA04",
    "const": "SCHEMA04",
    "pattern": "SCHEMA05",
    "format": "SCHEMA05",
    "uniqueItems": "SCHEMA07",
}
"""JSON Schema's keyword to our code; the others set a limit (`minItems`, `maximum` …)."""

_MOST_NAMED = 12
"""Keys: more are not read through, and stand in the model's explanation."""

_TYPES = {bool: "boolean", int: "number", float: "number", str: "string", list: "list"}


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """Each broken rule, and disputed values that are not of their key's type."""
    violations = schemas.violations(document.entity, document.data)
    mistyped = {violation.path for violation in violations if violation.keyword == "type"}
    for violation in violations:
        # A value of a wrong type is not one of the allowed values either: that says nothing new.
        if violation.path not in mistyped or violation.keyword not in {"enum", "const"}:
            yield _finding(document, violation)
    if not violations:
        yield from _disputed(document, schemas)


def _finding(document: Document, violation: Violation) -> Finding:
    code = _KEYWORDS.get(violation.keyword, "SCHEMA06")
    return CODES.finding(
        code,
        document.at(*violation.path),
        **_ARGUMENTS[code](violation),
        **in_languages("fix", violation.texts),
    )


def _unknown(violation: Violation) -> dict[str, object]:
    known = violation.expected
    return {
        "key": shown(violation.found),
        "known": ", ".join(known) if len(known) <= _MOST_NAMED else "schema/README.md",
        "suggestion": closest(str(violation.found), known),
    }


def _mistyped(violation: Violation) -> dict[str, object]:
    expected = violation.expected
    names = expected if isinstance(expected, list) else [expected]
    names = [{"object": "mapping", "array": "list", "integer": "number"}.get(n, n) for n in names]
    return {
        "expected": names[0] if len(names) == 1 else ", ".join(names),
        "type": _TYPES.get(type(violation.found), "mapping"),
        "found": shown(violation.found),
    }


def _not_allowed(violation: Violation) -> dict[str, object]:
    expected = violation.expected
    allowed = [str(value) for value in (expected if isinstance(expected, list) else [expected])]
    return {
        "found": shown(violation.found),
        "allowed": ", ".join(allowed),
        "suggestion": closest(str(violation.found), allowed),
    }


_ARGUMENTS: Mapping[str, Any] = {
    "SCHEMA01": _unknown,
    "SCHEMA02": lambda violation: {"key": violation.expected},
    "SCHEMA03": _mistyped,
    "SCHEMA04": _not_allowed,
    "SCHEMA05": lambda violation: {"found": shown(violation.found)},
    "SCHEMA06": lambda violation: {
        "found": shown(violation.found),
        "rule": violation.keyword,
        "limit": shown(violation.expected),
    },
    "SCHEMA07": lambda violation: {"found": shown(_repeated(violation.found))},
}


def _repeated(values: Sequence[object]) -> object:
    """The first value of a list that stands there a second time."""
    return next(value for index, value in enumerate(values) if value in values[:index])


def _disputed(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """Each value of a dispute is put in its key's place: the schema must accept the record."""
    for index, dispute in enumerate(document.data.get("disputed", ())):
        *above, key = dispute["key"].split(".")
        holder = paths.find(document.data, ".".join(above)) if above else ()
        if holder is None:
            continue  # a path that names nothing: the identity check says so
        for number, entry in enumerate(dispute["values"]):
            record = _replaced(document.data, holder, key, entry["value"])
            # Earlier entries had no violation, so all that there are now are this value's.
            for violation in schemas.violations(document.entity, record)[:1]:
                yield CODES.finding(
                    "SCHEMA08",
                    document.at("disputed", index, "values", number, "value"),
                    key=dispute["key"],
                    found=shown(entry["value"]),
                    **in_languages("fix", violation.texts),
                )


def _replaced(node: Any, path: paths.Path, key: str, value: object) -> Any:  # noqa: ANN401 - plain data
    """A copy of plain data in which `key` of the mapping at `path` has the value."""
    if path:
        below = _replaced(node[path[0]], path[1:], key, value)
        if isinstance(node, list):
            return [below if index == path[0] else item for index, item in enumerate(node)]
        return {**node, path[0]: below}
    if isinstance(node, Mapping):
        return {**node, key: value}
    # A list element that is named by its id: the value stands for the whole element.
    return [value if paths.item_name(item, at) == key else item for at, item in enumerate(node)]
