"""What charts over time share: a column for each quarter, a grid of whole numbers, a legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.charts.legend import Entry, Legend
from generator.charts.palette import GRID, MUTED
from generator.charts.sheet import Sheet
from generator.charts.svg import SIZE
from generator.model.dates import Period
from generator.text import catalogue, writer

LONGEST = 24
"""As many quarters as columns can still be told apart on a narrow screen: six years."""
_NAMES = 52
"""Pixels that the names of quarters and years take below the columns."""
_WIDEST = 44
_ROOM_FOR_NUMBER = 16
_GRID_LINES = 4


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


def label(quarter: Period, language: str, *, over: bool) -> str:
    """A quarter's name, which says if the quarter is not over."""
    name = writer(language).period(quarter)
    return name if over else catalogue(language).text("chart.so_far", quarter=name)


def sheet(width: int, bottom: float, entries: Sequence[Entry]) -> Sheet:
    """A sheet with columns that end at `bottom`, and the legend below them."""
    legend = Legend(width, entries)
    made = Sheet(width, ceil(bottom + _NAMES + legend.height))
    legend.draw(made, bottom + _NAMES)
    return made


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
