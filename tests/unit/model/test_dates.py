from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model.dates import Date, Period, quarters

DAYS = some.dates(date(1900, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    "text,first,last",
    [
        ("2025-10-01", date(2025, 10, 1), date(2025, 10, 1)),
        ("2025-10", date(2025, 10, 1), date(2025, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-04-14..2025-04-15", date(2025, 4, 14), date(2025, 4, 15)),
        ("2024-11..2025", date(2024, 11, 1), date(2025, 12, 31)),
        ("..2025-05-22", date.min, date(2025, 5, 22)),
        ("..2025-05", date.min, date(2025, 5, 31)),
    ],
)
def test_a_date_is_the_span_of_days_on_which_it_may_lie(text: str, first: date, last: date) -> None:
    found = Date.parse(text)
    assert (first, last) == (found.first, found.last)
    assert text == str(found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2025-13",
        "2025-02-29",
        "2025-1",
        "25",
        "2025-10-01T00:00",
        "2025-Q3",
        "2025..",
        "2025-05..2025-04",
        "2025..2026..2027",
        "0000",
        " 2025",
        "2025\n",
        "٢٠٢٥",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Date.parse(text)


def test_between_its_first_day_and_its_last_a_date_has_not_come_and_is_uncertain() -> None:
    month = Date.parse("2025-10")
    before, first, last = date(2025, 9, 30), date(2025, 10, 1), date(2025, 10, 31)
    assert [False, False, True] == [month.has_come(on) for on in (before, first, last)]
    assert [False, True, True] == [month.may_have_come(on) for on in (before, first, last)]
    assert [False, True, False] == [month.is_uncertain(on) for on in (before, first, last)]


def test_only_a_date_known_to_the_day_is_exact() -> None:
    assert Date.parse("2025-10-01").exact
    assert Date.parse("2025-10-01..2025-10-01").exact
    assert not Date.parse("2025-10").exact
    assert not Date.parse("..0001-01-02").exact


def test_dates_sort_by_their_last_day() -> None:
    texts = ["2025-03-01", "..2025-02-28", "2025", "2025-02", "2025-02-28"]
    assert ["..2025-02-28", "2025-02", "2025-02-28", "2025-03-01", "2025"] == [
        str(found) for found in sorted(map(Date.parse, texts))
    ]


@given(DAYS)
def test_a_day_reads_back_as_itself(day: date) -> None:
    assert Date.of(day) == Date.parse(day.isoformat())
    assert Date.of(day).first == Date.of(day).last == day


@given(DAYS, DAYS, DAYS)
def test_a_date_has_come_certainly_possibly_or_not(one: date, other: date, on: date) -> None:
    first, last = sorted((one, other))
    span = Date.parse(f"{first}..{last}")
    assert (span.has_come(on) or span.is_uncertain(on)) == span.may_have_come(on)
    assert not (span.has_come(on) and span.is_uncertain(on))


@pytest.mark.parametrize(
    "text,first,last",
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-01..2025-09", date(2025, 1, 1), date(2025, 9, 30)),
        ("2021..2025", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_all_days_of_what_it_names(text: str, first: date, last: date) -> None:
    found = Period.parse(text)
    assert (first, last, text) == (found.first, found.last, str(found))


@pytest.mark.parametrize(
    "text", ["", "2025-Q0", "2025-Q5", "2025-q3", "..2025", "2025..", "2025-09..2025-01", "2025-00"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Period.parse(text)


def test_a_date_counts_in_a_period_only_if_its_whole_span_lies_in_it() -> None:
    quarter = Period.parse("2025-Q3")
    inside, across, outside = map(Date.parse, ("2025-09", "2025-09-30..2025-10-01", "2025-10"))
    assert [True, False, False] == [quarter.holds(moment) for moment in (inside, across, outside)]
    assert [True, True, False] == [quarter.touches(moment) for moment in (inside, across, outside)]


def test_or_earlier_never_lies_wholly_in_a_period() -> None:
    earlier = Date.parse("..2025-05-22")
    assert not Period.parse("2025").holds(earlier)
    assert Period.parse("2025").touches(earlier)
    assert Period.parse("2020").touches(earlier)
    assert not Period.parse("2025-Q3").touches(earlier)


@pytest.mark.parametrize(
    "text,before",
    [
        ("2025", "2024"),
        ("2025-Q3", "2024-Q3"),
        ("2025-01..2025-09", "2024-01..2024-09"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-02-29", "2023-02-28"),
    ],
)
def test_the_same_period_a_year_before(text: str, before: str) -> None:
    found = Period.parse(text).year_before()
    expected = Period.parse(before)
    assert (expected.first, expected.last) == (found.first, found.last)


@given(some.integers(1901, 2998), some.integers(1, 4))
def test_quarters_follow_one_another_without_a_gap(year: int, number: int) -> None:
    quarter = Period.quarter(year, number)
    assert quarter == Period.parse(str(quarter))
    assert quarter.last + timedelta(days=1) == quarter.next_quarter().first
    assert Period.quarter(year - 1, number) == quarter.year_before()
    assert str(Period.quarter(year - 1, number)) == str(quarter.year_before())


@given(DAYS)
def test_every_day_lies_in_its_own_quarter_alone(day: date) -> None:
    quarter = Period.quarter_of(day)
    assert quarter.holds(Date.of(day))
    assert not quarter.next_quarter().touches(Date.of(day))


@given(DAYS, some.integers(0, 4000))
def test_quarters_from_one_day_to_another_cover_both(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), date(2999, 12, 31))
    found = quarters(first, last)
    assert found[0].holds(Date.of(first))
    assert found[-1].holds(Date.of(last))
    assert found == sorted(set(found))
