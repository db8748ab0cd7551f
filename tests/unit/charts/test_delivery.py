"""The chart of delivery: each bar is as long as its number, and says it."""

import pytest

from generator.charts import delivery
from generator.charts.contract import Chart
from generator.charts.delivery import Series
from generator.charts.palette import STATUSES
from tests.unit.charts import drawn

SOME = Series((1, 0, 4, 0, 0, 0, 14, 113))


def chart(numbers: Series, language: str = "en") -> Chart:
    made = delivery.draw(numbers, language)
    assert made is not None
    return made


def test_the_series_counts_each_status() -> None:
    counts = (1, 2, 3, 4, 5, 6, 7, 8)
    assert Series(counts) == delivery.series(drawn.standings(*counts))


def test_nothing_to_count_makes_no_chart() -> None:
    assert delivery.draw(delivery.series([]), "en") is None


def test_the_table_holds_what_is_drawn() -> None:
    made = chart(SOME)
    assert [str(count) for count in SOME.counts] == [number for _, number in made.rows]
    for drawing in made.drawings:
        lengths = [sum(area.width for area in drawn.areas(drawing, status)) for status in STATUSES]
        unit = max(lengths) / max(SOME.counts)
        assert list(SOME.counts) == [round(length / unit) for length in lengths]
        assert sorted(cell for row in made.rows for cell in row) == sorted(drawn.words(drawing))


@pytest.mark.parametrize(
    "counts, language, message",
    [
        (
            SOME.counts,
            "en",
            (
                "113 of 132 commitments have no published progress. By the latest status "
                "published: 1 completed, 4 in progress, and 14 with news that states no status."
            ),
        ),
        (
            SOME.counts,
            "vi",
            (
                "113 trong tổng số 132 cam kết chưa có tiến độ được công bố. Theo trạng thái "
                "công bố gần nhất: 1 đã hoàn thành, 4 đang thực hiện và 14 có thông tin nhưng "
                "không nêu trạng thái."
            ),
        ),
        (
            (1, 0, 0, 0, 0, 0, 0, 1),
            "en",
            (
                "1 of 2 commitments has no published progress. By the latest status published: "
                "1 completed."
            ),
        ),
        (
            (2, 0, 0, 0, 0, 0, 0, 0),
            "en",
            (
                "All 2 commitments have published progress. By the latest status published: "
                "2 completed."
            ),
        ),
        ((0, 0, 0, 0, 0, 0, 0, 1), "en", "The one commitment has no published progress."),
        ((0, 0, 0, 0, 0, 0, 0, 9), "en", "None of the 9 commitments has published progress."),
    ],
)
def test_the_message_has_the_main_numbers(
    counts: tuple[int, ...], language: str, message: str
) -> None:
    assert message == chart(Series(counts), language).message
