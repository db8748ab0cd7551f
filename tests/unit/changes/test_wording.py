"""Changes in words: names instead of ids, dates as people write them."""

from typing import Any

import pytest

from generator.changes import Wording, changes
from generator.load import load_folder
from generator.model.registry import Registry, structure
from tests.checking import BASE


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.of((d.entity, structure(d.entity, d.data)) for d in load_folder(BASE).documents)


def sentences(
    registry: Registry, before: dict[str, Any], after: dict[str, Any], language: str = "en"
) -> list[str]:
    wording = Wording(registry, language)
    return [wording.sentence(each) for each in changes("commitments", "x", before, after)]


def test_a_slip_says_from_when_to_when_and_why(registry: Registry) -> None:
    milestone = {"id": "m2", "title": {"en": "Ground-breaking"}, "due_on": "2025-06"}
    slip = {"id": "s1", "slipped_on": "2025-05-02", "to_on": "2025-12", "reason": {"en": "Land."}}
    found = sentences(
        registry, {"milestones": [milestone]}, {"milestones": [{**milestone, "slips": [slip]}]}
    )
    expected = "Due date of “Ground-breaking” moved: June 2025 → December 2025. Reason: Land."
    assert [expected] == found


def test_agencies_go_by_their_names_and_unknown_ones_by_their_ids(registry: Registry) -> None:
    found = sentences(registry, {"lead_agency": "energy"}, {"lead_agency": "gone"})
    assert ["Lead agency: Energy → gone."] == found


def test_what_was_not_there_before_is_said_so(registry: Registry) -> None:
    assert ["Lead agency: nothing → Energy."] == sentences(registry, {}, {"lead_agency": "energy"})


def test_each_language_has_its_own_words(registry: Registry) -> None:
    found = sentences(registry, {}, {"lead_agency": "energy"}, "vi")
    assert ["Cơ quan chủ trì: không có → Energy."] == found


def test_the_language_of_a_source_is_named(registry: Registry) -> None:
    source = {"id": "s", "title": "Gazette"}
    states = {"sources": [source]}, {"sources": [{**source, "language": "en"}]}
    assert ["Language (“Gazette”): English."] == sentences(registry, *states)
    assert ["Ngôn ngữ (“Gazette”): Tiếng Anh."] == sentences(registry, *states, "vi")


def test_a_long_text_is_cut_between_words(registry: Registry) -> None:
    [found] = sentences(registry, {}, {"content": {"en": "word " * 200}})
    assert found.endswith("word ….")
    assert len(found) < 350


@pytest.mark.parametrize(
    "value", ["not a date", 5, [], {}, True, ["a", "b"], {"en": 1}, [{"id": 1}]]
)
@pytest.mark.parametrize(
    "key", ["signed_on", "content", "partners", "lead_agency", "updates", "odd"]
)
def test_data_that_break_their_schema_are_still_told(
    registry: Registry, key: str, value: object
) -> None:
    assert sentences(registry, {}, {key: value})
