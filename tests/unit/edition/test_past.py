"""A past value is public only if the policy of then and today's both allow it."""

from typing import Any

import pytest

from generator.edition import admit_past
from generator.edition.past import tightened
from generator.load import Document
from tests.unit.edition.filing import AS_OF, amount, filed, update

UPDATE = update("u1")
AMOUNT = amount("loan")
ALWAYS = (
    filed("registry", "registry"),
    filed("agencies", "coordinator"),
    filed("partners", "neighbour"),
)


def shown(then: Document, now: Document | None, *settings: Document) -> dict[str, Any] | None:
    """What the public sees of a commitment as it was."""
    documents = (*(settings[:1] or ALWAYS[:1]), *ALWAYS[1:], then)
    today = (*(settings[1:] or ALWAYS[:1]), *ALWAYS[1:], *([now] if now else []))
    found = admit_past(documents, today, "public", AS_OF).documents
    return next((dict(each.data) for each in found if each.entity == "commitments"), None)


def deal(**keys: Any) -> Document:  # noqa: ANN401 - plain data
    return filed("commitments", "deal", **keys)


def test_what_was_and_is_public_is_shown_as_it_was() -> None:
    found = shown(deal(place={"en": "Huế"}), deal(place={"en": "Hà Nội"}))
    assert found is not None
    assert {"en": "Huế"} == found["place"]


def test_a_record_that_is_gone_now_keeps_its_own_marks() -> None:
    assert shown(deal(), None) is not None
    assert shown(deal(visibility="internal"), None) is None


@pytest.mark.parametrize(
    "then, now",
    [
        ({"visibility": "internal"}, {}),
        ({}, {"visibility": "internal"}),
        ({"public_from_on": "2030-01-01"}, {}),
        ({}, {"public_from_on": "2030-01-01"}),
        ({"public_from_on": "2020-01-01"}, {"public_from_on": "2030-01-01"}),
    ],
)
def test_a_record_that_was_or_is_internal_is_not_shown(
    then: dict[str, Any], now: dict[str, Any]
) -> None:
    assert shown(deal(**then), deal(**now)) is None


def test_a_value_that_is_withheld_today_is_withheld_of_the_past() -> None:
    mark = {"key": "amounts.loan.value", "ground": "secret"}
    found = shown(deal(amounts=[AMOUNT]), deal(amounts=[AMOUNT], withheld=[mark]))
    assert found is not None
    assert "amounts" not in found


def test_a_value_that_the_publisher_withholds_today_is_withheld_of_the_past() -> None:
    policy = [{"entity": "commitments", "key": "place", "ground": "secret"}]
    now = filed("registry", "registry", withhold=policy)
    found = shown(deal(place={"en": "Huế"}), deal(place={"en": "Huế"}), ALWAYS[0], now)
    assert found is not None
    assert "place" not in found


def test_an_entry_that_is_internal_today_is_hidden_of_the_past() -> None:
    other = {**UPDATE, "id": "u2"}
    now = deal(updates=[{**UPDATE, "visibility": "internal"}, other])
    found = shown(deal(updates=[other, UPDATE]), now)
    assert found is not None
    assert ["u2"] == [update["id"] for update in found["updates"]]


def test_the_internal_edition_shows_the_past_as_it_was() -> None:
    then = deal(place={"en": "Huế"})
    documents = (*ALWAYS, then)
    now = (*ALWAYS, deal(visibility="internal"))
    assert then in admit_past(documents, now, "internal", AS_OF).documents


def test_where_entries_are_internal_by_default_they_are_so_once_they_say_no_more() -> None:
    entry = {"id": "p1", "visibility": "public"}
    then, now = {"proposals": [entry]}, {"proposals": [{"id": "p1"}]}
    assert {"proposals": [{"id": "p1"}]} == tightened(then, now)


def test_what_nothing_hides_is_the_very_same_record() -> None:
    then = {"id": "a", "updates": [UPDATE]}
    assert then is tightened(then, {"id": "b", "updates": [{**UPDATE, "summary": {}}]})
