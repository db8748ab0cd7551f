"""What the schemas say beyond JSON Schema: the generator's walkers and the editors rely on it."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.unit.schema.schema_files import ENTITIES, FILES, FOLDER, Key, effective, keys, subschemas

TYPES = {
    "any",
    "boolean",
    "code",
    "date",
    "enum",
    "item_id",
    "number",
    "path",
    "percent",
    "period",
    "ref",
    "source_ref",
    "string",
    "text",
    "url",
}
VIETNAMESE = re.compile(r"[à-ỹđ]")
KEYS = [
    pytest.param(key, id=f"{entity}.{'.'.join(key.path)}")
    for entity, file in ENTITIES.items()
    for key in keys(file)
]
WRITTEN = [
    pytest.param(schema, id=f"{file}{place}")
    for file, content in FILES.items()
    for place, schema in subschemas(content)
]


def leaf(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What one value under a key must be: that of a list is its entries' schema."""
    while "items" in schema:
        schema, _ = effective(schema["items"], "types.schema.json")
    return schema


@pytest.mark.parametrize("file", FILES)
def test_each_file_is_a_schema_in_its_canonical_form(file: str) -> None:
    Draft202012Validator.check_schema(FILES[file])
    text = json.dumps(FILES[file], ensure_ascii=False, indent=2) + "\n"
    assert text == (FOLDER / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_each_key_is_explained_in_both_languages(key: Key) -> None:
    english, vietnamese = key.schema["title"].split(" · ")
    assert english
    assert vietnamese
    english, vietnamese = key.schema["description"].split(" / ")
    assert english.endswith(".")
    assert vietnamese.endswith(".")
    assert VIETNAMESE.search(vietnamese)
    assert not VIETNAMESE.search(english)


@pytest.mark.parametrize("key", KEYS)
def test_each_value_has_a_type_and_no_container_has_one(key: Key) -> None:
    schema = leaf(key.schema)
    assert ("properties" in schema) != ("x-type" in schema)
    if "x-type" in schema:
        assert schema["x-type"] in TYPES
        assert ("x-entity" in schema) == (schema["x-type"] == "ref")
        if schema["x-type"] == "code":
            assert ("x-vocabulary" in schema) != ("x-defines" in schema)


@pytest.mark.parametrize("key", KEYS)
def test_names_give_types(key: Key) -> None:
    name, kind, entity = key.path[-1], *map(leaf(key.schema).get, ("x-type", "x-entity"))
    if name.endswith("_on"):
        assert kind == "date"
    elif name == "moved_to":
        assert (kind, entity) == ("ref", "commitments")
    elif name in {"presented_by", "stated_by"}:  # an office in words: it need not be an agency here
        assert kind == "text"
    elif name in {"by", "to", "parent"} or name.endswith(("_by", "_to")):
        assert (kind, entity) == ("ref", "agencies")
    elif name.endswith("_days") or name in {"order", "number", "weight"}:
        assert kind == "number"
    elif name.endswith("_percent"):
        assert kind == "percent"


@pytest.mark.parametrize("key", KEYS)
def test_entries_of_a_list_can_be_named_in_a_path(key: Key) -> None:
    if "x-key" in key.schema:
        entry, _ = effective(key.schema["items"], "types.schema.json")
        assert key.schema["x-key"] in entry["required"]
    elif "items" in key.schema and "properties" in leaf(key.schema):
        assert key.path in {("withhold",), ("audit", "exceptions"), ("disputed", "values")}


@pytest.mark.parametrize("schema", WRITTEN)
def test_each_rule_that_reads_cryptically_is_put_in_words(schema: Mapping[str, Any]) -> None:
    cryptic = {"pattern", "enum", "minimum", "exclusiveMinimum"}
    if cryptic & schema.keys() or ("const" in schema and "x-type" in schema):
        assert schema["x-error"].keys() == {"en", "vi"}
        assert VIETNAMESE.search(schema["x-error"]["vi"])
    if "x-error" in schema:
        both = f"{schema['x-error']['en']} · {schema['x-error']['vi']}"
        assert both == schema["errorMessage"], "editors show `errorMessage`"


@pytest.mark.parametrize("schema", WRITTEN)
def test_objects_are_closed_and_lists_never_empty(schema: Mapping[str, Any]) -> None:
    if "properties" in schema and "type" in schema:
        assert schema["additionalProperties"] is False
    if schema.get("type") == "array":
        assert schema["minItems"] >= 1


def test_an_identifier_and_a_code_have_one_form_each() -> None:
    kinds: dict[str, set[str]] = {}
    for schema in FILES["types.schema.json"]["$defs"].values():
        if schema.get("x-type") in {"item_id", "source_ref"} or schema.get("x-entity") in ENTITIES:
            kinds.setdefault("group" if "x-group" in schema else "id", set()).add(schema["pattern"])
        elif schema.get("x-type") == "code":
            kinds.setdefault("code", set()).add(schema["pattern"])
    assert {"code": 1, "group": 1, "id": 1} == {kind: len(found) for kind, found in kinds.items()}
