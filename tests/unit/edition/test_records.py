"""Which records an edition shows, which it counts, and what may point to them."""

from datetime import date
from typing import Any

import pytest

from generator.edition import admit
from generator.errors import PortalError
from generator.load import Document
from tests.unit.edition.filing import AS_OF, WORDS, commitment, filed, shown

HIDDEN = {"visibility": "internal", "ground": "negotiation"}
BESIDE = (
    filed("registry", "registry"),
    filed("agencies", "coordinator"),
    filed("partners", "neighbour"),
)


def ids(*documents: Document, as_of: date = AS_OF) -> set[str]:
    return {document.id for document in admit([*BESIDE, *documents], "public", as_of).documents} - {
        "registry",
        "coordinator",
        "neighbour",
    }


def test_the_internal_edition_shows_everything_as_it_is() -> None:
    documents = (*BESIDE, commitment(**HIDDEN))
    admitted = admit(documents, "internal", AS_OF)
    assert documents == admitted.documents
    assert {} == admitted.withheld


@pytest.mark.parametrize("edition", ["public", "Internal", "", "preview"])
def test_any_other_edition_is_the_public_one(edition: str) -> None:
    admitted = admit([*BESIDE, commitment(**HIDDEN)], edition, AS_OF)
    assert "deal" not in {document.id for document in admitted.documents}


@pytest.mark.parametrize(
    "keys, public",
    [
        ({}, True),
        ({"visibility": "public"}, True),
        ({"visibility": "internal"}, False),
        ({"public_from_on": "2026-01-31"}, True),
        ({"public_from_on": "2026-02-01"}, False),
        ({"public_from_on": "2026"}, False),
        ({"public_from_on": "2025"}, True),
        ({"public_from_on": "2026-01-30..2026-02-02"}, False),
        ({"visibility": "internal", "public_from_on": "2025"}, False),
        ({"visibility": "public", "public_from_on": "2027"}, False),
    ],
)
def test_a_record_shows_if_it_is_public_and_its_embargo_has_certainly_ended(
    keys: dict[str, Any], public: bool
) -> None:
    assert public == ("deal" in ids(commitment(**keys)))


def test_an_embargo_ends_on_its_day() -> None:
    deal = commitment(public_from_on="2026-02-01")
    assert set() == ids(deal, as_of=date(2026, 1, 31))
    assert {"deal"} == ids(deal, as_of=date(2026, 2, 1))


def test_withheld_records_are_counted_by_entity_and_ground_unless_silent() -> None:
    documents = [
        *BESIDE,
        commitment("one", **HIDDEN),
        commitment("two", **HIDDEN),
        commitment("three", visibility="internal"),
        commitment("four", silent=True, **HIDDEN),
        commitment("five", public_from_on="2030", ground="commercial"),
        filed("partners", "foe", **HIDDEN),
    ]
    assert {
        ("commitments", "negotiation"): 2,
        ("commitments", ""): 1,
        ("commitments", "commercial"): 1,
        ("partners", "negotiation"): 1,
    } == admit(documents, "public", AS_OF).withheld


def test_the_bytes_of_a_file_are_never_admitted() -> None:
    admitted = admit([*BESIDE, commitment()], "public", AS_OF).documents
    assert {b""} == {document.content for document in admitted}


def test_what_points_to_a_hidden_record_is_dropped() -> None:
    found = shown(
        filed("agencies", "navy", **HIDDEN),
        filed("partners", "foe", **HIDDEN),
        filed("activities", "talks", **HIDDEN),
        commitment("secret", **HIDDEN),
        commitment(
            activity="talks",
            lead_agency="navy",
            supporting_agencies=[{"agency": "navy"}, {"agency": "coordinator"}],
            partners=[{"partner": "foe"}, {"partner": "neighbour"}],
            part_of="secret",
            implements=["secret"],
            transfers=[{"id": "x", "to": ["navy"], "from_on": "2025-02", "basis": WORDS}],
        ),
    )["deal"]
    assert {"activity", "lead_agency", "part_of", "implements", "transfers"}.isdisjoint(found)
    assert [{"agency": "coordinator"}] == found["supporting_agencies"]
    assert [{"partner": "neighbour"}] == found["partners"]


def test_a_transfer_to_several_keeps_those_that_are_shown() -> None:
    transfer = {"id": "x", "to": ["navy", "coordinator"], "from_on": "2025-02", "basis": WORDS}
    found = shown(filed("agencies", "navy", **HIDDEN), commitment(transfers=[transfer]))
    assert ["coordinator"] == found["deal"]["transfers"][0]["to"]


def test_what_falls_with_a_record_takes_with_it_what_points_to_that() -> None:
    twice = filed("commitments", "twice", moved_to="secret")
    found = shown(commitment("secret", **HIDDEN), twice, commitment(implements=["twice"]))
    assert "twice" not in found
    assert "implements" not in found["deal"]


def test_a_record_that_nothing_said_of_falls_is_not_counted() -> None:
    documents = [*BESIDE, commitment("secret", silent=True, **HIDDEN)]
    documents.append(filed("commitments", "twice", moved_to="secret"))
    assert {} == admit(documents, "public", AS_OF).withheld


def test_a_record_whose_essential_key_is_withheld_is_withheld_and_counted() -> None:
    documents = [*BESIDE, commitment(withheld=[{"key": "field", "ground": "negotiation"}])]
    admitted = admit(documents, "public", AS_OF)
    assert len(BESIDE) == len(admitted.documents)
    assert {("commitments", "negotiation"): 1} == admitted.withheld


@pytest.mark.parametrize("key", ["partners", "sources"])
def test_a_record_stands_without_its_partners_and_its_sources(key: str) -> None:
    found = shown(commitment(withheld=[{"key": key, "ground": "negotiation"}]))["deal"]
    assert key not in found
    assert [{"key": key, "ground": "negotiation"}] == found["withheld"]


def test_a_commitment_is_not_filed_under_an_agency_that_is_hidden() -> None:
    navy = filed("agencies", "navy", **HIDDEN)
    deal = commitment(folder="navy", lead_agency="navy")
    admitted = admit([*BESIDE, navy, deal], "public", AS_OF).documents
    assert "commitments/coordinator/deal.yml" in {document.path for document in admitted}


def test_nor_under_a_lead_that_is_withheld() -> None:
    lead = filed("agencies", "energy")
    deal = commitment(
        folder="energy",
        lead_agency="energy",
        withheld=[{"key": "lead_agency", "ground": "personal"}],
    )
    admitted = admit([*BESIDE, lead, deal], "public", AS_OF).documents
    assert "commitments/coordinator/deal.yml" in {document.path for document in admitted}


def test_without_its_own_settings_nothing_is_shown() -> None:
    coordinator = filed("agencies", "coordinator", **HIDDEN)
    with pytest.raises(PortalError, match="settings_withheld"):
        admit([filed("registry", "registry"), coordinator], "public", AS_OF)
