"""An agency's page: one table of what it owes, the most pressing first."""

import re
from typing import Any

from generator import addresses
from generator.pages.listing import WHOLE
from generator.pages.page import Page
from tests.builders import agency, commitment, merged, partner, update
from tests.unit.pages import reading

DAY = "2026-01-31"
OVERDUE = {"implementation": {"to_on": "2025-12-31"}}


def page(*records: Any, of: str = "works") -> Page:  # noqa: ANN401 - any records
    made = reading.pages("agency", DAY, partner("xb"), agency("works"), *records)
    return made[addresses.agency(of)]


def held(identifier: str, **keys: object) -> Any:  # noqa: ANN401 - as its builder
    return commitment(identifier, **{"signed_on": "2026-01-20", "lead_agency": "works", **keys})


def order(found: Page) -> list[str]:
    """The commitments of the table, from the top."""
    table = found.body.partition('id="responsible"')[2].partition("</table>")[0]
    return re.findall(r'<th scope="row"[^>]*><a href="[^"]*commitments/(.*?)/"', table)


def test_an_agency_that_nothing_names_says_so() -> None:
    found = page()
    assert "No commitment in this registry names this agency." in reading.words(found.body)
    assert ["sources"] == [anchor for anchor, _ in found.contents]


def test_what_is_late_comes_before_what_is_silent_and_the_oldest_of_these_first() -> None:
    found = page(
        held("a-told", updates=[update("u", "2026-01-25")]),
        held("b-silent", signed_on="2025-06-01"),
        held("c-silent-longer", signed_on="2025-05-01"),
        held("d-late", **OVERDUE),
    )
    assert ["d-late", "c-silent-longer", "b-silent", "a-told"] == order(found)


def test_a_row_says_how_it_stands_when_it_is_due_and_whether_it_was_assigned() -> None:
    told = reading.section(
        page(
            held("a", **OVERDUE, updates=[update("u", "2025-02-01")]),
            held("b", signed_on="2025-01-01", assignment={"assigned_on": "2025-03-05"}),
            held("c", signed_on="2025-01-01"),
        ),
        "responsible",
    )
    assert "latest: 1 February 2025 Not updated for long overdue (due 31 December 2025)" in told
    assert "Not reported none stated 5 March 2025" in told
    assert "Not reported none stated not known" in told


def test_each_commitment_stands_once_and_what_repeats_it_is_folded() -> None:
    found = page(
        merged("roads", "works", "2025-03-01"),
        held("a"),
        held("b", lead_agency="roads", signed_on="2024-06-01"),
    )
    assert 1 == found.body.partition("<details>")[0].count("commitments/a/")
    assert "It stands in the list above: show it" in reading.section(found, "signed")
    assert "It stands in the list above: show it" in reading.section(found, "inherited")


def test_what_was_handed_on_is_not_folded_away() -> None:
    found = page(
        merged("roads", "works", "2025-03-01"),
        held("b", lead_agency="roads", signed_on="2024-06-01"),
        of="roads",
    )
    assert "<details>" not in found.body
    assert "b" in reading.section(found, "handed-on")
    assert "Responsible for 0" not in reading.words(found.body)


def test_a_number_leads_to_the_table_or_to_a_long_list_of_its_own() -> None:
    few = page(held("a", **OVERDUE))
    assert '<dd><a href="../../agencies/works/#responsible">1</a></dd>' in few.body
    many = page(*(held(f"c{number}", **OVERDUE) for number in range(WHOLE + 1)))
    own = addresses.agency_list("works", "overdue")
    assert f'<dd><a href="../../{own}">{WHOLE + 1}</a></dd>' in many.body
