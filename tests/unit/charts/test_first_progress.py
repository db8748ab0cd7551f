"""The chart of the time to first progress: who still waits counts for as long as it was watched."""

from generator.charts import first_progress
from generator.charts.contract import Chart, Drawing
from generator.charts.first_progress import Series
from tests import builders
from tests.unit.charts import drawn


def series(as_of: str, *days: tuple[str, str | None]) -> Series:
    """Commitments by their day and the day of their first progress."""
    return first_progress.series(
        builders.snapshot(
            as_of,
            *(
                builders.commitment(
                    f"c-{number}",
                    signed_on=signed,
                    **({"updates": [builders.update("u", shown, "in_progress")]} if shown else {}),
                )
                for number, (signed, shown) in enumerate(days)
            ),
        )
    )


def chart(numbers: Series, language: str = "en") -> Chart:
    made = first_progress.draw(numbers, language)
    assert made is not None
    return made


SOME = (
    ("2021-01-01", "2021-04-11"),
    ("2021-01-01", "2022-02-05"),
    ("2021-01-01", "2023-03-12"),
    ("2021-01-01", None),
    ("2023-12-01", None),
    ("2022", None),
)


def test_the_curve_is_the_estimate_with_those_who_still_wait() -> None:
    numbers = series("2024-01-01", *SOME)
    assert ((100, 0.25), (400, 0.5), (800, 0.75)) == numbers.steps
    assert (3, 5, 1) == (numbers.happened, numbers.measured, numbers.left_out)
    assert (1095, 400) == (numbers.longest, numbers.median)


def test_rows_say_how_it_stood_and_how_many_still_waited() -> None:
    assert (
        ("0 days", "0%", "5"),
        ("1 year", "25%", "3"),
        ("2 years", "50%", "2"),
        ("3 years", "75%", "1"),
    ) == chart(series("2024-01-01", *SOME)).rows


def test_a_short_time_is_told_in_days() -> None:
    numbers = series("2021-03-01", ("2021-01-01", None), ("2021-02-01", "2021-02-05"))
    assert ["0 days", "30 days"] == [row[0] for row in chart(numbers).rows]


def test_nothing_to_watch_makes_no_chart() -> None:
    assert first_progress.draw(series("2024-01-01", ("2022", None)), "en") is None
    assert first_progress.draw(series("2024-01-01", ("2024-01-01", None)), "en") is None


def curve(drawing: Drawing) -> list[tuple[float, float]]:
    """The corners of the curve as days by x, and shares, by the labels of the grid."""
    heights = {
        text.text: float(text.get("y", "")) - 4.725
        for text in drawn.root(drawing).iter(f"{drawn.SPACE}text")
        if (text.text or "").endswith("%")
    }
    points = drawn.outlines(drawing, "curve")[0]
    left, right = points[0][0], points[-1][0]
    return [
        ((x - left) / (right - left), (heights["0%"] - y) / (heights["0%"] - heights["100%"]))
        for x, y in points
    ]


def test_the_table_holds_what_is_drawn() -> None:
    numbers = series("2024-01-01", *SOME)
    made = chart(numbers)
    for drawing in made.drawings:
        points = [(x * numbers.longest, share) for x, share in curve(drawing)]
        read = [
            round(max((share for x, share in points if x <= row.days + 1), default=0) * 100)
            for row in numbers.rows
        ]
        assert [row[1] for row in made.rows] == [f"{share}%" for share in read]
        assert {row[2] for row in made.rows} <= set(drawn.words(drawing))


def test_the_median_stands_on_the_curve_or_is_said_not_to_be_reached() -> None:
    made = chart(series("2024-01-01", *SOME))
    assert "half take 400 days or more" in made.told
    for drawing in made.drawings:
        assert drawn.outlines(drawing, "median")
        assert "Half: 400 days" in drawn.words(drawing)
    never = chart(series("2024-01-01", *SOME[:1], *SOME[3:5], *SOME[3:5]))
    assert "half have not got there" in never.told
    for drawing in never.drawings:
        assert not drawn.outlines(drawing, "median")
        assert "Half: not reached" in drawn.words(drawing)


def test_a_long_curve_is_as_short_as_can_be_seen() -> None:
    many = [
        ("2021-01-01", f"2021-{month:02}-{day:02}")
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    numbers = series("2024-01-01", *many * 4)
    assert len(numbers.steps) <= 500
    assert 1 == numbers.steps[-1][1]
