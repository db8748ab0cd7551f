"""New commitments of each year in each field: one small drawing a field, all on one scale.

A commitment is new in the year in which its record's day lies as a whole, as on the chart of
quarters; one whose day may lie in two years is left out, and said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from generator.charts.contract import Chart
from generator.charts.legend import Entry, Legend, area
from generator.charts.names import Names, names, spoken
from generator.charts.palette import BLUE, MUTED, Fill
from generator.charts.sheet import SHAPES, Box, Sheet, lines
from generator.charts.svg import SIZE
from generator.metrics.scope import groups
from generator.metrics.series import new_by_quarter, quarters_shown
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Period
from generator.text import catalogue, collation_key, writer

_LONGEST = 7
"""Years that are told apart on a narrow screen."""

_COLUMNS = {"narrow": 2, "wide": 4}
_BETWEEN = 18
_DIGIT = 8.5
_PLOT = 70
_NUMBER = 18
_YEARS = 18
_LINE = 16
_MOST_LINES = 3
_OVER = Fill(BLUE)
_SO_FAR = Fill(BLUE, hollow=True)


@dataclass(frozen=True, slots=True)
class Panel:
    """One field, and how many commitments were new in each year."""

    name: Names
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The fields that have any, those with the most first."""

    years: tuple[int, ...]
    panels: tuple[Panel, ...]
    left_out: int
    """Commitments that may belong to these years: their day is not known closely enough."""
    over: bool
    """Whether the last year is over."""


@lru_cache(maxsize=1)
def series(snapshot: Snapshot) -> Series:
    """The numbers of the whole registry, in the years that the chart of quarters covers."""
    first = quarters_shown(snapshot)[0].first.year
    last = snapshot.as_of.year
    years = range(max(first, last - _LONGEST + 1), last + 1)
    periods = [Period.parse(f"{year:04}") for year in years]
    panels: list[Panel] = []
    left_out: set[str] = set()
    for code, members in groups(snapshot, "field").items():
        rows = new_by_quarter(snapshot, members, periods)
        field = snapshot.registry.codes.get("fields", {}).get(code)
        name = names(field.label) if field else (("en", code),)
        panels.append(Panel(name, tuple(len(row.new.records) for row in rows)))
        left_out.update(identifier for row in rows for identifier in row.new.left_out)
    panels = [panel for panel in panels if any(panel.counts)]
    panels.sort(key=lambda panel: -sum(panel.counts))
    return Series(
        tuple(years),
        tuple(panels),
        len(left_out),
        over=periods[-1].last <= snapshot.as_of,
    )


def draw(numbers: Series, language: str, name: str = "new-by-field") -> Chart | None:
    """The chart of a series; none if it counts nothing."""
    if not numbers.panels:
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text("chart.new_by_field.title")
    named = [(spoken(panel.name, language), panel.counts) for panel in numbers.panels]
    named.sort(key=lambda pair: (-sum(pair[1]), collation_key(pair[0], language)))
    years = [str(year) for year in numbers.years]
    if not numbers.over:
        years[-1] = texts.text("chart.new_by_field.so_far", year=years[-1])
    return Chart(
        name,
        title,
        *_message(numbers, named, language),
        (texts.text("column.field"), *years, texts.text("chart.new_by_field.total")),
        tuple((label, *map(write.number, (*counts, sum(counts)))) for label, counts in named),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, named, shape, language).drawings(shape, title, language)
        ),
    )


def _sheet(
    numbers: Series, named: Sequence[tuple[str, tuple[int, ...]]], shape: str, language: str
) -> Sheet:
    width, columns = SHAPES[shape], _COLUMNS[shape]
    wide = (width - _BETWEEN * (columns - 1)) / columns
    labels = [lines(label, wide, _MOST_LINES, bold=True) for label, _ in named]
    legend = _legend(numbers, width, language)
    y = legend.height + 10.0
    tops: list[float] = []
    bottoms: list[float] = []
    for start in range(0, len(named), columns):
        members = labels[start : start + columns]
        tops += [y + SIZE] * len(members)
        y += _LINE * max(map(len, members)) + _NUMBER + _PLOT
        bottoms += [y] * len(members)
        y += _YEARS + _BETWEEN
    made = Sheet(width, ceil(y - _BETWEEN + 6))
    legend.draw(made, 0)
    unit = _PLOT / max(max(counts) for _, counts in named)
    over: list[Box] = []
    so_far: list[Box] = []
    for index, ((_, counts), bottom) in enumerate(zip(named, bottoms, strict=True)):
        left = index % columns * (wide + _BETWEEN)
        for place, line in enumerate(labels[index]):
            made.words((left, tops[index] + place * _LINE), line, bold=True)
        boxes = _columns(made, counts, Box(left, bottom, wide, unit), language)
        under_way = [] if numbers.over else [box for box in boxes[-1:] if box.height]
        so_far += under_way
        over += [box for box in boxes[: len(boxes) - (not numbers.over)] if box.height]
        made.line((left, bottom), (left + wide, bottom), MUTED)
        made.words((left, bottom + 15), str(numbers.years[0]), color=MUTED)
        if len(numbers.years) > 1:
            at = (left + wide, bottom + 15)
            made.words(at, str(numbers.years[-1]), anchor="right", color=MUTED)
    made.bars(over, _OVER, "count")
    made.bars(so_far, _SO_FAR, "so-far")
    return made


def _legend(numbers: Series, width: int, language: str) -> Legend:
    texts = catalogue(language)
    if numbers.over or not any(panel.counts[-1] for panel in numbers.panels):
        return Legend(width, [])
    return Legend(
        width,
        [
            Entry(texts.text("chart.new_by_field.over"), area(_OVER)),
            Entry(texts.text("chart.new_by_field.under_way"), area(_SO_FAR)),
        ],
    )


def _columns(made: Sheet, counts: Sequence[int], frame: Box, language: str) -> list[Box]:
    """The columns of one panel, with their numbers; a frame's height is that of one commitment."""
    step = frame.width / len(counts)
    texts = [writer(language).number(count) for count in counts]
    all_fit = max(map(len, texts)) * _DIGIT <= step
    highest = counts.index(max(counts))
    found = []
    for index, (count, text) in enumerate(zip(counts, texts, strict=True)):
        x, height = frame.x + index * step, count * frame.height
        found.append(Box(x + step * 0.12, frame.y - height, step * 0.76, height))
        if count and (all_fit or index == highest):
            room = len(text) * _DIGIT / 2
            middle = min(max(x + step / 2, frame.x + room), frame.x + frame.width - room)
            made.words((middle, frame.y - height - 4), text, anchor="center")
    return found


def _message(
    numbers: Series, named: Sequence[tuple[str, tuple[int, ...]]], language: str
) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts = catalogue(language)
    count, index, field = max(
        ((count, -index, label) for label, counts in named for index, count in enumerate(counts)),
        key=lambda found: found[:2],
    )
    told = [
        texts.count(
            "chart.new_by_field.message",
            sum(sum(counts) for _, counts in named),
            first=numbers.years[0],
            last=numbers.years[-1],
        ),
        texts.count("chart.new_by_field.most", count, field=field, year=numbers.years[-index]),
    ]
    left_out = numbers.left_out
    note = texts.count("chart.new_by_field.left_out", left_out) if left_out else ""
    return " ".join(told), note
