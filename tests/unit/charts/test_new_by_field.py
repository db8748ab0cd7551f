"""Small drawings of new commitments by field and year, on one scale."""

from generator.charts import new_by_field
from generator.charts.contract import Chart
from generator.charts.new_by_field import Series
from tests import builders
from tests.unit.charts import drawn


def series(as_of: str, *days: tuple[str, str]) -> Series:
    """Commitments by their field and day."""
    made = [
        builders.commitment(f"c-{number}", field=field, signed_on=day)
        for number, (field, day) in enumerate(days)
    ]
    return new_by_field.series(builders.snapshot(as_of, *made))


def chart(numbers: Series, language: str = "en") -> Chart:
    made = new_by_field.draw(numbers, language)
    assert made is not None
    return made


SOME = (
    *[("energy", "2021-02-03")] * 3,
    *[("energy", "2023-05")] * 2,
    *[("trade", "2022")] * 5,
    ("trade", "2024-01-02"),
    ("health", "2022-12-31..2023-01-01"),
)


def test_a_commitment_is_new_in_the_year_that_holds_its_day() -> None:
    numbers = series("2024-06-30", *SOME)
    assert (2021, 2022, 2023, 2024) == numbers.years
    assert {"energy": (3, 0, 2, 0), "trade": (0, 5, 0, 1)} == {
        dict(panel.name)["en"]: panel.counts for panel in numbers.panels
    }
    assert (1, False) == (numbers.left_out, numbers.over)


def test_the_table_says_which_year_is_not_over() -> None:
    made = chart(series("2024-06-30", *SOME))
    assert ("Field", "2021", "2022", "2023", "2024, so far", "Total") == made.header
    assert ("trade", "0", "5", "0", "1", "6") == made.rows[0]
    assert "2024" == chart(series("2024-12-31", *SOME)).header[-2]


def test_the_table_holds_what_is_drawn() -> None:
    made = chart(series("2024-06-30", *SOME))
    cells = [int(cell) for row in made.rows for cell in row[1:-1]]
    for drawing in made.drawings:
        areas = [*drawn.areas(drawing, "count"), *drawn.areas(drawing, "so-far")]
        unit = max(area.height for area in areas) / max(cells)
        assert sorted(cell for cell in cells if cell) == sorted(
            round(area.height / unit) for area in areas
        )
        assert [1] == [round(area.height / unit) for area in drawn.areas(drawing, "so-far")]


def test_the_message_has_the_main_numbers() -> None:
    assert (
        "11 new commitments from 2021 to 2024. Most in one field and year: 5, trade, 2022. "
        "1 is left out, since its year is not known."
    ) == chart(series("2024-06-30", *SOME)).told


def test_seven_years_are_shown_at_most_and_nothing_makes_no_chart() -> None:
    assert 7 == len(series("2031-06-30", ("energy", "2031-01-01")).years)
    assert new_by_field.draw(series("2024-06-30"), "en") is None
