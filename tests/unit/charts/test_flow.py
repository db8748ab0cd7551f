"""The chart of what changed hands: a band is as wide as its commitments, and says from whom."""

from generator.charts import flow
from generator.charts.contract import Chart
from generator.charts.flow import Band, Series
from tests import builders
from tests.unit.charts import drawn


def held(number: int, lead: str, *takers: str, **keys: object) -> object:
    moved = [builders.transfer(takers, "2023-01-01")] if takers else []
    return builders.commitment(
        f"c-{number}", signed_on="2022-01-10", lead_agency=lead, transfers=moved, **keys
    )


def series(*records: object) -> Series:
    agencies = (
        builders.merged("old", "new", "2022-06-01"),
        *map(builders.agency, ("new", "a", "b")),
    )
    return flow.series(builders.snapshot("2024-01-01", *agencies, *records))  # type: ignore[arg-type]


def chart(numbers: Series, language: str = "en") -> Chart:
    made = flow.draw(numbers, language)
    assert made is not None
    return made


def name(words: str) -> tuple[tuple[str, str], ...]:
    return (("en", words),)


def test_what_changed_hands_is_counted_by_who_had_it_and_who_has_it() -> None:
    numbers = series(held(1, "old"), held(2, "old"), held(3, "a", "b"), held(4, "b"))
    assert (
        Band(name("old"), name("new"), 2),
        Band(name("a"), name("b"), 1),
    ) == numbers.bands
    assert (3, 2, 0) == (numbers.moved, numbers.pairs, numbers.shared)


def test_what_ended_or_is_negotiated_does_not_count() -> None:
    numbers = series(held(1, "old", ended_on="2023-05-01"), held(2, "a"))
    assert () == numbers.bands
    assert flow.draw(numbers, "en") is None


def test_what_several_took_over_is_drawn_to_each_and_said() -> None:
    numbers = series(held(1, "old", "a", "b"))
    assert (1, 2, 1) == (numbers.moved, numbers.pairs, numbers.shared)
    assert "1 of them passed to several agencies" in chart(numbers).told


def test_who_still_holds_it_with_others_took_nothing_over() -> None:
    assert (Band(name("a"), name("b"), 1),) == series(held(1, "a", "a", "b")).bands


def test_small_bands_are_drawn_as_one() -> None:
    agencies = [builders.agency(f"to-{number:02}") for number in range(20)]
    moved = [held(number, "a", f"to-{number:02}") for number in range(20)]
    numbers = series(*agencies, *moved)
    assert (13, 20) == (len(numbers.bands), numbers.pairs)
    assert Band((), (), 8) == numbers.bands[-1]
    assert "The 8 smaller flows are drawn as one." in chart(numbers).told


SOME = Series(
    (
        Band(name("one"), name("two"), 7),
        Band(name("three"), name("two"), 5),
        Band(name("one"), name("four"), 2),
        Band((), (), 9),
    ),
    pairs=9,
    moved=23,
    shared=0,
)


def test_the_table_holds_what_is_drawn() -> None:
    made = chart(SOME)
    counts = [int(row[2]) for row in made.rows]
    assert [7, 5, 2, 9] == counts
    for drawing in made.drawings:
        bands = [drawn.outlines(drawing, f"band-{index}")[0] for index in range(len(counts))]
        starts = [round(band[-1][1] - band[0][1], 1) for band in bands]
        half = len(bands[0]) // 2
        ends = [round(band[half][1] - band[half - 1][1], 1) for band in bands]
        unit = starts[0] / counts[0]
        assert counts == [round(start / unit) for start in starts]
        assert starts == ends
        written = {words.replace("\N{NO-BREAK SPACE}", " ") for words in drawn.words(drawing)}
        assert {"one: 9", "two: 12", "three: 5", "four: 2"} <= written


def test_bands_of_one_agency_lie_side_by_side() -> None:
    for drawing in chart(SOME).drawings:
        first, other = (drawn.outlines(drawing, name)[0] for name in ("band-0", "band-2"))
        assert abs(first[-1][1] - other[0][1]) < 0.1
        bars = drawn.areas(drawing, "givers")
        assert abs(sum(bar.height for bar in bars) - 23 * (first[-1][1] - first[0][1]) / 7) < 0.2
