"""The charts by field and by partner: each bar is as long as its commitments, by status."""

from generator.charts import groups
from generator.charts.contract import Chart
from generator.charts.groups import Series
from generator.charts.palette import STATUSES
from tests import builders
from tests.unit.charts import drawn

DONE = [builders.update("u1", "2023-01-02", "completed")]
MOVING = [builders.update("u1", "2023-01-02", "in_progress")]


def commitment(number: int, field: str, *partners: str, **keys: object) -> object:
    named = [{"partner": partner} for partner in partners or ("xb",)]
    return builders.commitment(
        f"c-{number}", signed_on="2022-01-10", field=field, partners=named, **keys
    )


def series(by: str, *records: object) -> Series:
    words = builders.vocabulary("fields", "energy", "trade", "health")
    partners = [builders.partner(name) for name in ("xb", "xc")]
    return groups.series(builders.snapshot("2024-01-01", words, *partners, *records), by)  # type: ignore[arg-type]


def chart(numbers: Series, language: str = "en") -> Chart:
    made = groups.draw(numbers, language, "groups")
    assert made is not None
    return made


SOME = (
    commitment(1, "energy", updates=DONE),
    commitment(2, "energy", updates=MOVING),
    commitment(3, "energy"),
    commitment(4, "trade", "xb", "xc", updates=MOVING),
    commitment(5, "health", "xc", "xc"),
    commitment(6, "health", ended_on="2023-01-01"),
)


def test_active_commitments_are_counted_by_field_and_status() -> None:
    made = chart(series("field", *SOME))
    assert (
        "Field",
        "Active commitments",
        "Completed",
        "In progress",
        "Not reported",
    ) == made.header
    assert (
        ("energy", "3", "1", "1", "1"),
        ("health", "1", "0", "0", "1"),
        ("trade", "1", "0", "1", "0"),
    ) == made.rows


def test_a_commitment_with_two_partners_counts_for_each_and_once_in_all() -> None:
    numbers = series("partner", *SOME)
    assert {"xb": 4, "xc": 2} == {dict(group.name)["en"]: group.total for group in numbers.groups}
    assert (5, 2) == (numbers.total, numbers.silent)
    assert "2 of all 5 have no published progress." in chart(numbers).told
    assert "counts for each of them" in chart(numbers).told


def test_the_largest_are_drawn_and_the_others_counted() -> None:
    many = [commitment(number, "energy", f"p-{number:02}") for number in range(20)]
    more = commitment(20, "energy", "p-19")
    numbers = series("partner", *many, more)
    assert "p-19" == dict(numbers.groups[0].name)["en"]
    assert "5 further partners, with 1 at most each, are left out." in chart(numbers).told


def test_nothing_active_makes_no_chart() -> None:
    assert groups.draw(series("field", SOME[-1]), "en", "groups") is None


def test_the_table_holds_what_is_drawn() -> None:
    many = [commitment(number + 10, "energy", updates=DONE) for number in range(9)]
    numbers = series("field", *SOME, *many)
    made = chart(numbers)
    for drawing in made.drawings:
        tops = sorted({area.top for status in STATUSES for area in drawn.areas(drawing, status)})
        assert len(made.rows) == len(tops)
        longest = sum(
            area.width
            for status in STATUSES
            for area in drawn.areas(drawing, status)
            if area.top == tops[0]
        )
        unit = longest / int(made.rows[0][1])
        for top, row in zip(tops, made.rows, strict=True):
            for status, cell in zip(numbers.shown, row[2:], strict=True):
                found = [area for area in drawn.areas(drawing, status) if area.top == top]
                assert int(cell) == round(sum(area.width for area in found) / unit)
            assert {row[0], row[1]} <= set(drawn.words(drawing))
