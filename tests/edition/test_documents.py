"""The public edition of a whole registry: nothing hidden gets out, and nothing hidden is felt."""

import copy
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import Document
from generator.model import paths
from generator.model.registry import structure
from generator.schema import schemas
from generator.write import canonical
from tests.edition.hidden import (
    DECISIONS,
    admitted,
    changed,
    hidden_leaves,
    without_hidden,
    without_silent,
)
from tests.tools.leaks import leaks
from tests.tools.registries import LANGUAGES, TOKEN, leaves, tokens, valmora

MARKS = {"inferred", "withheld", "disputed"}


def files(documents: Sequence[Document]) -> dict[str, bytes]:
    """Documents as files, which say everything that is in them."""
    return {
        document.path: canonical(document.data, schemas().shape(document.entity), LANGUAGES)
        + msgspec.json.encode((document.id, document.data))
        for document in documents
    }


def test_no_token_gets_out() -> None:
    assert len(tokens()) > 200
    assert [] == leaks(files(admitted().documents), tokens())


def test_the_scanner_would_see_each_token() -> None:
    assert tokens() == {token for _, token in leaks(files(valmora()), tokens())}


def test_every_hidden_word_has_a_token() -> None:
    codes = {"language", "currency", "country", "hosts", "commit", "code", "kind", "id"}
    without = [
        (document.path, paths.key_path(document.data, leaf.path))
        for document in valmora()
        for leaf in hidden_leaves(document)
        if leaf.shape.type in {"text", "string", "url"}
        and codes.isdisjoint(leaf.path)
        and not set(leaf.path) & {"withhold", "sha256"}
        and not TOKEN.search(str(leaf.value))
    ]
    assert [] == without


def test_hidden_values_are_not_felt() -> None:
    others = [changed(document) for document in valmora()]
    assert sum(before != after for before, after in zip(valmora(), others, strict=True)) > 20
    assert admitted() == admitted(others)


def test_what_is_hidden_in_silence_might_as_well_not_be_there() -> None:
    assert len(without_silent()) < len(valmora())
    assert admitted() == admitted(without_silent())


def test_of_what_is_hidden_openly_only_the_count_shows() -> None:
    assert admitted().documents == admitted(without_hidden()).documents
    assert admitted().withheld
    assert not admitted(without_hidden()).withheld


def is_sound(documents: Sequence[Document]) -> None:
    """Public documents are records, and point to nothing outside."""
    known = {(document.entity, document.id) for document in documents}
    groups = {
        group
        for document in documents
        if document.id == "agency-kinds"
        for code in document.data["codes"]
        for group in code.get("groups", ())
    }
    for document in documents:
        structure(document.entity, document.data)
        broken = schemas().violations(document.entity, document.data)
        excused = {(("partners",), "required"), (("sources",), "required")}
        assert {(violation.path, violation.keyword) for violation in broken} <= excused
        for leaf in schemas().leaves(document.entity, document.data):
            if leaf.shape.entity == "instructions":
                review, _, item = leaf.value.partition("/")
                assert ("reviews", review) in known
                assert paths.find(
                    next(found.data for found in documents if found.id == review),
                    f"instructions.{item}",
                )
            elif leaf.shape.type == "ref":
                is_group = leaf.shape.group and leaf.value in groups
                assert is_group or (leaf.shape.entity, leaf.value) in known


def test_the_public_edition_is_a_sound_registry() -> None:
    is_sound(admitted().documents)


def named_places(document: Document) -> list[str]:
    """The key paths of a record's facts, and of the entries and keys that they stand in."""
    found: set[str] = set()
    for place, _ in leaves(document.data):
        for end in range(1, len(place) + 1):
            steps = paths.key_path(document.data, place[:end]).split(".")
            if steps[0] not in MARKS | DECISIONS | {"schema_version"} and not any(
                step.isdigit() for step in steps
            ):
                found.add(".".join(steps))
    return sorted(found)


MARKABLE = [
    (document.path, key)
    for document in valmora()
    if document.entity not in {"registry", "vocabularies"}
    for key in named_places(document)
]


def with_marks(marks: Sequence[tuple[tuple[str, str], bool]]) -> list[Document]:
    """The registry with further facts withheld."""
    added: dict[str, list[dict[str, Any]]] = {}
    for (path, key), silent in marks:
        added.setdefault(path, []).append({"key": key, "ground": "diplomacy", "silent": silent})
    return [
        replace(
            document,
            data={
                **document.data,
                "withheld": [*document.data.get("withheld", ()), *added[document.path]],
            },
        )
        if document.path in added
        else document
        for document in valmora()
    ]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(MARKABLE), st.booleans()), min_size=1, max_size=6))
def test_whatever_is_withheld_is_gone_and_the_rest_is_sound(
    marks: list[tuple[tuple[str, str], bool]],
) -> None:
    if any(path.startswith("agencies/external-affairs") for (path, _), _ in marks):
        return  # the coordinating agency: without it there is no public edition
    documents = admitted(with_marks(marks)).documents
    is_sound(documents)
    assert not TOKEN.search(str([(document.path, document.data) for document in documents]))
    by_path = {document.path: document.data for document in documents}
    for (path, key), _ in marks:
        assert paths.find(by_path.get(path, {}), key) is None


@pytest.mark.parametrize("path, key", MARKABLE[::25])
def test_a_withheld_value_is_not_felt(path: str, key: str) -> None:
    before = with_marks([((path, key), True)])
    document = next(document for document in before if document.path == path)
    data: Any = copy.deepcopy(document.data)
    *above, last = paths.find(data, key) or ()
    holder = data
    for step in above:
        holder = holder[step]
    if isinstance(holder[last], str) and last not in DECISIONS:
        shape = next(
            leaf.shape
            for leaf in schemas().leaves(document.entity, data)
            if (*above, last)[: len(leaf.path)] == leaf.path
        )
        if shape.type in {"text", "string", "url", "date"}:
            holder[last] = "2031-05-06" if shape.type == "date" else "https://other.example.org/"
    after = [replace(document, data=data) if found.path == path else found for found in before]
    if not path.startswith("agencies/external-affairs"):
        assert admitted(before) == admitted(after)
