"""How the delivery of commitments stands: a bar for each status."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.charts.contract import Chart
from generator.charts.palette import GRID, STATUSES
from generator.charts.sheet import SHAPES, Box, Sheet, lines
from generator.charts.svg import SIZE
from generator.metrics.snapshot import Standing
from generator.text import catalogue, writer

_ROW = 32
_BAR = 18
_ABOVE = 20
_LABELS = {"narrow": 0, "wide": 220}
"""The width of labels beside the bars; in the narrow shape each stands above its bar."""
_NUMBER = 60
"""What is left free behind the longest bar, for its number."""


@dataclass(frozen=True, slots=True)
class Series:
    """How many commitments have each status, in the order of statuses."""

    counts: tuple[int, ...]


def series(standings: Iterable[Standing]) -> Series:
    """The numbers of a set of commitments."""
    counted = Counter(standing.status for standing in standings)
    return Series(tuple(counted[status] for status in STATUSES))


def draw(numbers: Series, language: str, name: str = "delivery") -> Chart | None:
    """The chart of a series; none if it counts nothing."""
    if not any(numbers.counts):
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text("chart.delivery.title")
    rows = tuple(
        (texts.text(f"status.{status}"), write.number(count))
        for status, count in zip(STATUSES, numbers.counts, strict=True)
    )
    return Chart(
        name,
        title,
        _message(numbers, language),
        "",
        (texts.text("chart.delivery.status"), texts.text("chart.delivery.count")),
        rows,
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, rows, shape).drawings(shape, title, language)
        ),
    )


def _sheet(numbers: Series, rows: Sequence[tuple[str, str]], shape: str) -> Sheet:
    left = _LABELS[shape]
    above = 0 if left else _ABOVE
    made = Sheet(SHAPES[shape], (_ROW + above) * len(rows))
    unit = (made.width - left - _NUMBER) / max(numbers.counts)
    made.line((left, 0), (left, made.height), GRID)
    for index, (status, count) in enumerate(zip(STATUSES, numbers.counts, strict=True)):
        text, number = rows[index]
        top = index * (_ROW + above) + above + (_ROW - _BAR) / 2
        middle = top + _BAR / 2
        if count:
            made.bars([Box(left, top, count * unit, _BAR)], STATUSES[status], status)
        made.words((left + count * unit + 7, middle + SIZE * 0.35), number)
        if left:
            _label(made, text, left, middle)
        else:
            made.words((0, top - 7), text)
    return made


def _label(made: Sheet, text: str, room: float, middle: float) -> None:
    """Write a label beside its bar, on two lines if it must be."""
    written = lines(text, room)
    for number, line in enumerate(written):
        offset = (number - (len(written) - 1) / 2) * (SIZE + 1.5)
        made.words((0, middle + SIZE * 0.35 + offset), line)


def _message(numbers: Series, language: str) -> str:
    texts, write, total = catalogue(language), writer(language), sum(numbers.counts)
    counts = dict(zip(STATUSES, numbers.counts, strict=True))
    silent = counts.pop("not_reported")
    if silent == total:
        return texts.count("chart.delivery.none", total)
    if silent:
        first = texts.count("chart.delivery.some", silent, total=write.number(total))
    else:
        first = texts.count("chart.delivery.all", total)
    parts = [
        texts.count(f"chart.delivery.part.{status}", count)
        for status, count in counts.items()
        if count
    ]
    return texts.text("chart.delivery.message", first=first, parts=write.list(parts))
