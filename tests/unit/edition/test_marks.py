"""Marks tell no more than the facts that they stand for."""

from typing import Any

import pytest

from tests.unit.edition.filing import WORDS, amount, commitment, filed, shown, shown_deal, update

INTERNAL = {"visibility": "internal", "ground": "negotiation"}
SOURCES = [{"id": "gazette", "document": "1/2021"}, {"id": "order", "document": "2/2022"}]


def inferred(key: str) -> dict[str, Any]:
    return {"inferred": [{"key": key, "why": WORDS}]}


def disputed(key: str, *values: object) -> dict[str, Any]:
    sources = ("gazette", "order")
    entries = [{"value": value, "sources": [sources[i % 2]]} for i, value in enumerate(values)]
    return {"disputed": [{"key": key, "values": entries}], "sources": SOURCES}


@pytest.mark.parametrize(
    "key, keys",
    [
        ("field", {}),
        ("title.en", {}),
        ("updates.u1", {"updates": [update("u1")]}),
        ("updates.u1.summary", {"updates": [update("u1")]}),
        ("partners.neighbour", {}),
        ("other_fields.labour", {"other_fields": ["labour"]}),
    ],
)
def test_a_mark_of_what_is_shown_stays(key: str, keys: dict[str, Any]) -> None:
    assert inferred(key).items() <= shown_deal(**keys, **inferred(key)).items()


@pytest.mark.parametrize(
    "key, keys",
    [
        ("content", {}),
        ("review_on", {"review_on": "2027"}),
        ("visibility", {"visibility": "public"}),
        ("updates.u1", {"updates": [update("u1", **INTERNAL)]}),
        ("updates.u1.summary", {"updates": [update("u1", **INTERNAL)]}),
        ("content", {"content": WORDS, "withheld": [{"key": "content", "ground": "personal"}]}),
        ("content.en", {"content": WORDS, "withheld": [{"key": "content", "ground": "personal"}]}),
        ("lead_agency", {"lead_agency": "navy"}),
        ("supporting_agencies.navy", {"supporting_agencies": [{"agency": "navy"}]}),
        ("no_such_key", {}),
    ],
)
def test_a_mark_of_what_is_not_shown_goes(key: str, keys: dict[str, Any]) -> None:
    navy = filed("agencies", "navy", **INTERNAL)
    assert "inferred" not in shown_deal(navy, **keys, **inferred(key))


@pytest.mark.parametrize(
    "key, keys, values",
    [
        ("in_force_on", {}, ("2025-02-01", "2025-03-01")),
        ("signed_on", {}, ("2025-01-01", "2025-01-02")),
        ("content.en", {"content": WORDS}, ("Words", "Other words")),
        ("content", {"content": WORDS}, ({"en": "Words"}, {"en": "Other words"})),
        ("amounts.loan.value", {"amounts": [amount("loan")]}, (5, 6)),
        ("updates.u1.delivery_status", {"updates": [update("u1")]}, ("completed", "suspended")),
        ("other_fields", {}, (["labour"], ["health", "labour"])),
    ],
)
def test_a_dispute_stays_about_what_is_shown_or_absent(
    key: str, keys: dict[str, Any], values: tuple[object, ...]
) -> None:
    expected = disputed(key, *values)
    assert expected["disputed"] == shown_deal(**keys, **expected)["disputed"]


@pytest.mark.parametrize(
    "key, keys",
    [
        ("review_on", {}),
        ("no_such_key", {}),
        ("updates.u1.reason", {"updates": [update("u1", **INTERNAL)]}),
        ("updates.u1", {"updates": [update("u1", **INTERNAL)]}),
        ("implementation.to_on", {}),
        ("content", {"content": WORDS, "withheld": [{"key": "content", "ground": "personal"}]}),
        ("content.en", {"withheld": [{"key": "content", "ground": "personal"}]}),
        (
            "in_force_on",
            {"withheld": [{"key": "in_force_on", "ground": "personal", "silent": True}]},
        ),
    ],
)
def test_a_dispute_about_what_is_hidden_goes(key: str, keys: dict[str, Any]) -> None:
    found = shown_deal(**keys, **disputed(key, "2025-02-01", "2025-03-01"))
    assert "disputed" not in found


def test_a_dispute_about_what_the_policy_withholds_goes() -> None:
    policy = [{"entity": "commitments", "key": "in_force_on", "ground": "personal"}]
    deal = commitment(**disputed("in_force_on", "2025-02-01", "2025-03-01"))
    assert "disputed" not in shown(deal, withhold=policy)["deal"]


def test_a_disputed_value_that_names_a_hidden_record_goes() -> None:
    navy = filed("agencies", "navy", **INTERNAL)
    army = filed("agencies", "army")
    marks = disputed("lead_agency", "coordinator", "navy", "army")
    found = shown_deal(navy, army, lead_agency="coordinator", **marks)
    values = [entry["value"] for entry in found["disputed"][0]["values"]]
    assert ["coordinator", "army"] == values


def test_a_dispute_of_which_one_value_is_left_is_none() -> None:
    navy = filed("agencies", "navy", **INTERNAL)
    found = shown_deal(navy, **disputed("lead_agency", "coordinator", "navy"))
    assert "disputed" not in found


@pytest.mark.parametrize("value", ["navy", ["navy"], {"agency": "navy"}, [{"agency": "navy"}]])
def test_a_disputed_value_of_any_form_names_no_hidden_record(value: object) -> None:
    navy = filed("agencies", "navy", **INTERNAL)
    support = [{"agency": "coordinator"}]
    marks = disputed("supporting_agencies", support, value)
    found = shown_deal(navy, supporting_agencies=support, **marks)
    assert "navy" not in str(found)


def test_a_disputed_value_keeps_its_internal_entries_inside() -> None:
    marks = disputed("updates", [update("u1")], [update("u1"), update("u2", **INTERNAL)])
    found = shown_deal(updates=[update("u1")], **marks)
    assert "u2" not in str(found)


def test_a_withheld_language_is_withheld_in_disputed_values_too() -> None:
    values = ({"en": "A", "vi": "B"}, {"en": "C", "vi": "D"})
    marks = {
        **disputed("content", *values),
        "withheld": [{"key": "content.vi", "ground": "personal"}],
    }
    found = shown_deal(content={"en": "A", "vi": "B"}, **marks)
    assert [{"en": "A"}, {"en": "C"}] == [
        entry["value"] for entry in found["disputed"][0]["values"]
    ]


def test_a_source_that_only_a_hidden_dispute_cites_is_hidden() -> None:
    marks = disputed("content", {"en": "A"}, {"en": "B"})
    found = shown_deal(withheld=[{"key": "content", "ground": "personal"}], **marks)
    assert "order" not in str(found)


def test_a_source_that_a_shown_dispute_cites_stays() -> None:
    hidden = update("u1", sources=["order"], **INTERNAL)
    found = shown_deal(updates=[hidden], **disputed("in_force_on", "2025-02", "2025-03"))
    assert SOURCES == found["sources"]
