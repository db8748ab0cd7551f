"""What the public edition shows inside a record."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.edition import admission
from generator.edition.allow_list import allow_list
from tests.unit.edition.filing import WORDS, amount, commitment, filed, shown, shown_deal, update

INTERNAL = {"visibility": "internal", "ground": "negotiation"}
OTHER = {"id": "order", "document": "2/2022"}
BOTH = [{"id": "gazette", "document": "1/2021"}, OTHER]


def ids(items: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for item in items]


def test_a_key_that_the_list_does_not_name_stays_inside() -> None:
    found = shown(filed("agencies", "energy", contact=WORDS, owners=["@team"], review_on="2027"))
    assert {"contact", "owners", "review_on"}.isdisjoint(found["energy"])


def shape_with_a_new_key(monkeypatch: pytest.MonkeyPatch, rules: Mapping[str, Any]) -> None:
    """The list as it would be if it named other keys than the schema has."""
    allowed = {**allow_list(), "commitments": {**allow_list()["commitments"], **rules}}
    monkeypatch.setattr(admission, "allow_list", lambda: allowed)


@pytest.mark.parametrize("rule", [None, False, 0, "true", "yes", [True], 1])
def test_only_a_plain_true_shows_a_key(monkeypatch: pytest.MonkeyPatch, rule: object) -> None:
    shape_with_a_new_key(monkeypatch, {"content": rule})
    assert "content" not in shown_deal(content=WORDS)


def test_a_key_that_the_schema_has_and_the_list_lacks_stays_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = {key: rule for key, rule in allow_list()["commitments"].items() if key != "content"}
    monkeypatch.setattr(admission, "allow_list", lambda: {**allow_list(), "commitments": without})
    marks = {
        "inferred": [{"key": "content", "why": WORDS}],
        "withheld": [{"key": "content.en", "ground": "negotiation"}],
        "disputed": [
            {
                "key": "content.en",
                "values": [{"value": value, "sources": ["gazette"]} for value in ("A", "B")],
            }
        ],
    }
    assert {"content", *marks}.isdisjoint(shown_deal(content=WORDS, **marks))


def test_a_list_of_objects_named_as_a_whole_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shape_with_a_new_key(monkeypatch, {"amounts": True})
    assert "amounts" not in shown_deal(amounts=[amount("loan")])


def test_an_entity_that_the_list_does_not_name_shows_no_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = {entity: keys for entity, keys in allow_list().items() if entity != "statements"}
    monkeypatch.setattr(admission, "allow_list", lambda: without)
    assert "figure" not in shown(filed("statements", "figure"))


def test_an_internal_entry_is_left_out_and_said_of_its_list() -> None:
    found = shown_deal(updates=[update("u1"), update("u2", **INTERNAL)])
    assert ["u1"] == ids(found["updates"])
    assert [{"key": "updates", "ground": "negotiation"}] == found["withheld"]


def test_several_internal_entries_of_one_ground_are_said_once() -> None:
    found = shown_deal(updates=[update("u1", **INTERNAL), update("u2", **INTERNAL)])
    assert "updates" not in found
    assert [{"key": "updates", "ground": "negotiation"}] == found["withheld"]


def test_an_internal_entry_without_a_ground_is_left_out() -> None:
    found = shown_deal(updates=[update("u1", visibility="internal")])
    assert {"updates", "withheld"}.isdisjoint(found)


def test_an_entry_in_an_entry_is_left_out_alike() -> None:
    slips = [
        {"id": "s1", "slipped_on": "2025-03"},
        {"id": "s2", "slipped_on": "2025-04", **INTERNAL},
    ]
    milestone = {"id": "m1", "title": WORDS, "slips": slips}
    found = shown_deal(milestones=[milestone])
    assert ["s1"] == ids(found["milestones"][0]["slips"])
    assert [{"key": "milestones.m1.slips", "ground": "negotiation"}] == found["withheld"]


def test_a_withheld_key_is_left_out_and_said() -> None:
    mark = {"key": "content", "ground": "negotiation"}
    found = shown_deal(content=WORDS, withheld=[{**mark, "review_on": "2027"}])
    assert "content" not in found
    assert [mark] == found["withheld"]


@pytest.mark.parametrize(
    "key, keys",
    [
        ("content", {"content": WORDS}),
        ("updates.u1", {"updates": [update("u1", **INTERNAL)]}),
        ("amounts.loan.value", {"amounts": [amount("loan")]}),
    ],
)
def test_a_silent_mark_is_not_said(key: str, keys: dict[str, Any]) -> None:
    found = shown_deal(withheld=[{"key": key, "ground": "negotiation", "silent": True}], **keys)
    assert {key.partition(".")[0], "withheld"}.isdisjoint(found)


def test_of_two_marks_of_one_key_the_silent_one_holds() -> None:
    mark = {"key": "content", "ground": "negotiation"}
    marks = [{**mark, "silent": True}, mark]
    assert "withheld" not in shown_deal(content=WORDS, withheld=marks)


def test_what_is_in_something_silent_is_not_said_either() -> None:
    marks = [
        {"key": "updates", "ground": "negotiation", "silent": True},
        {"key": "updates.u1.reason", "ground": "negotiation"},
    ]
    found = shown_deal(updates=[update("u1", reason=WORDS)], withheld=marks)
    assert {"updates", "withheld"}.isdisjoint(found)


def test_a_key_inside_an_entry_is_withheld_alone() -> None:
    mark = {"key": "updates.u1.reason", "ground": "negotiation"}
    found = shown_deal(
        updates=[update("u1", reason=WORDS), update("u2", reason=WORDS)], withheld=[mark]
    )
    assert ["reason" in item for item in found["updates"]] == [False, True]
    assert [mark] == found["withheld"]


def test_an_entry_whose_essential_key_is_withheld_goes_and_only_its_list_is_named() -> None:
    mark = {"key": "amounts.secret-fee.value", "ground": "commercial"}
    found = shown_deal(amounts=[amount("secret-fee"), amount("loan")], withheld=[mark])
    assert ["loan"] == ids(found["amounts"])
    assert [{"key": "amounts", "ground": "commercial"}] == found["withheld"]


def test_one_language_of_a_text_is_withheld_alone() -> None:
    mark = {"key": "content.vi", "ground": "negotiation"}
    found = shown_deal(content={"en": "Words", "vi": "Lời"}, withheld=[mark])
    assert {"en": "Words"} == found["content"]
    assert [mark] == found["withheld"]


def test_a_mark_does_not_name_the_agency_that_it_withholds() -> None:
    mark = {"key": "supporting_agencies.navy", "ground": "security_defence"}
    support = [{"agency": "navy"}, {"agency": "coordinator"}]
    found = shown_deal(filed("agencies", "navy"), supporting_agencies=support, withheld=[mark])
    assert [{"agency": "coordinator"}] == found["supporting_agencies"]
    assert [{"key": "supporting_agencies", "ground": "security_defence"}] == found["withheld"]


def test_every_entry_of_a_withheld_name_goes() -> None:
    support = [
        {"agency": "coordinator", "to_on": "2024"},
        {"agency": "coordinator", "from_on": "2025"},
    ]
    mark = {"key": "supporting_agencies.coordinator", "ground": "personal"}
    assert "supporting_agencies" not in shown_deal(supporting_agencies=support, withheld=[mark])


def test_a_mark_on_what_is_not_filed_here_is_said_too() -> None:
    mark = {"key": "signatory", "ground": "personal"}
    assert [mark] == shown_deal(withheld=[mark])["withheld"]


@pytest.mark.parametrize(
    "key, keys",
    [
        ("content", {"content": WORDS}),
        ("updates.reason", {"updates": [update("u1", reason=WORDS)]}),
        ("amounts.value", {"amounts": [amount("loan")]}),
        (
            "milestones.slips.reason",
            {
                "milestones": [
                    {
                        "id": "m",
                        "title": WORDS,
                        "slips": [{"id": "s", "slipped_on": "2025", "reason": WORDS}],
                    }
                ]
            },
        ),
        (
            "recommendations.reply.text",
            {
                "recommendations": [
                    {
                        "id": "k",
                        "made_on": "2025",
                        "made_by": "coordinator",
                        "addressed_to": "coordinator",
                        "text": WORDS,
                        "reply": {
                            "replied_on": "2025",
                            "by": "coordinator",
                            "decision": "declined",
                            "text": {"en": "No"},
                        },
                    }
                ]
            },
        ),
        ("content.en", {"content": {"en": "Words", "vi": "Lời"}}),
    ],
)
@pytest.mark.parametrize("silent", [True, False])
def test_the_policy_withholds_a_key_in_every_record(
    key: str, keys: dict[str, Any], silent: bool
) -> None:
    policy = [{"entity": "commitments", "key": key, "ground": "personal", "silent": silent}]
    found = shown(commitment(**keys), withhold=policy)
    assert shown_deal(**keys) != found["deal"]
    assert silent == ("withheld" not in found["deal"])
    assert silent == ("withhold" not in found["registry"])


def test_the_policy_says_nothing_of_a_record_that_lacks_the_key() -> None:
    policy = [{"entity": "commitments", "key": "content", "ground": "personal"}]
    assert "withheld" not in shown(commitment(), withhold=policy)["deal"]


def test_the_policy_of_one_entity_leaves_others_alone() -> None:
    policy = [{"entity": "activities", "key": "title", "ground": "personal"}]
    assert "deal" in shown(commitment(), withhold=policy)


def test_a_proposal_is_internal_unless_it_says_otherwise() -> None:
    proposals = [
        {"id": "a", "title": WORDS, "state": "idea"},
        {"id": "b", "title": WORDS, "state": "idea", "visibility": "public"},
        {"id": "c", "title": WORDS, "state": "idea", **INTERNAL},
        {"id": "d", "title": WORDS, "state": "idea", "ground": "negotiation"},
    ]
    found = shown(filed("activities", "visit", proposals=proposals))["visit"]
    assert ["b"] == ids(found["proposals"])
    assert [{"key": "proposals", "ground": "negotiation"}] == found["withheld"]


KINDS = filed(
    "vocabularies",
    "agency-kinds",
    codes=[
        {"code": "ministry", "label": WORDS, "order": 1, "groups": ["ministries"], "reports": True}
    ],
)


def instruction(identifier: str, *addressees: str, **keys: object) -> dict[str, Any]:
    head = {"id": identifier, "kind": "action", "text": WORDS, "addressed_to": list(addressees)}
    return {**head, **keys}


def test_groups_stay_addressed_and_hidden_agencies_do_not() -> None:
    review = filed(
        "reviews",
        "round",
        instructions=[
            instruction("i1", "ministries", "navy", "coordinator", "no_such_group", "army"),
            instruction("i2", "navy"),
        ],
    )
    found = shown(KINDS, filed("agencies", "navy", **INTERNAL), review)["round"]
    assert ["i1"] == ids(found["instructions"])
    assert ["ministries", "coordinator"] == found["instructions"][0]["addressed_to"]


@pytest.mark.parametrize("keys", [INTERNAL, {"addressed_to": ["navy"]}])
def test_nothing_points_to_an_instruction_that_is_not_shown(keys: dict[str, Any]) -> None:
    review = filed("reviews", "round", instructions=[{**instruction("i1", "coordinator"), **keys}])
    deal = commitment(key_project={"category": "rail", "instruction": "round/i1"})
    found = shown(KINDS, filed("agencies", "navy", **INTERNAL), review, deal)["deal"]
    assert {"category": "rail"} == found["key_project"]


def test_a_correction_of_a_hidden_entry_does_not_name_it() -> None:
    found = shown_deal(updates=[update("u1", **INTERNAL), update("u2", corrects="u1")])
    assert "corrects" not in found["updates"][0]


def test_a_report_goes_with_its_agency() -> None:
    report = {key: value for key, value in update("u1").items() if key != "sources"}
    report |= {"reported_by": "navy", "reported_on": "2025-07-01", "period": "2025-Q2"}
    found = shown_deal(filed("agencies", "navy", **INTERNAL), updates=[report, update("u2")])
    assert ["u2"] == ids(found["updates"])


def test_a_report_without_its_day_goes_alone() -> None:
    report = update("u1", reported_by="coordinator", reported_on="2025-07-01", period="2025-Q2")
    mark = {"key": "updates.u1.reported_on", "ground": "personal"}
    found = shown_deal(updates=[report, update("u2")], withheld=[mark])
    assert ["u2"] == ids(found["updates"])


def test_a_source_that_only_hidden_parts_cite_is_hidden() -> None:
    hidden = update("u1", sources=["order"], **INTERNAL)
    assert ["gazette"] == ids(shown_deal(updates=[hidden], sources=BOTH)["sources"])


def test_a_source_that_a_shown_part_cites_or_none_stays() -> None:
    hidden = update("u1", sources=["order"], **INTERNAL)
    cited = shown_deal(updates=[hidden, update("u2", sources=["order"])], sources=BOTH)
    assert ["gazette", "order"] == ids(cited["sources"])
    assert ["gazette", "order"] == ids(shown_deal(sources=BOTH)["sources"])


def test_the_only_source_of_a_record_stays() -> None:
    assert ["gazette"] == ids(shown_deal(updates=[update("u1", **INTERNAL)])["sources"])


def test_a_translation_does_not_name_a_hidden_original() -> None:
    sources = [{**BOTH[0], "translation_of": "order"}, OTHER]
    hidden = update("u1", sources=["order"], **INTERNAL)
    assert "translation_of" not in shown_deal(updates=[hidden], sources=sources)["sources"][0]


def test_a_withheld_source_is_cited_nowhere() -> None:
    mark = {"key": "sources.order", "ground": "personal"}
    sources = [{**BOTH[0], "translation_of": "order"}, OTHER]
    updates = [update("u1", sources=["order"]), update("u2", sources=["gazette", "order"])]
    found = shown_deal(updates=updates, sources=sources, withheld=[mark])
    assert [{"id": "gazette", "document": "1/2021"}] == found["sources"]
    assert ["u2"] == ids(found["updates"])
    assert ["gazette"] == found["updates"][0]["sources"]
    assert [{"key": "sources", "ground": "personal"}] == found["withheld"]
