"""How long it takes from a commitment's day to its first published progress.

The curve is that of Kaplan and Meier: what has no progress so far counts for as long as it
could be watched, so that who is slowest does not make the others look fast.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from generator.charts.contract import Chart
from generator.charts.marks import disc
from generator.charts.palette import BLUE, GRID, MUTED, TEXT, Fill
from generator.charts.sheet import SHAPES, Point, Sheet, lines, width_of
from generator.charts.svg import SIZE
from generator.metrics.durations import FIRST_PROGRESS, duration
from generator.metrics.snapshot import Snapshot
from generator.text import catalogue, writer

_TICKS = (30, 90, 180, 365, 730, 1825, 3650)
"""Days from one grid line to the next; a year is 365 days."""
_MOST_TICKS = 6
_YEAR = 365
_SHARES = (0, 0.25, 0.5, 0.75, 1)
_FINEST = 0.002
"""Steps that are lower than this together are drawn as one: less than half a pixel."""

_PLOT = {"narrow": 190, "wide": 220}
_TOP = 10
_LEFT = 50
_RIGHT = 24
_LINE = 17
_MARK = 4.0
_ROOM = 56
"""Pixels that a number below the axis takes."""

Place = Callable[[int, float], Point]
"""Where a number of days and a share meet."""


@dataclass(frozen=True, slots=True)
class At:
    """A number of days, and how it stood then."""

    days: int
    share: float
    """The estimated share that has shown progress."""
    watched: int
    """Commitments that had none before and were watched for so long."""


@dataclass(frozen=True, slots=True)
class Series:
    """The curve of one set of commitments."""

    rows: tuple[At, ...] = ()
    """At each grid line."""
    steps: tuple[tuple[int, float], ...] = ()
    """Days and the share from then on."""
    longest: int = 0
    """Days that the longest watched commitment was watched."""
    median: int | None = None
    happened: int = 0
    measured: int = 0
    left_out: int = 0
    """Commitments whose day is not known."""


@lru_cache(maxsize=1)
def series(snapshot: Snapshot) -> Series:
    """The numbers of the whole registry."""
    found = duration(FIRST_PROGRESS, tuple(snapshot.standings.values()), snapshot.as_of)
    if not found.lengths or not found.lengths[-1]:
        return Series(left_out=len(found.figure.left_out))
    days = [step.days for step in found.curve]
    shares = [0.0, *(1 - step.remaining for step in found.curve)]
    longest = found.lengths[-1]
    tick = next((tick for tick in _TICKS if longest <= tick * _MOST_TICKS), _TICKS[-1])
    return Series(
        tuple(
            At(
                day,
                round(shares[bisect_right(days, day)], 4),
                len(found.lengths) - bisect_left(found.lengths, day),
            )
            for day in range(0, longest + 1, tick)
        ),
        tuple(_thinned(zip(days, shares[1:], strict=True))),
        longest,
        None if found.figure.value is None else int(found.figure.value),
        len(found.figure.records),
        len(found.figure.of),
        len(found.figure.left_out),
    )


def _thinned(steps: Iterable[tuple[int, float]]) -> Iterator[tuple[int, float]]:
    """The steps that can be told apart, and always the last."""
    drawn, last = 0.0, None
    for days, share in steps:
        last = days, round(share, 4)
        if share - drawn >= _FINEST:
            yield last
            drawn, last = share, None
    if last:
        yield last


def draw(numbers: Series, language: str, name: str = "first-progress") -> Chart | None:
    """The chart of a series; none if nothing could be measured."""
    if not numbers.rows:
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text("chart.first_progress.title")
    return Chart(
        name,
        title,
        *_message(numbers, language),
        tuple(texts.text(f"chart.first_progress.{key}") for key in ("after", "share", "watched")),
        tuple(
            (_time(row.days, language), write.percent(row.share), write.number(row.watched))
            for row in numbers.rows
        ),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, shape, language).drawings(shape, title, language)
        ),
    )


def _time(days: int, language: str) -> str:
    """A number of days in words, in years of 365 days where it is one of them."""
    if days and days % _YEAR == 0:
        return catalogue(language).count("count.years", days // _YEAR)
    return catalogue(language).count("count.days", days)


def _sheet(numbers: Series, shape: str, language: str) -> Sheet:
    texts, write, width = catalogue(language), writer(language), SHAPES[shape]
    bottom, height = _TOP + _PLOT[shape], _PLOT[shape]
    in_years = all(row.days % _YEAR == 0 for row in numbers.rows)
    unit = lines(texts.text(f"chart.first_progress.{'years' if in_years else 'days'}"), width)
    watched = lines(texts.text("chart.first_progress.waiting"), width)
    under = bottom + 22 + _LINE * len(unit) + 12
    made = Sheet(width, under + _LINE * (len(watched) + 1) + 6)
    across = width - _LEFT - _RIGHT

    def place(days: int, share: float) -> Point:
        return _LEFT + across * days / numbers.longest, bottom - height * share

    for share in _SHARES:
        x, y = place(0, share)
        made.line((x, y), (x + across, y), GRID)
        made.words((x - 6, y + SIZE * 0.35), write.percent(share), anchor="right", color=MUTED)
    every = ceil(_ROOM / (across * _between(numbers) / numbers.longest))
    for index, row in enumerate(numbers.rows):
        x, y = place(row.days, 0)
        made.line((x, y), (x, y + 5), MUTED)
        if index % every:
            continue
        label = write.number(row.days // _YEAR if in_years else row.days)
        made.words((x, y + 20), label, anchor="center", color=MUTED)
        at = x, under + _LINE * len(watched) + SIZE
        made.words(at, write.number(row.watched), anchor="center")
    made.line(place(0, 0), place(numbers.longest, 0), MUTED)
    _write(made, unit, bottom + 38, MUTED)
    _write(made, watched, under + SIZE - 2, TEXT)
    _half(made, numbers, place, language)
    made.lines([list(_stairs(numbers, place))], BLUE, width=2.5, name="curve")
    return made


def _between(numbers: Series) -> int:
    """Days between two grid lines."""
    return numbers.rows[1].days if len(numbers.rows) > 1 else numbers.longest


def _write(made: Sheet, written: Iterable[str], y: float, color: str) -> None:
    for number, line in enumerate(written):
        made.words((_LEFT if color == MUTED else 0, y + number * _LINE), line, color=color)


def _stairs(numbers: Series, place: Place) -> Iterator[Point]:
    share = 0.0
    yield place(0, share)
    for days, after in numbers.steps:
        yield place(days, share)
        yield place(days, after)
        share = after
    yield place(numbers.longest, share)


def _half(made: Sheet, numbers: Series, place: Place, language: str) -> None:
    """Where half have shown progress: a dashed line to the curve and down, and how long it is."""
    texts, half = catalogue(language), 0.5
    if numbers.median is None:
        x, y = place(0, half)
        made.lines([[(x, y), place(numbers.longest, half)]], MUTED, dashed=True)
        made.words((x + 6, y - 6), texts.text("chart.first_progress.not_reached"))
        return
    text = texts.count("chart.first_progress.half", numbers.median)
    x, y = place(numbers.median, half)
    made.lines([[place(0, half), (x, y), place(numbers.median, 0)]], MUTED, dashed=True)
    made.areas([disc(x, y, _MARK)], Fill(TEXT), "median")
    # Right of the median the curve runs above the half, left of it below.
    if x + 8 + width_of(text) <= made.width:
        made.words((x + 8, y + 17), text)
    else:
        made.words((x - 8, y - 17), text, anchor="right")


def _message(numbers: Series, language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts, write = catalogue(language), writer(language)
    told = [
        texts.count(
            "chart.first_progress.message", numbers.happened, total=write.number(numbers.measured)
        ),
        texts.text("chart.first_progress.never")
        if numbers.median is None
        else texts.count("chart.first_progress.median", numbers.median),
    ]
    left_out = numbers.left_out
    note = texts.count("chart.first_progress.left_out", left_out) if left_out else ""
    return " ".join(told), note
