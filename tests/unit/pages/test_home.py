"""The front page: what it is, how it stands, where it is stuck, what was ordered."""

from typing import Any

from generator import addresses
from generator.pages.page import Page
from tests.builders import agency, commitment, instruction, partner, review, update
from tests.unit.pages import reading

DAY = "2026-01-31"
PROJECT = {"key_project": {"category": "rail"}}


def home(*records: Any) -> Page:  # noqa: ANN401 - any records
    return reading.pages("home", DAY, partner("xb"), agency("works"), *records)[addresses.HOME]


def signed(identifier: str, **keys: object) -> Any:  # noqa: ANN401 - as its builder
    return commitment(identifier, **{"signed_on": "2025-06-01", **keys})


def test_without_a_commitment_nothing_is_drawn_and_that_is_said() -> None:
    found = home()
    assert "shares" not in found.body
    assert "No commitment is marked as a key project." in reading.words(found.body)
    assert "reviews" not in [anchor for anchor, _ in found.contents]


def test_how_it_stands_comes_first_in_a_sentence_and_in_bars_that_lead_to_lists() -> None:
    found = home(
        signed("a", updates=[update("u", "2025-12-01", delivery_status="completed")]),
        signed("b"),
        signed("c"),
        signed("d"),
    )
    assert ("standing", "How it stands") == found.contents[0]
    told = reading.section(found, "standing")
    assert "3 of 4 commitments have no published progress. Completed 1 Not reported 3" in told
    assert '<a href="./commitments/status/completed/">Completed</a>' in found.body
    assert '<rect class="shares__fill" width="75.0" height="4"/>' in found.body


def test_a_stuck_project_comes_before_one_with_later_news() -> None:
    late = {"id": "m", "title": {"en": "Opening"}, "due_on": "2025-12"}
    found = home(
        signed("a-stuck", **PROJECT, milestones=[late]),
        signed("b-moving", **PROJECT, updates=[update("u", "2026-01-30")]),
    )
    told = reading.section(found, "projects")
    assert "1 of 2 key projects is known to be stuck." in told
    assert told.index("a-stuck Not reported stuck") < told.index("b-moving")


def test_what_the_last_review_ordered_is_counted_with_what_is_still_open() -> None:
    found = home(review("2025-12-01", instruction("i1", "works"), instruction("i2", "works")))
    told = reading.section(found, "reviews")
    assert "The last review round: 1 December 2025." in told
    assert "Open, without an answer 2" in told
