"""The page of frameworks: where nothing moves comes first."""

from typing import Any

from generator import addresses
from generator.model.entities import Commitment
from generator.pages.page import Page
from tests.builders import commitment, partner, update, vocabulary, words
from tests.unit.pages import reading

DAY = "2025-12-31"
LEVELS = vocabulary("framework-levels", "high", "low")


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    return reading.pages("frameworks", DAY, LEVELS, *records)["frameworks/"]


def framework(level: str = "high", **keys: object) -> dict[str, object]:
    return {"level": level, "from_on": "2020-03", **keys}


def signed(identifier: str, on: str, other: str, **keys: object) -> Commitment:
    return commitment(identifier, signed_on=on, partners=[{"partner": other}], **keys)


def test_what_was_never_used_what_went_quiet_and_what_moves_are_told_apart() -> None:
    found = page(
        partner("unused", framework()),
        partner("quiet", framework()),
        partner("moving", framework()),
        signed("old", "2024-01-01", "quiet"),
        signed("new", "2025-12-01", "moving"),
    )
    still = reading.section(found, "still")
    assert "unused high March 2020" in still
    assert (
        "1 January 2024 quiet high, since March 2020. 1 commitment. The last: concluded old"
        in still
    )
    assert "moving high" not in still
    assert "new" in reading.section(found, "moving")
    assert ["still", "moving", "level-high"] == [anchor for anchor, _ in found.contents]


def test_the_longest_quiet_comes_first() -> None:
    still = reading.section(
        page(
            partner("recent", framework()),
            partner("ancient", framework("low")),
            signed("r", "2025-03-01", "recent"),
            signed("a", "2021-03-01", "ancient"),
        ),
        "still",
    )
    assert still.index("ancient") < still.index("recent")


def test_levels_follow_the_vocabulary_and_each_begins_with_the_latest() -> None:
    found = page(
        partner("lower", framework("low")),
        partner("earlier", framework()),
        partner("later", framework()),
        signed("l", "2025-12-30", "lower"),
        signed("e", "2025-11-01", "earlier"),
        signed("t", "2025-12-01", "later"),
    )
    told = reading.section(found, "moving")
    assert told.index("later") < told.index("earlier") < told.index("lower")


def test_the_last_movement_is_what_is_known_of_progress_if_that_is_later() -> None:
    log = [update("u1", "2025-12-20", summary=words("Ground broken"))]
    told = reading.section(
        page(partner("xb", framework()), signed("line", "2021-01-01", "xb", updates=log)), "moving"
    )
    assert "20 December 2025 xb" in told
    assert "The last: Ground broken line" in told


def test_a_framework_of_some_fields_says_which() -> None:
    told = reading.section(page(partner("xb", framework(fields=["energy"]))), "still")
    assert "high (only for energy )" in told


def test_silence_here_is_not_called_silence_there() -> None:
    told = reading.section(page(partner("xb", framework())), "still")
    assert "cooperation that none of its sources names does not show" in told


def test_where_all_is_quiet_the_records_themselves_may_be_behind() -> None:
    told = reading.section(
        page(partner("xb", framework()), signed("old", "2024-01-01", "xb")), "still"
    )
    assert "The last that this registry holds is of 1 January 2024." in told


def test_without_movement_anywhere_or_without_frameworks_the_page_says_so() -> None:
    assert "within the last 180 days" in reading.section(page(partner("xb", framework())), "moving")
    assert "No partner in this registry has a framework" in reading.words(page(partner("xb")).body)
    assert addresses.FRAMEWORKS == page().address
