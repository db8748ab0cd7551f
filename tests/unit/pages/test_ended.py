"""Agencies that ended: where each of their commitments went."""

from typing import Any

from generator import addresses
from generator.pages.page import Page
from tests.builders import agency, commitment, heir, merged, partner, transfer
from tests.unit.pages import reading

DAY = "2025-12-31"


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    made = reading.pages("ended", DAY, partner("xb"), *records)
    return made[addresses.ENDED_AGENCIES]


def test_commitments_go_by_field_by_default_and_by_a_transfer_of_their_own() -> None:
    told = reading.section(
        page(
            merged("old", "heir", "2025-03-01", heir("power", "2025-03-01", "energy")),
            agency("heir"),
            agency("power"),
            agency("bank"),
            commitment("a", signed_on="2024-01-01", lead_agency="old", field="health"),
            commitment("b", signed_on="2024-01-02", lead_agency="old", field="energy"),
            commitment("c", signed_on="2024-01-03", lead_agency="old", field="energy"),
            commitment(
                "d",
                signed_on="2024-01-04",
                lead_agency="old",
                transfers=[transfer(["bank"], "2025-06-01")],
            ),
        ),
        "moved",
    )
    assert "old 4 commitments 28 February 2025 heir : all else power : energy" in told
    assert "2 power 1 bank (1 by a transfer of its own) 1 heir" in told


def test_a_chain_of_successors_leads_to_whoever_answers_today() -> None:
    told = reading.section(
        page(
            merged("first", "second", "2023-01-01"),
            merged("second", "third", "2025-07-01"),
            agency("third"),
            commitment("a", signed_on="2022-01-01", lead_agency="first"),
        ),
        "moved",
    )
    assert "first 1 commitment 31 December 2022 second 1 third" in told
    assert "second 1 commitment 30 June 2025 third 1 third" in told


def test_the_number_leads_to_the_list_of_what_was_handed_on() -> None:
    found = page(
        merged("old", "heir", "2025-03-01"),
        agency("heir"),
        commitment("a", signed_on="2022-01-01", lead_agency="old"),
    )
    assert 'href="../agencies/old/#handed-on">1 commitment</a>' in found.body


def test_an_agency_that_held_nothing_stands_apart_with_its_successor() -> None:
    found = page(
        merged("empty", "heir", "2025-03-01"), agency("heir"), merged("acts", "heir", "2026-01-01")
    )
    assert ["without"] == [anchor for anchor, _ in found.contents]
    assert "empty 28 February 2025 heir" in reading.section(found, "without")
    assert "acts" not in reading.words(found.body)


def test_a_function_moves_nothing_and_is_no_successor_here() -> None:
    licences = {"to": "police", "from_on": "2025-03-01", "functions": {"en": "Licences"}}
    found = page(merged("old", "heir", "2025-03-01", licences), agency("heir"), agency("police"))
    assert "police" not in reading.words(found.body)


def test_where_none_ended_the_page_says_so() -> None:
    assert "No agency in this registry has ended." in reading.words(page(agency("acts")).body)
