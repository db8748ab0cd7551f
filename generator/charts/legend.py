"""What the areas and marks of a chart mean: a swatch and words for each, in one or two columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from generator.charts.palette import MUTED, Fill
from generator.charts.sheet import WIDE, Box, Sheet, lines

ROW = 22
"""The height of a line of the legend."""
MARK = 2.5
"""The height of a mark that stands for a value of comparison."""
SWATCH = 14
"""The side of the square that a swatch is drawn in."""

_INDENT = 24
_LINE = 16

Swatch = Callable[[Sheet, float, float], None]
"""Draws into the square whose upper left corner is at a place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend."""

    text: str
    swatch: Swatch


def area(fill: Fill) -> Swatch:
    """A filled area."""
    return lambda made, x, y: made.bars([Box(x, y, SWATCH, SWATCH)], fill)


def mark(fill: Fill) -> Swatch:
    """A short level mark, that stands for a value of comparison."""
    return lambda made, x, y: made.bars([Box(x, y + (SWATCH - MARK) / 2, SWATCH, MARK)], fill)


def upright(made: Sheet, x: float, y: float) -> None:
    """A dashed line that stands upright."""
    made.line((x + SWATCH / 2, y), (x + SWATCH / 2, y + SWATCH), MUTED, dashed=True)


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend that is laid out for a width."""

    width: int
    entries: Sequence[Entry]

    @property
    def height(self) -> int:
        """How many pixels it takes."""
        return self._rows * self._tallest

    def draw(self, made: Sheet, top: float) -> None:
        """Draw it from a place downward."""
        for index, entry in enumerate(self.entries):
            # Down the first column, then down the second: the order of a stack stays readable.
            x = index // self._rows * self.width / self._columns
            y = top + index % self._rows * self._tallest
            entry.swatch(made, x, y)
            for number, line in enumerate(self._lines(entry)):
                made.words((x + _INDENT, y + 12 + number * _LINE), line)

    @property
    def _columns(self) -> int:
        return 2 if self.width >= WIDE else 1

    @property
    def _rows(self) -> int:
        return ceil(len(self.entries) / self._columns)

    @property
    def _tallest(self) -> int:
        most = max((len(self._lines(entry)) for entry in self.entries), default=0)
        return ROW + _LINE * (most - 1) if most else 0

    def _lines(self, entry: Entry) -> list[str]:
        return lines(entry.text, self.width / self._columns - _INDENT)
