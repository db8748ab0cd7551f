"""All agencies: those that hold something in a table, the others folded away beneath it."""

from typing import Any

from generator import addresses
from generator.pages.page import Page
from tests.builders import agency, commitment, partner, vocabulary
from tests.unit.pages import reading

KINDS = vocabulary("agency-kinds", "ministry")


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    made = reading.pages("agencies", "2026-01-31", partner("xb"), KINDS, *records)
    return made[addresses.AGENCIES]


def test_an_agency_without_a_commitment_has_no_row_of_noughts() -> None:
    found = page(
        agency("idle"),
        agency("works"),
        commitment("a", signed_on="2025-01-01", lead_agency="works"),
    )
    told = reading.words(found.body)
    assert "works 1 1 0 1 1 without a commitment in this registry idle" in told
    assert 1 == found.body.count('<th scope="row"')


def test_a_nought_is_marked_as_nothing_to_look_at() -> None:
    found = page(agency("works"), commitment("a", signed_on="2025-01-01", lead_agency="works"))
    assert '<td data-label="Overdue" class="none">0</td>' in found.body
