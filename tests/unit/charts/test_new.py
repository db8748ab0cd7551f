"""The chart of new commitments: by the record's day, against the year before."""

import pytest

from generator.charts import new
from generator.charts.contract import Chart
from generator.charts.new import Series
from tests import builders
from tests.unit.charts import drawn


def series(as_of: str, *days: str) -> Series:
    made = [
        builders.commitment(f"c-{number}", **({"signed_on": day} if day else {}))
        for number, day in enumerate(days)
    ]
    found = builders.snapshot(as_of, *made)
    return new.series(found, builders.standings(found))


def chart(numbers: Series, language: str = "en") -> Chart:
    made = new.draw(numbers, language)
    assert made is not None
    return made


def test_a_commitment_is_new_in_the_quarter_that_holds_its_day() -> None:
    numbers = series("2023-12-31", "2022-02", "2022-05-01", "2023-04-30", "2023-06", "2023-06-30")
    assert (1, 1, 0, 0, 0, 3, 0, 0) == numbers.counts
    assert (0, 0, 0, 0, 1, 1, 0, 0) == numbers.before
    assert ["2022-Q1", "2023-Q4"] == [str(numbers.quarters[0]), str(numbers.quarters[-1])]
    assert numbers.over


def test_a_day_that_is_not_known_to_the_quarter_is_left_out_once_and_said() -> None:
    numbers = series("2023-12-31", "2023-01-01", "2023", "2023-03-30..2023-04-02")
    assert (1, 0, 0, 0) == numbers.counts
    assert 2 == numbers.left_out
    assert "2 commitments are left out" in chart(numbers).told


def test_what_is_not_concluded_is_neither_counted_nor_left_out() -> None:
    numbers = series("2023-12-31", "2023-01-01", "", "2024-02-01")
    assert (1, 0, 0, 0) == numbers.counts
    assert 0 == numbers.left_out


def test_before_the_registry_begins_nothing_is_known() -> None:
    numbers = series("2022-03-31", "2021-01-01", "2022-01-01")
    assert (None, None, None, None, 1) == numbers.before
    assert "not covered" == chart(numbers).rows[0][2]


def test_nothing_to_count_makes_no_chart() -> None:
    assert new.draw(series("2023-12-31"), "en") is None


def test_six_years_are_shown_at_most() -> None:
    numbers = series("2031-12-31", "2021-01-01", "2026-01-01")
    assert ("2026-Q1", 24) == (str(numbers.quarters[0]), len(numbers.quarters))


def test_the_table_holds_what_is_drawn() -> None:
    numbers = series(
        "2023-11-30", *["2022-01-15"] * 3, *["2022-11-01"] * 12, *["2023-01-02"] * 7, "2023-11-29"
    )
    made = chart(numbers)
    for drawing in made.drawings:
        counted = drawn.columns(drawing, "count", len(made.rows))
        so_far = drawn.columns(drawing, "so-far", len(made.rows))
        assert 1 == so_far[-1]
        assert [row[1] for row in made.rows] == [
            str(one + other) for one, other in zip(counted, so_far, strict=True)
        ]
        zero, unit = drawn.grid(drawing)
        # The label of a line hangs a little lower than the line; a mark has its own height.
        heights = [
            round((zero - 4.725 - area.top - area.height / 2) / unit)
            for area in drawn.areas(drawing, "before")
        ]
        assert [count for count in numbers.before if count] == heights


@pytest.mark.parametrize(
    "as_of, days, language, message",
    [
        (
            "2023-03-31",
            ["2022-01-01", "2023-01-01", "2023-02-01"],
            "en",
            (
                "3 new commitments since Q1 2022. Most in one quarter: 2, in Q1 2023. "
                "Q1 2023: 2 new commitments, against 1 in the same quarter of the year before."
            ),
        ),
        (
            "2023-03-30",
            ["2022-01-01", "2022-12-01", "2023-01-01"],
            "en",
            (
                "3 new commitments since Q1 2022. Most in one quarter: 1, in Q1 2022. "
                "Q4 2022: 1 new commitment, against 0 in the same quarter of the year before. "
                "Q1 2023, not over yet: 1."
            ),
        ),
        (
            "2022-11-30",
            ["2022-01-01", "2022-02-01"],
            "en",
            (
                "2 new commitments since Q1 2022. "
                "Q1 2022: 2 new commitments, against 0 in the same quarter of the year before. "
                "None are recorded for the 2 quarters since then, which may also mean that they "
                "have not been recorded yet."
            ),
        ),
        (
            "2023-03-31",
            ["2022-10-01"],
            "vi",
            (
                "1 cam kết mới từ Quý 4/2022. "
                "Quý 4/2022: 1 cam kết mới, so với 0 trong cùng quý năm trước. "
                "Chưa ghi nhận cam kết nào cho 1 quý sau đó, cũng có thể do chưa cập nhật."
            ),
        ),
        (
            "2021-03-31",
            ["2021-01-01"],
            "en",
            "1 new commitment since Q1 2021. Q1 2021: 1 new commitment.",
        ),
        (
            "2021-03-30",
            ["2021-01-01"],
            "en",
            "1 new commitment since Q1 2021. Q1 2021, not over yet: 1.",
        ),
    ],
)
def test_the_message_has_the_main_numbers(
    as_of: str, days: list[str], language: str, message: str
) -> None:
    assert message == chart(series(as_of, *days), language).told
