"""Every example is valid for both validators and for editors, and together they use every key."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.unit.schema.schema_files import ENTITIES, FILES, FOLDER, ROOT, keys

EXAMPLES = sorted((ROOT / "schema" / "examples").glob("*.yml"))
RECORDS = ENTITIES.keys() - {"registry", "vocabularies"}
IDS = [path.stem for path in EXAMPLES]
COMMON = set.intersection(*({key.path[0] for key in keys(ENTITIES[entity])} for entity in RECORDS))
Valid = Callable[[object], bool]


def schema_of(example: Path) -> str:
    """`commitment-declared.yml` shows a commitment."""
    return f"{example.stem.split('-', maxsplit=1)[0]}.schema.json"


def read(path: Path) -> dict[str, Any]:
    """A record; the examples quote their dates, so any YAML reader leaves them strings."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@cache
def validators(file: str) -> tuple[Valid, Valid]:
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(content)) for name, content in FILES.items()
    )
    fast = jsonschema_rs.Draft202012Validator(
        FILES[file], registry=jsonschema_rs.Registry(list(FILES.items()))
    )
    return Draft202012Validator(FILES[file], registry=registry).is_valid, fast.is_valid


def verdict(file: str, data: Mapping[str, Any]) -> bool:
    first, second = (valid(data) for valid in validators(file))
    assert first == second, "jsonschema and jsonschema-rs disagree"
    return first


def used(data: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield (*path, key)
            yield from used(value, (*path, key))
    elif isinstance(data, list):
        for value in data:
            yield from used(value, path)


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_is_valid(path: Path) -> None:
    assert verdict(schema_of(path), read(path))


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_says_in_its_first_lines_that_it_is_invented(path: Path) -> None:
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("# EXAMPLE, invented")
    assert second.startswith("# VÍ DỤ hư cấu")


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_keeps_the_order_of_keys(path: Path) -> None:
    order = [key.path for key in keys(schema_of(path))]

    def check(data: object, above: tuple[str, ...]) -> None:
        if isinstance(data, Mapping):
            here = [(*above, key) for key in data if (*above, key) in order]
            assert here == sorted(here, key=order.index)
            for key, value in data.items():
                check(value, (*above, key))
        elif isinstance(data, list):
            for value in data:
                check(value, above)

    check(read(path), ())


@pytest.mark.parametrize("file", ENTITIES.values())
def test_the_examples_use_every_key(file: str) -> None:
    shown = {key for path in EXAMPLES if schema_of(path) == file for key in used(read(path))}
    assert {key.path for key in keys(file) if key.path[0] not in COMMON} - shown == set()


def test_the_examples_use_every_key_that_all_records_share() -> None:
    shown = {key for path in EXAMPLES for key in used(read(path))}
    shared = {key.path for key in keys("commitment.schema.json") if key.path[0] in COMMON}
    assert shared - shown == set()


@pytest.mark.parametrize("file", ENTITIES.values())
def test_a_schema_rejects_an_empty_record_and_an_unknown_key(file: str) -> None:
    example = next(path for path in EXAMPLES if schema_of(path) == file)
    assert not verdict(file, {})
    assert not verdict(file, {**read(example), "remarks": "none"})


@pytest.mark.parametrize(
    "key, value, valid",
    [
        ("signed_on", "2025-10-01", True),
        ("signed_on", "2025-10", True),
        ("signed_on", "2025", True),
        ("signed_on", "2025-04-14..2025-04-15", True),
        ("signed_on", "..2025-05-22", True),
        ("signed_on", 2025, False),
        ("signed_on", "2025-Q3", False),
        ("signed_on", "2025-13", False),
        ("signed_on", "2025-10-01..", False),
        ("signed_on", "01/10/2025", False),
        ("signed_on", "2025-10-01\n", False),
        ("signed_on", "٢٠٢٥", False),
        ("id", "Otherland", False),
        ("id", "otherland--solar", False),
        ("id", "a" * 65, False),
        ("field", "economy-trade", False),
        ("title", {}, False),
        ("title", {"en": " "}, False),
        ("title", {"English": "Solar power"}, False),
        ("title", {"zh-Hans": "太阳能"}, True),
        ("title", "Solar power", False),
        ("note", None, False),
        ("partners", [], False),
        ("other_fields", ["energy", "energy"], False),
        ("basis", "promised", False),
        ("key_project", {"category": "other", "instruction": "review-2025"}, False),
    ],
)
def test_a_value_of_the_wrong_form_is_rejected(key: str, value: object, valid: bool) -> None:
    record = read(ROOT / "schema" / "examples" / "commitment-joint-statement.yml")
    assert valid == verdict("commitment.schema.json", {**record, key: value})


@pytest.mark.parametrize(
    "more, valid",
    [
        ({"sources": ["text"]}, True),
        ({}, False),
        ({"reported_by": "foreign-ministry"}, False),
        ({"reported_by": "foreign-ministry", "reported_on": "2025-01-10"}, False),
        ({"reported_by": "m", "reported_on": "2025-01-10", "period": "2024-Q4"}, True),
    ],
)
def test_an_update_is_a_whole_report_or_has_sources(more: dict[str, object], valid: bool) -> None:
    record = read(ROOT / "schema" / "examples" / "commitment-joint-statement.yml")
    update = {"id": "u1", "state_on": "2024-12-31", "summary": {"en": "Begun."}, **more}
    assert valid == verdict("commitment.schema.json", {**record, "updates": [update]})


def test_a_source_has_an_address_or_a_number() -> None:
    record = read(ROOT / "schema" / "examples" / "commitment-joint-statement.yml")
    assert not verdict("commitment.schema.json", {**record, "sources": [{"id": "text"}]})


@pytest.mark.parametrize(
    "vocabulary, key", [("grounds", "legal_basis"), ("agency-kinds", "reports")]
)
def test_a_vocabulary_requires_what_its_codes_need(vocabulary: str, key: str) -> None:
    record = read(ROOT / "schema" / "examples" / f"vocabulary-{vocabulary}.yml")
    record["codes"][0].pop(key)
    assert not verdict("vocabulary.schema.json", record)


def test_check_jsonschema_finds_the_shared_types_from_any_folder(tmp_path: Path) -> None:
    schema = str(FOLDER / "agency.schema.json")
    example = str(ROOT / "schema" / "examples" / "agency.yml")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, example]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)


def test_editors_know_the_schema_of_every_folder_and_example() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    globs = {Path(schema).name: found for schema, found in settings["yaml.schemas"].items()}
    assert set(ENTITIES.values()) == set(globs)
    for entity, file in ENTITIES.items():
        assert any(f"registry/{entity}" in pattern for pattern in globs[file])
    for path in EXAMPLES:
        name = path.relative_to(ROOT).as_posix()
        assert any(fnmatch(name, pattern) for pattern in globs[schema_of(path)])
