"""The data beside the schemas: what the public may see, and which status may follow which."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
import yaml

from tests.unit.schema.schema_files import ENTITIES, FILES, FOLDER, keys

PUBLIC = yaml.safe_load((FOLDER / "public.yml").read_text(encoding="utf-8"))
TRANSITIONS = yaml.safe_load((FOLDER / "transitions.yml").read_text(encoding="utf-8"))


def branches(tree: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, child in tree.items():
        assert child is True or isinstance(child, Mapping)
        yield (*path, name)
        if child is not True:
            yield from branches(child, (*path, name))


def test_every_entity_has_its_allow_list() -> None:
    assert list(ENTITIES) == list(PUBLIC)


@pytest.mark.parametrize("entity", ENTITIES)
def test_the_public_sees_named_keys_alone_each_in_the_order_of_the_schema(entity: str) -> None:
    shown = list(branches(PUBLIC[entity]))
    known = [key.path for key in keys(ENTITIES[entity])]
    assert shown == [path for path in known if path in set(shown)]
    for path, following in pairwise([*shown, ()]):
        holds_more = any(key[:-1] == path for key in known)
        assert holds_more == (following[: len(path)] == path), f"{path}: name the keys in it"


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_public_record_keeps_what_its_schema_requires(entity: str) -> None:
    shown = set(branches(PUBLIC[entity]))
    for key in keys(ENTITIES[entity]):
        if key.required and (len(key.path) == 1 or key.path[:-1] in shown):
            assert key.path in shown


def test_who_works_on_a_record_is_never_public() -> None:
    internal = {"contact", "owners", "author_domains", "audit", "forge", "retention"}
    internal |= {"review_on", "silent", "public_from_on"}
    for entity in ENTITIES:
        for path in branches(PUBLIC[entity]):
            assert path[-1] not in internal
            assert path[-1] != "visibility" or path[:-1] == ("proposals",)


def test_transitions_name_every_status_and_nothing_else() -> None:
    statuses = FILES["types.schema.json"]["$defs"]["delivery_status"]["enum"]
    allowed = TRANSITIONS["delivery_status"]
    assert statuses == list(allowed)
    for status, following in allowed.items():
        assert following.keys() <= set(statuses) - {status}
        assert set(following.values()) <= {"free", "reason"}
