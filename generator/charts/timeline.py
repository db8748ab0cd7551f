"""Rows of marks on a scale of years, under the names of what they belong to.

In the narrow shape a name stands over its marks, in the wide one beside them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil

from generator.charts.legend import SWATCH, Entry, Legend, Swatch
from generator.charts.marks import arrow, cross, diamond, disc, tick, triangle
from generator.charts.palette import ALARM, BLUE, GREEN, GRID, GROUND, MUTED, SLATE, Fill
from generator.charts.sheet import WIDE, Point, Sheet, lines
from generator.charts.svg import SIZE

_LINE = 17
_TRACK = 24
_EDGE = 14
_LABELS = 250
"""The width of names beside their marks."""
_ABOVE = 30
_BETWEEN = 12
_RADIUS = 7.0
_SMALL = 4.5
_YEAR_NAME = 44
"""Pixels from one year's name to the next, at least."""
_MOST_LINES = 2
_STUB = 30
"""The line behind the last date of what has none any more."""

_FILLS = {
    "earlier": Fill(SLATE, hollow=True),
    "completed": Fill(GREEN),
    "overdue": Fill(ALARM),
    "open": Fill(BLUE),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a kind on a day; without a day behind the marks before it."""

    on: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """What has marks: its name, and what it belongs to."""

    group: str
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days stand."""

    left: float
    right: float
    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of a day; what lies outside stands at the edge."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)

    def beyond(self, day: date) -> int:
        """-1 before the scale, 1 behind it, 0 on it."""
        return (day > self.last) - (day < self.first)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row, or (without one) the heading of a group, at its place."""

    texts: Sequence[str]
    text: float
    """The base line of its first words."""
    row: Row | None
    track: float
    """The middle of its marks."""
    bottom: float


def timeline(
    rows: Sequence[Row], years: tuple[int, int], legend: Mapping[str, str], width: int
) -> Sheet:
    """Draw rows, those of one group together, with the words for each kind of mark."""
    used = {mark.kind for row in rows for mark in row.marks}
    key = Legend(width, [Entry(legend[kind], _swatch(kind)) for kind in legend if kind in used])
    left = _LABELS if width >= WIDE else 0
    ends = date(years[0], 1, 1), date(years[1] + 1, 1, 1)
    scale = _Scale(left + _EDGE, width - _EDGE, *ends)
    top = key.height + _ABOVE
    placed = list(_placed(rows, left, width, top))
    made = Sheet(width, ceil(placed[-1].bottom))
    key.draw(made, 0)
    _years(made, scale, years, top - 8)
    tracks = [(line.row, line.track) for line in placed if line.row]
    _grid(made, scale, years, [y for _, y in tracks])
    for line in placed:
        for number, text in enumerate(line.texts):
            made.words((0, line.text + number * _LINE), text, bold=line.row is None)
    _draw_marks(made, scale, tracks)
    return made


def _placed(rows: Sequence[Row], left: int, width: int, top: float) -> Iterator[_Line]:
    for group, members in groupby(rows, key=lambda row: row.group):
        heading = lines(group, width, _MOST_LINES, bold=True)
        yield _Line(heading, top + SIZE, None, 0, top)
        top += _LINE * len(heading) + 6
        for row in members:
            label = lines(row.name, left or width, _MOST_LINES)
            tall = _LINE * len(label)
            if left:
                height = max(tall, _TRACK) + 6
                middle = top + height / 2
                first = middle - (len(label) - 1) * _LINE / 2 + SIZE * 0.35
                yield _Line(label, first, row, middle, top + height)
            else:
                height = tall + _TRACK + 4
                yield _Line(label, top + SIZE, row, top + tall + _TRACK / 2, top + height)
            top += height
        top += _BETWEEN


def _years(made: Sheet, scale: _Scale, years: tuple[int, int], y: float) -> None:
    step = scale.x(date(years[0] + 1, 1, 1)) - scale.x(date(years[0], 1, 1))
    every = ceil(_YEAR_NAME / step)
    for year in range(years[0], years[1] + 1, every):
        middle = scale.x(date(year, 7, 1))
        made.words((middle, y), str(year), anchor="center", color=MUTED)


def _grid(made: Sheet, scale: _Scale, years: tuple[int, int], tracks: Sequence[float]) -> None:
    """A line for each row, and a short one across it where a year begins."""
    starts = [scale.x(date(year, 1, 1)) for year in range(years[0], years[1] + 2)]
    half = _TRACK / 2 - 2
    made.lines(
        [[(x, y - half), (x, y + half)] for y in tracks for x in starts]
        + [[(starts[0], y), (starts[-1], y)] for y in tracks],
        GRID,
    )


def _draw_marks(made: Sheet, scale: _Scale, tracks: Sequence[tuple[Row, float]]) -> None:
    """Lines first, then the marks of each kind as one element."""
    places: dict[str, list[Point]] = defaultdict(list)
    ways, stubs, arrows = [], [], []
    for row, y in tracks:
        days = [mark.on for mark in row.marks if mark.on]
        if len(days) > 1:
            ways.append([(scale.x(min(days)), y), (scale.x(max(days)), y)])
        for mark in row.marks:
            if mark.on is None:
                x = scale.x(days[-1]) if days else scale.left
                stubs.append([(x, y), (min(x + _STUB, scale.right), y)])
            elif way := scale.beyond(mark.on):
                x = scale.x(mark.on) + way * _EDGE * 0.8
                arrows.append((arrow(x, y, _RADIUS, way), mark))
                at = (x - way * (_RADIUS * 1.6 + 5), y + SIZE * 0.35)
                anchor = "right" if way > 0 else "left"
                made.words(at, str(mark.on.year), anchor=anchor, color=MUTED)
            else:
                places[mark.kind].append((scale.x(mark.on), y))
    made.lines(ways, MUTED, width=1.5)
    made.lines(stubs, MUTED, width=1.5, dashed=True, name="undated")
    for kind, fill in _FILLS.items():
        made.areas(
            [outline for outline, mark in arrows if mark.kind == kind],
            fill,
            f"{kind}-beyond",
        )
        _draw_kind(made, kind, places[kind], kind)
    _draw_kind(made, "dropped", places["dropped"], "dropped")


def _draw_kind(made: Sheet, kind: str, places: Sequence[Point], name: str | None = None) -> None:
    if kind == "dropped":
        strokes = [line for place in places for line in cross(*place, _RADIUS)]
        made.lines(strokes, MUTED, width=2.5, name=name)
        return
    made.areas([_outline(kind, place) for place in places], _FILLS[kind], name)
    if kind == "completed":
        made.lines([tick(*place, _RADIUS * 0.6) for place in places], GROUND, width=1.8)


def _outline(kind: str, at: Point) -> list[Point]:
    if kind == "open":
        return diamond(*at, _RADIUS)
    if kind == "overdue":
        return triangle(*at, _RADIUS)
    return disc(*at, _SMALL if kind == "earlier" else _RADIUS)


def _swatch(kind: str) -> Swatch:
    def draw(made: Sheet, x: float, y: float) -> None:
        middle = x + SWATCH / 2, y + SWATCH / 2
        if kind == "undated":
            ends = [(x, middle[1]), (x + SWATCH, middle[1])]
            made.lines([ends], MUTED, width=1.5, dashed=True)
        else:
            _draw_kind(made, kind, [middle])

    return draw
