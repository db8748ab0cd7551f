"""All commitments, and the lists that figures lead to: as many records as the figure says."""

from generator import addresses
from generator.model.entities import Commitment
from generator.pages.page import Page
from tests.builders import commitment, partner
from tests.unit.pages import reading

DAY = "2026-01-31"
HELD = (
    commitment("a-held", signed_on="2025-03-01"),
    commitment("b-over", signed_on="2022-01-01", ended_on="2025-01-01", ending="expired"),
    commitment("c-open", signed_on=None),
)


def made(kind: str, *records: Commitment) -> dict[str, Page]:
    return reading.pages(kind, DAY, partner("xb"), *records)


def test_without_a_commitment_there_is_no_list_and_that_is_said() -> None:
    pages = made("commitments")
    assert [addresses.COMMITMENTS] == list(pages)
    told = reading.words(pages[addresses.COMMITMENTS].body)
    assert "By delivery" not in told
    assert "No commitment is on this list." in told


def test_a_status_lists_the_records_that_its_figure_counts_and_no_others() -> None:
    told = reading.words(
        made("commitments", *HELD)[addresses.commitments_by_status("not_reported")].body
    )
    assert "1 commitment" in told
    assert "a-held" in told
    assert "b-over" not in told
    assert "c-open" not in told
    assert "Not reported 1" in reading.section(made("home", *HELD)[addresses.HOME], "standing")


def test_the_list_of_all_has_those_that_ended_and_those_that_are_negotiated() -> None:
    told = reading.words(made("commitments", *HELD)[addresses.COMMITMENTS].body)
    assert "Not reported 1" in told
    assert told.index("c-open") < told.index("a-held") < told.index("b-over")
