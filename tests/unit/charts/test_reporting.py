"""The chart of reports due: each cell is as full as reports came, by agency and period."""

from generator.charts import reporting
from generator.charts.contract import Chart
from generator.charts.reporting import STATES, Series
from tests import builders
from tests.unit.charts import drawn


def commitment(number: int, lead: str, *reports: dict[str, object]) -> object:
    return builders.commitment(
        f"c-{number}",
        signed_on="2024-01-10",
        lead_agency=lead,
        **({"updates": list(reports)} if reports else {}),
    )


def came(by: str, on: str, period: str) -> dict[str, object]:
    return builders.report(f"r-{period}".lower(), by, on, period)


SOME = (
    commitment(1, "a", came("a", "2025-04-02", "2025-Q1"), came("a", "2025-07-30", "2025-Q2")),
    commitment(2, "a", came("a", "2025-04-10", "2025-Q1")),
    commitment(3, "a"),
    commitment(4, "b", came("b", "2025-04-02", "2025-Q1")),
)


def series(as_of: str, *records: object) -> Series:
    agencies = [builders.agency(name) for name in ("a", "b")]
    return reporting.series(builders.snapshot(as_of, *agencies, *records))  # type: ignore[arg-type]


def chart(numbers: Series, language: str = "en") -> Chart:
    made = reporting.draw(numbers, language)
    assert made is not None
    return made


def test_cells_count_reports_by_state() -> None:
    numbers = series("2025-08-01", *SOME)
    assert ["on_time", "late", "awaited", "missing"] == list(STATES)
    assert {"a": ((2, 0, 0, 1), (0, 1, 0, 2)), "b": ((1, 0, 0, 0), (0, 0, 0, 1))} == {
        dict(row.name)["en"]: row.cells for row in numbers.rows
    }
    assert (3, 1, 0, 4) == numbers.totals


def test_what_may_still_come_is_not_missing() -> None:
    numbers = series("2025-07-10", *SOME)
    assert {(0, 0, 3, 0), (0, 0, 1, 0)} == {row.cells[-1] for row in numbers.rows}
    assert "4 may still come" in chart(numbers).told


def test_the_table_holds_what_is_drawn() -> None:
    numbers = series("2025-08-01", *SOME)
    made = chart(numbers)
    assert ("a", "Q1 2025", "3", "2", "0", "0", "1") == made.rows[0]
    for drawing in made.drawings:
        shares = {
            state: sorted(round(area.height / 22, 2) for area in drawn.areas(drawing, state))
            for state in STATES
        }
        assert {
            state: sorted(
                round(int(row[3 + place]) / int(row[2]), 2)
                for row in made.rows
                if int(row[3 + place])
            )
            for place, state in enumerate(STATES)
        } == shares


def test_the_message_says_what_missing_means() -> None:
    assert (
        "8 reports were due: 3 came in time, 1 late, and 4 are missing. Counted is what the "
        "registry holds: a report that was sent but not published is missing here."
    ) == chart(series("2025-08-01", *SOME)).told


def test_where_nothing_came_words_say_so_instead_of_a_drawing() -> None:
    silent = series("2025-08-01", *SOME[2:3])
    assert reporting.draw(silent, "en") is None
    assert (
        "2 reports were due for Q1 2025 to Q2 2025; none of them is in the registry. "
        "Once some are, they are drawn here."
    ) == reporting.why_not(silent, "en")
    early = series("2025-02-01", *SOME)
    assert reporting.draw(early, "en") is None
    assert "No report has been due so far." == reporting.why_not(early, "en")


def test_the_agencies_with_most_due_and_the_latest_periods_are_drawn() -> None:
    agencies = [builders.agency(f"a-{number:02}") for number in range(25)]
    many = [commitment(number + 10, f"a-{number:02}") for number in range(25)]
    numbers = series("2030-02-01", *agencies, *many, *SOME)
    assert (20, 7) == (len(numbers.rows), numbers.left_out)
    assert "a" == dict(numbers.rows[0].name)["en"]
    assert ["2028-Q1", "2029-Q4"] == [numbers.periods[place].text for place in (0, -1)]


def test_a_period_without_anything_due_is_no_cell() -> None:
    later = builders.commitment("c-9", signed_on="2025-05-01", lead_agency="b")
    made = chart(series("2025-08-01", *SOME[:3], later))
    assert [("a", "Q1 2025"), ("a", "Q2 2025"), ("b", "Q2 2025")] == [row[:2] for row in made.rows]
