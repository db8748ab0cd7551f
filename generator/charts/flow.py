"""Which agencies hold what others signed: a band for each pair, as wide as its commitments.

Counted are active commitments for which another agency is responsible than signed them.  One
that several took over is drawn to each of them, and the message says so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from generator.charts.contract import Chart
from generator.charts.names import Names, names, spoken
from generator.charts.palette import BLUE, GROUND, SKY, Fill
from generator.charts.sheet import SHAPES, Box, Point, Sheet, lines, width_of
from generator.charts.svg import SIZE
from generator.metrics.snapshot import Snapshot
from generator.text import catalogue, writer

_MOST = 12
"""Bands that are drawn each by itself."""

_LABELS = {"narrow": 108, "wide": 232}
"""The width of the labels on either side."""
_NODE = 10
_APART = 14
_LINE = 16
_HEADER = 34
_FREE = 8
"""Pixels between a label and its agency's bar."""
_HIGHEST = {"narrow": 220, "wide": 260}
"""How high all bands are together, if none of them becomes too thin."""
_THINNEST = 3.0
_TIE = "\N{NO-BREAK SPACE}"
_STEPS = 20
_STEEPEST = 3.0
_BAND = Fill(SKY)
_REST = Fill(SKY, hollow=True)
_AGENCY = Fill(BLUE)


@dataclass(frozen=True, slots=True)
class Band:
    """Commitments that went from one agency to another; no names: those of all other pairs."""

    giver: Names
    taker: Names
    count: int


@dataclass(frozen=True, slots=True)
class Series:
    """The largest bands first, the sum of the smaller ones last."""

    bands: tuple[Band, ...]
    pairs: int
    """Pairs of agencies, drawn by themselves or summed."""
    moved: int
    """Commitments, each counted once."""
    shared: int
    """Those of them that several agencies took over."""


@lru_cache(maxsize=1)
def series(snapshot: Snapshot) -> Series:
    """The numbers of the whole registry."""
    found: Counter[tuple[str, str]] = Counter()
    moved = shared = 0
    for standing in snapshot.active:
        giver = standing.commitment.lead_agency
        takers = [agency for agency in standing.responsible.agencies if agency != giver]
        if giver and takers:
            found.update((giver, taker) for taker in takers)
            moved += 1
            shared += len(takers) > 1
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    kept = len(ordered) if len(ordered) <= _MOST + 1 else _MOST
    bands = [
        Band(_name(snapshot, giver), _name(snapshot, taker), count)
        for (giver, taker), count in ordered[:kept]
    ]
    if rest := sum(count for _, count in ordered[kept:]):
        bands.append(Band((), (), rest))
    return Series(tuple(bands), len(ordered), moved, shared)


def _name(snapshot: Snapshot, agency: str) -> Names:
    known = snapshot.registry.agencies.get(agency)
    return names(known.name) if known else (("en", agency),)


def draw(numbers: Series, language: str, name: str = "flow") -> Chart | None:
    """The chart of a series; none if nothing changed hands."""
    if not numbers.bands:
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text("chart.flow.title")
    pairs = [
        (_spoken(band.giver, language), _spoken(band.taker, language), band.count)
        for band in numbers.bands
    ]
    return Chart(
        name,
        title,
        *_message(numbers, pairs, language),
        tuple(map(texts.text, ("chart.flow.giver", "chart.flow.taker", "chart.flow.count"))),
        tuple((giver, taker, write.number(count)) for giver, taker, count in pairs),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(pairs, shape, language).drawings(shape, title, language)
        ),
    )


def _spoken(found: Names, language: str) -> str:
    return spoken(found, language) if found else catalogue(language).text("chart.flow.others")


Pair = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two columns: how high each agency stands, and the lines that name it."""

    tops: Mapping[str, float]
    heights: Mapping[str, float]
    labels: Mapping[str, Sequence[str]]
    bottom: float


def _sheet(pairs: Sequence[Pair], shape: str, language: str) -> Sheet:
    width, room = SHAPES[shape], _LABELS[shape]
    heads = [
        lines(catalogue(language).text(f"chart.flow.{side}"), room, bold=True)
        for side in ("giver", "taker")
    ]
    top = _HEADER + _LINE * (max(map(len, heads)) - 1)
    counts = [count for *_, count in pairs]
    unit = max(_HIGHEST[shape] / sum(counts), _THINNEST / min(counts))
    givers = _side([(giver, count) for giver, _, count in pairs], unit, room, top, language)
    order = {giver: index for index, giver in enumerate(givers.tops)}
    # Who takes from the upper agencies stands above: fewer bands cross.
    sorted_pairs = sorted(pairs, key=lambda pair: order[pair[0]])
    takers = _side([(taker, count) for _, taker, count in sorted_pairs], unit, room, top, language)
    made = Sheet(width, round(max(givers.bottom, takers.bottom)))
    left, right = room + _FREE, width - room - _FREE - _NODE
    for index, outline in enumerate(_bands(pairs, givers, takers, (left + _NODE, right), unit)):
        rest = pairs[index][0] == catalogue(language).text("chart.flow.others")
        made.areas([outline], _REST if rest else _BAND, f"band-{index}")
        half = len(outline) // 2
        made.lines([outline[:half], outline[half:]], GROUND)
    for side, name, x, edge, anchor in (
        (givers, "givers", left, room, "right"),
        (takers, "takers", right, width - room, "left"),
    ):
        _write(made, heads[side is takers], (edge, SIZE), anchor=anchor, bold=True)
        made.bars(
            [Box(x, side.tops[label], _NODE, height) for label, height in side.heights.items()],
            _AGENCY,
            name,
        )
        for label, written in side.labels.items():
            middle = side.tops[label] + side.heights[label] / 2
            first = middle - (len(written) - 1) * _LINE / 2 + SIZE * 0.35
            _write(made, written, (edge, first), anchor=anchor)
    return made


def _side(
    members: Sequence[tuple[str, int]], unit: float, room: float, top: float, language: str
) -> _Side:
    totals: Counter[str] = Counter()
    for label, count in members:
        totals[label] += count
    tops: dict[str, float] = {}
    heights: dict[str, float] = {}
    labels: dict[str, Sequence[str]] = {}
    for label, count in totals.items():
        heights[label] = count * unit
        labels[label] = _label(label, writer(language).number(count), room)
        tall = max(heights[label], len(labels[label]) * _LINE)
        tops[label] = top + (tall - heights[label]) / 2
        top += tall + _APART
    return _Side(tops, heights, labels, top - _APART + 4)


def _label(name: str, number: str, room: float) -> list[str]:
    """A name and a number, that stands on the line of the last word if there is room."""
    last = name.rpartition(" ")[2]
    together = width_of(f"{last}: {number}") <= room
    return lines(f"{name}:{_TIE if together else ' '}{number}", room)


def _write(
    made: Sheet, written: Sequence[str], at: Point, *, anchor: str, bold: bool = False
) -> None:
    for number, line in enumerate(written):
        made.words((at[0], at[1] + number * _LINE), line, anchor=anchor, bold=bold)


def _bands(
    pairs: Sequence[Pair], givers: _Side, takers: _Side, edges: Point, unit: float
) -> Iterator[list[Point]]:
    """The outline of each band; at either end they lie as their other ends do."""
    starts = _ends([(giver, taker, count) for giver, taker, count in pairs], givers, takers, unit)
    ends = _ends([(taker, giver, count) for giver, taker, count in pairs], takers, givers, unit)
    for (*_, count), start, end in zip(pairs, starts, ends, strict=True):
        half = count * unit / 2
        upper, lower = [], []
        for x, y, steep in _curve((edges[0], start + half), (edges[1], end + half)):
            # A band that falls steeply would look thinner than it is.
            upper.append((x, y - half * steep))
            lower.append((x, y + half * steep))
        yield [*upper, *reversed(lower)]


def _ends(pairs: Sequence[Pair], here: _Side, there: _Side, unit: float) -> list[float]:
    """Where each band begins on one side."""
    free = dict(here.tops)
    found = [0.0] * len(pairs)
    for index in sorted(range(len(pairs)), key=lambda index: there.tops[pairs[index][1]]):
        found[index] = free[pairs[index][0]]
        free[pairs[index][0]] += pairs[index][2] * unit
    return found


def _curve(start: Point, end: Point) -> Iterator[tuple[float, float, float]]:
    """The middle of a band, level at both ends, and how much wider it must be where it falls."""
    across, down = end[0] - start[0], end[1] - start[1]
    for step in range(_STEPS + 1):
        part = step / _STEPS
        slope = 6 * part * (1 - part) * down / across
        yield (
            start[0] + part * across,
            start[1] + part * part * (3 - 2 * part) * down,
            min(hypot(1, slope), _STEEPEST),
        )


def _message(numbers: Series, pairs: Sequence[Pair], language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts = catalogue(language)
    giver, taker, count = pairs[0]
    message = texts.count("chart.flow.moved", numbers.moved)
    notes = [texts.count("chart.flow.largest", count, giver=giver, taker=taker)]
    if numbers.shared:
        notes.append(texts.count("chart.flow.shared", numbers.shared))
    if not numbers.bands[-1].giver:
        notes.append(texts.count("chart.flow.rest", numbers.pairs - len(numbers.bands) + 1))
    return message, " ".join(notes)
