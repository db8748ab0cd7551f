"""Reports that agencies owed for each period: a cell for each, filled as far as they came.

A cell is as full of each state as its share of the reports due.  Where all of them are alike, a
symbol says so, too.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import ceil

from generator.charts.contract import Chart
from generator.charts.legend import SWATCH, Entry, Legend, Swatch
from generator.charts.marks import cross, tick
from generator.charts.names import Names, names, spoken
from generator.charts.palette import BROWN, GREEN, GREY, GRID, GROUND, MUTED, SLATE, Fill
from generator.charts.sheet import SHAPES, Box, Sheet, lines
from generator.metrics.compliance import owed_reports, reporting_periods
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Period
from generator.text import catalogue, collation_key, writer

STATES: Mapping[str, Fill] = {
    "on_time": Fill(GREEN),
    "late": Fill(BROWN, "///"),
    "awaited": Fill(SLATE, "|||"),
    "missing": Fill(GREY, hollow=True),
}
"""What a report may be, from the foot of a cell upward."""

_MOST = 20
"""Agencies that are drawn: those that most reports are due from."""
_LONGEST = 8
"""Periods that are drawn: the latest."""

_LABELS = {"narrow": 0, "wide": 250}
"""The width of names beside the cells; in the narrow shape each stands above them."""
_WIDEST = 52
_CELL = 22
_GAP = 4
_BETWEEN = 9
_LINE = 16
_HEAD = 38
_MOST_LINES = 2
_SYMBOL = 5.5


@dataclass(frozen=True, slots=True)
class Row:
    """One agency: for each period, how many reports were in each state."""

    name: Names
    cells: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The agencies that most reports are due from, and numbers about all of them."""

    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    """Reports of all agencies in these periods, by state."""
    left_out: int
    """Agencies that are not drawn."""

    @property
    def came(self) -> bool:
        """Whether any of the reports came: what is missing throughout needs no drawing."""
        return any(
            total
            for state, total in zip(STATES, self.totals, strict=True)
            if state in {"on_time", "late"}
        )


@lru_cache(maxsize=1)
def series(snapshot: Snapshot) -> Series:
    """The numbers of the whole registry."""
    periods = reporting_periods(snapshot)[-_LONGEST:]
    standings = tuple(snapshot.standings.values())
    found: dict[str, list[Counter[str]]] = defaultdict(lambda: [Counter() for _ in periods])
    for index, period in enumerate(periods):
        for owed in owed_reports(snapshot, standings, period):
            found[owed.agency][index][owed.state] += 1
    due = {agency: sum(cell.total() for cell in cells) for agency, cells in found.items()}
    ordered = sorted(due, key=lambda agency: (-due[agency], agency))
    return Series(
        periods,
        tuple(
            Row(
                _name(snapshot, agency),
                tuple(tuple(cell[state] for state in STATES) for cell in found[agency]),
            )
            for agency in ordered[:_MOST]
        ),
        tuple(sum(cell[state] for cells in found.values() for cell in cells) for state in STATES),
        len(ordered[_MOST:]),
    )


def _name(snapshot: Snapshot, agency: str) -> Names:
    known = snapshot.registry.agencies.get(agency)
    return names(known.name) if known else (("en", agency),)


def draw(numbers: Series, language: str, name: str = "reporting") -> Chart | None:
    """The chart of a series; none if nothing was due, or nothing came."""
    if not numbers.came:
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text("chart.reporting.title")
    named = [(spoken(row.name, language), row.cells) for row in numbers.rows]
    named.sort(key=lambda pair: (-sum(map(sum, pair[1])), collation_key(pair[0], language)))
    return Chart(
        name,
        title,
        *_message(numbers, language),
        (
            *map(texts.text, ("column.agency", "chart.reporting.period", "chart.reporting.due")),
            *(texts.text(f"chart.reporting.{state}") for state in STATES),
        ),
        tuple(
            (label, write.period(period), *map(write.number, (sum(cell), *cell)))
            for label, cells in named
            for period, cell in zip(numbers.periods, cells, strict=True)
            if any(cell)
        ),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, named, shape, language).drawings(shape, title, language)
        ),
    )


Cells = tuple[tuple[int, ...], ...]


def _sheet(numbers: Series, named: Sequence[tuple[str, Cells]], shape: str, language: str) -> Sheet:
    width, left = SHAPES[shape], _LABELS[shape]
    texts = catalogue(language)
    key = Legend(
        width,
        [
            Entry(texts.text(f"chart.reporting.{state}"), _swatch(state))
            for state, total in zip(STATES, numbers.totals, strict=True)
            if total
        ],
    )
    step = min((width - left) / len(numbers.periods), _WIDEST)
    labels = [lines(label, left - 10 if left else width, _MOST_LINES) for label, _ in named]
    heights = [
        max(_CELL, _LINE * len(label)) if left else _CELL + _LINE * len(label) + 3
        for label in labels
    ]
    top = key.height + _HEAD + 8.0
    made = Sheet(width, ceil(top + sum(heights) + _BETWEEN * len(heights)))
    key.draw(made, 0)
    _head(made, numbers.periods, left, key.height + 18, step)
    cells: list[tuple[Box, tuple[int, ...]]] = []
    for (_, row), label, height in zip(named, labels, heights, strict=True):
        first = top + (height - _LINE * len(label)) / 2 if left else top
        for place, line in enumerate(label):
            made.words((0, first + 12 + place * _LINE), line)
        y = top + (height - _CELL) / 2 if left else top + height - _CELL
        cells += [
            (Box(left + index * step, y, step - _GAP, _CELL), cell)
            for index, cell in enumerate(row)
        ]
        top += height + _BETWEEN
    _fill(made, cells)
    return made


def _head(made: Sheet, periods: Sequence[Period], left: float, y: float, step: float) -> None:
    """The names of periods within their year, and below them the years."""
    at = left
    for year, members in groupby(periods, key=lambda period: period.first.year):
        shown = list(members)
        for index, period in enumerate(shown):
            middle = at + index * step + (step - _GAP) / 2
            made.words((middle, y), _within(period), anchor="center", color=MUTED)
        made.words((at + (len(shown) * step - _GAP) / 2, y + 18), str(year), anchor="center")
        at += len(shown) * step


def _within(period: Period) -> str:
    """A period within its year: the number of its quarter, or its months."""
    first, last = period.first.month, period.last.month
    if last - first == 2:  # noqa: PLR2004 - months from the first of a quarter to its last
        return str(last // 3)
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


def _fill(made: Sheet, cells: Sequence[tuple[Box, tuple[int, ...]]]) -> None:
    areas: dict[str, list[Box]] = {state: [] for state in STATES}
    alike: dict[str, list[Box]] = {state: [] for state in STATES}
    nothing: list[Box] = []
    for box, cell in cells:
        due, foot = sum(cell), box.y + box.height
        if not due:
            nothing.append(box)
        for state, count in zip(STATES, cell, strict=True):
            height = box.height * count / due if due else 0
            if count:
                areas[state].append(Box(box.x, foot - height, box.width, height))
            if count == due and due:
                alike[state].append(box)
            foot -= height
    for state, fill in STATES.items():
        made.bars(areas[state], fill, state)
        _symbols(made, state, alike[state])
    level = [[(x - 4, y), (x + 4, y)] for x, y in map(_middle, nothing)]
    made.lines(level, GRID, width=2, name="nothing")


def _symbols(made: Sheet, state: str, boxes: Sequence[Box]) -> None:
    middles = [_middle(box) for box in boxes]
    if state == "on_time":
        made.lines([tick(*middle, _SYMBOL) for middle in middles], GROUND, width=2)
    elif state == "missing":
        strokes = [line for middle in middles for line in cross(*middle, _SYMBOL)]
        made.lines(strokes, MUTED, width=1.5)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _swatch(state: str) -> Swatch:
    def draw(made: Sheet, x: float, y: float) -> None:
        box = Box(x, y, SWATCH, SWATCH)
        made.bars([box], STATES[state])
        _symbols(made, state, [box])

    return draw


def why_not(numbers: Series, language: str) -> str:
    """Why there is no chart."""
    texts, write = catalogue(language), writer(language)
    if not any(numbers.totals):
        return texts.text("chart.reporting.empty")
    first, last = (write.period(numbers.periods[place]) for place in (0, -1))
    return texts.count("chart.reporting.no_report", sum(numbers.totals), first=first, last=last)


def _message(numbers: Series, language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts = catalogue(language)
    parts = [
        texts.count(f"chart.reporting.part.{state}", count)
        for state, count in zip(STATES, numbers.totals, strict=True)
        if count
    ]
    listed = writer(language).list(parts)
    told = [texts.count("chart.reporting.message", sum(numbers.totals), parts=listed)]
    notes = []
    if numbers.totals[list(STATES).index("missing")]:
        notes.append(texts.text("chart.reporting.known"))
    if numbers.left_out:
        notes.append(texts.count("chart.reporting.left_out", numbers.left_out))
    return " ".join(told), " ".join(notes)
