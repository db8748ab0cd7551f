"""Published figures beside the registry's own: neither is bent to the other."""

from typing import Any

import pytest

from generator import addresses
from generator.pages.page import Page
from tests.builders import commitment, partner, review, statement, words
from tests.unit.pages import reading

DAY = "2025-12-31"
OWN = tuple(commitment(f"c{number}", signed_on=f"2025-0{number}-01") for number in range(1, 4))


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    made = reading.pages("statements", DAY, partner("xb"), *OWN, *records)
    return made[addresses.STATEMENTS]


def told(**keys: object) -> str:
    return reading.part(page(statement("s", **keys)), "s")


@pytest.mark.parametrize(
    "keys, remark",
    [
        ({"value": 10}, "3 7 fewer here"),
        ({"value": 1}, "3 2 more here"),
        ({"value": 3}, "3 The registry’s figure agrees with it."),
        ({"value": 2, "qualifier": "more_than"}, "3 The registry’s figure agrees with it."),
        ({"value": 3, "qualifier": "at_least"}, "3 The registry’s figure agrees with it."),
        ({"value": 3, "qualifier": "up_to"}, "3 The registry’s figure agrees with it."),
        ({"value": 10, "qualifier": "nearly"}, "3 Less here"),
        ({"value": 1, "qualifier": "about"}, "3 More here"),
    ],
)
def test_the_difference_is_told_as_exactly_as_the_statement_is(
    keys: dict[str, object], remark: str
) -> None:
    assert remark in told(**keys)


def test_who_stated_it_and_when_stand_beside_the_value_as_it_was_published() -> None:
    given = {"stated_by": words("The minister"), "stated_on": "2025-12-30"}
    found = told(value=350, qualifier="nearly", **given)
    assert found.startswith("nearly 350 2025")
    assert "The minister source 1 30 December 2025" in found


def test_statements_about_one_period_that_differ_name_each_other() -> None:
    found = page(
        statement("late", value=12, stated_on="2025-12-02"),
        statement("early", value=9, stated_on="2025-12-01"),
        statement("elsewhere", value=8, period="2024"),
    )
    assert "Another statement says 12." in reading.part(found, "early")
    assert "Another statement says 9." in reading.part(found, "late")
    assert "Another" not in reading.part(found, "elsewhere")
    places = [found.body.index(f'id="{name}"') for name in ("elsewhere", "early", "late")]
    assert places == sorted(places)


def test_a_growth_is_held_against_the_published_counts_of_its_periods() -> None:
    found = page(
        statement("now", value=350, qualifier="nearly"),
        statement("then", value=170, period="2024"),
        statement("growth", metric="growth_ratio", value=2.5, unit="ratio", compared_with="2024"),
    )
    assert "nearly 350 and 170, would make it 2.1." in reading.part(found, "growth")
    assert "no commitment in the period compared with" in reading.part(found, "growth")


def test_a_figure_that_the_registry_does_not_compute_stands_alone() -> None:
    found = page(statement("oceans", metric="voluntary_commitments", title=words("Oceans")))
    assert ["others", "sources"] == [anchor for anchor, _ in found.contents]
    assert "Oceans" in reading.section(found, "others")
    assert "In this registry" not in reading.section(found, "others")


def test_values_on_which_sources_differ_are_all_shown() -> None:
    values = [{"value": value, "sources": ["gazette"]} for value in (14, 15)]
    assert told(value=14, disputed=[{"key": "value", "values": values}]).startswith(
        "14; 15 (sources differ)"
    )


def test_a_period_that_is_not_over_and_a_day_not_known_closely_are_named() -> None:
    found = page(
        commitment("vague", signed_on="2025-12-31..2026-01-05"),
        statement("s", value=9, period="2025-01..2026-06"),
    )
    assert "1 more may belong to the period" in reading.part(found, "s")
    assert "The period is not over." in reading.part(found, "s")


def test_a_count_leads_to_the_list_of_its_period_or_to_one_that_holds_it() -> None:
    found = page(
        statement("quarter", period="2025-Q1", value=9),
        statement("months", period="2025-01..2025-09", value=9),
        statement("years", period="2021-01..2025-12", value=9),
    )
    assert 'href="../commitments/new/2025-Q1/">3</a>' in found.body
    assert '<a href="../commitments/new/2025/">in this list' in found.body
    assert '<a href="../commitments/">in this list' in found.body


def test_a_rule_of_counting_that_several_share_is_told_once() -> None:
    same = words("Signed")
    found = page(
        statement("a", scope=same), statement("b", scope=same), statement("c", scope=words("All"))
    )
    assert 1 == found.body.count("Signed")
    assert "Counted: All" in reading.part(found, "c")


def test_a_statement_made_at_a_review_leads_to_it() -> None:
    meeting = review("2025-12-01")
    found = page(meeting, statement("s", review=meeting.id, stated_on="2025-12-01"))
    assert 'href="../reviews/review-2025-12-01/">1 December 2025</a>' in found.body


def test_without_statements_the_page_says_so_and_home_keeps_silent() -> None:
    assert "No published figure is recorded." in reading.words(page().body)
    home = reading.pages("home", DAY, partner("xb"), *OWN)[addresses.HOME]
    assert "published" not in [anchor for anchor, _ in home.contents]


def test_home_shows_the_longest_period_with_the_registry_s_own_figure() -> None:
    given = (
        statement("term", value=927, period="2021-01..2025-12", stated_by=words("The ministry")),
        statement("year", value=350),
    )
    home = reading.pages("home", DAY, partner("xb"), *OWN, *given)[addresses.HOME]
    notice = reading.words(home.body)
    assert "January 2021 to December 2025: 927 (The ministry). In this registry: 3." in " ".join(
        notice.replace(" )", ")").replace(" .", ".").replace("( ", "(").split()
    )
