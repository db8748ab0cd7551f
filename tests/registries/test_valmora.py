"""The invented registry is sound, in canonical form, and leaves nothing of the model out."""

import json
import re
from collections.abc import Iterator, Mapping

import pytest

from generator.checks import run
from generator.errors import Severity
from generator.load import Document, load_folder
from generator.model.registry import ENTITIES
from generator.schema import Shape, schemas
from generator.write import canonical
from tests.tools.programs import ROOT
from tests.tools.registries import AS_OF, LANGUAGES, TOKEN, VALMORA, leaves, valmora

Key = tuple[str, ...]

SCHEMAS = [
    json.loads(file.read_bytes())
    for file in sorted((ROOT / "schema" / "v1").glob("*.schema.json"))
    if file.name != "registry.schema.json"  # a registry has one cycle and one forge
]

each_document = pytest.mark.parametrize(
    "document", valmora(), ids=lambda document: document.path.removesuffix(".yml")
)
each_entity = pytest.mark.parametrize("entity", ENTITIES)


def known_keys(shape: Shape, above: Key = ()) -> Iterator[Key]:
    """Every key that a shape has; the entries of a list add no step."""
    for key, below in shape.keys.items():
        yield (*above, key)
        yield from known_keys(below, (*above, key))
    if shape.items is not None:
        yield from known_keys(shape.items, above)


def offered(schema: object) -> Iterator[str]:
    """Every value that an `enum` in a schema allows."""
    if isinstance(schema, Mapping):
        yield from schema.get("enum", ())
        for below in schema.values():
            yield from offered(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from offered(below)


def used_keys(document: Document) -> set[Key]:
    """Every key that a record uses, at any depth."""
    found: set[Key] = set()
    for place, _ in leaves(document.data):
        keys = tuple(step for step in place if isinstance(step, str))
        found.update(keys[:end] for end in range(1, len(keys) + 1))
    return found


@each_document
def test_each_record_is_valid(document: Document) -> None:
    assert () == schemas().violations(document.entity, document.data)


@each_document
def test_each_file_is_in_canonical_form(document: Document) -> None:
    shape = schemas().shape(document.entity)
    assert canonical(document.data, shape, LANGUAGES) == document.content


def test_the_checks_find_no_error() -> None:
    findings = run(load_folder(VALMORA), AS_OF).findings
    assert [] == [finding for finding in findings if finding.severity is Severity.ERROR]


@each_entity
def test_every_key_of_every_entity_is_used(entity: str) -> None:
    used: set[Key] = set()
    for document in valmora():
        if document.entity == entity:
            used |= used_keys(document)
    assert set() == set(known_keys(schemas().shape(entity))) - used


def test_every_choice_that_the_schema_offers_is_made() -> None:
    made = {
        leaf.value
        for document in valmora()
        for leaf in schemas().leaves(document.entity, document.data)
        if isinstance(leaf.value, str)
    }
    assert set(offered(SCHEMAS)) <= made


def test_every_field_of_cooperation_has_a_commitment() -> None:
    fields = next(document for document in valmora() if document.path == "vocabularies/fields.yml")
    used = {document.data.get("field") for document in valmora()}
    assert {code["code"] for code in fields.data["codes"]} <= used


@pytest.mark.parametrize(
    "form",
    [r"\d{4}-\d{2}-\d{2}", r"\d{4}-\d{2}", r"\d{4}", r"[\d-]+\.\.[\d-]+", r"\.\.[\d-]+"],
)
def test_dates_stand_in_every_form(form: str) -> None:
    dates = [
        leaf.value
        for document in valmora()
        for leaf in schemas().leaves(document.entity, document.data)
        if leaf.shape.type == "date"
    ]
    assert any(re.fullmatch(form, value) for value in dates)


def test_it_says_that_it_is_invented() -> None:
    settings = next(document for document in valmora() if document.entity == "registry")
    assert "invented" in settings.data["note"]["en"]
    assert "invented" in (VALMORA.parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "vocabulary", ["fields", "instrument-kinds", "agency-kinds", "framework-levels", "grounds"]
)
def test_it_shares_no_code_with_the_registry_that_ships(vocabulary: str) -> None:
    path = f"vocabularies/{vocabulary}.yml"
    ours, theirs = (
        next(document for document in documents if document.path == path)
        for documents in (valmora(), load_folder(ROOT / "registry").documents)
    )
    assert not {code["code"] for code in ours.data["codes"]} & {
        code["code"] for code in theirs.data["codes"]
    }


def test_each_token_stands_once_unless_it_is_part_of_an_id() -> None:
    ids = {
        token
        for document in valmora()
        for place, value in leaves(document.data)
        if place[-1] == "id"
        for token in TOKEN.findall(str(value))
    }
    free = [
        token
        for document in valmora()
        for _, value in leaves(document.data)
        for token in TOKEN.findall(str(value))
        if token not in ids
    ]
    assert len(set(free)) == len(free)
