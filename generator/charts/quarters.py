"""What charts over time share: a column for each quarter, a grid of whole numbers, a legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.charts.palette import GRID, MUTED, Fill
from generator.charts.sheet import WIDE, Box, Sheet, lines
from generator.charts.svg import SIZE
from generator.model.dates import Period
from generator.text import catalogue, writer

LONGEST = 24
"""As many quarters as columns can still be told apart on a narrow screen: six years."""
ROW = 22
"""The height of a line of the legend."""
MARK = 2.5
"""The height of a mark that stands for a value of comparison."""

_NAMES = 52
"""Pixels that the names of quarters and years take below the columns."""
_WIDEST = 44
_ROOM_FOR_NUMBER = 16
_GRID_LINES = 4
_SWATCH = 14
_INDENT = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """Where columns stand: `step` pixels to a quarter, `unit` pixels to one commitment."""

    left: float
    bottom: float
    step: float
    unit: float

    def x(self, index: int) -> float:
        """The left edge of a quarter's place."""
        return self.left + index * self.step

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom - value * self.unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: an area, a mark of comparison, or (without a fill) a dashed line."""

    text: str
    fill: Fill | None
    mark: bool = False


def label(quarter: Period, language: str, *, over: bool) -> str:
    """A quarter's name, which says if the quarter is not over."""
    name = writer(language).period(quarter)
    return name if over else catalogue(language).text("chart.so_far", quarter=name)


def sheet(width: int, bottom: float, entries: Sequence[Entry]) -> Sheet:
    """A sheet with columns that end at `bottom`, and the legend below them."""
    columns = 2 if width >= WIDE else 1
    room = width / columns - _INDENT
    texts = [lines(entry.text, room) for entry in entries]
    top = bottom + _NAMES
    rows = ceil(len(entries) / columns)
    tallest = max(map(len, texts), default=0)
    made = Sheet(width, ceil(top + rows * ROW * tallest))
    for index, (entry, text) in enumerate(zip(entries, texts, strict=True)):
        # Down the first column, then down the second: the order of a stack stays readable.
        x = index // rows * width / columns
        y = top + index % rows * ROW * tallest
        _swatch(made, entry, x, y)
        for number, line in enumerate(text):
            made.words((x + _INDENT, y + 12 + number * 16), line)
    return made


def _swatch(made: Sheet, entry: Entry, x: float, y: float) -> None:
    if entry.fill is None:
        made.line((x + _SWATCH / 2, y), (x + _SWATCH / 2, y + _SWATCH), MUTED, dashed=True)
    elif entry.mark:
        made.bars([Box(x, y + (_SWATCH - MARK) / 2, _SWATCH, MARK)], entry.fill)
    else:
        made.bars([Box(x, y, _SWATCH, _SWATCH)], entry.fill)


def frame(
    made: Sheet, periods: Sequence[Period], highest: int, sides: tuple[float, float], language: str
) -> Frame:
    """Draw the grid between two sides, top and bottom, and the names of quarters below it."""
    top, bottom = sides
    tick = _tick(highest)
    ceiling = ceil(highest / tick) * tick
    write = writer(language)
    left = 10 + 9 * len(write.number(ceiling))
    step = min((made.width - left - 10) / len(periods), _WIDEST)
    placed = Frame(left, bottom, step, (bottom - top) / ceiling)
    for value in range(0, ceiling + 1, tick):
        y = placed.y(value)
        made.line((left, y), (placed.x(len(periods)), y), GRID)
        made.words((left - 6, y + SIZE * 0.35), write.number(value), anchor="right", color=MUTED)
    _names(made, periods, placed)
    return placed


def base(made: Sheet, periods: Sequence[Period], placed: Frame) -> None:
    """Draw the line on which the columns stand, over their feet."""
    ends = (placed.left, placed.bottom), (placed.x(len(periods)), placed.bottom)
    made.line(*ends, MUTED)


def _names(made: Sheet, periods: Sequence[Period], placed: Frame) -> None:
    numbered = placed.step >= _ROOM_FOR_NUMBER
    years: dict[int, list[int]] = {}
    for index, period in enumerate(periods):
        years.setdefault(period.first.year, []).append(index)
        if numbered:
            number = str((period.first.month + 2) // 3)
            at = (placed.x(index) + placed.step / 2, placed.bottom + 16)
            made.words(at, number, anchor="center", color=MUTED)
    depth = 34 if numbered else 17
    for year, members in years.items():
        start, end = placed.x(members[0]), placed.x(members[-1] + 1)
        if members[0]:
            made.line((start, placed.bottom), (start, placed.bottom + depth - 10), GRID)
        made.words(((start + end) / 2, placed.bottom + depth), str(year), anchor="center")


def _tick(highest: int) -> int:
    """The distance of grid lines: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if highest <= step * power * _GRID_LINES:
                return step * power
        power *= 10
