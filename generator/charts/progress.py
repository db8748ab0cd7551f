"""Progress over time of what an agency was responsible for: a stacked column for each quarter.

Commitments count while they are active; the statuses are those of the quarter's last day.
Where commitments changed hands because agencies were reorganised, the series breaks: a
line marks it, and the message says what came from whom, or went to whom.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.charts.contract import Chart
from generator.charts.legend import Entry, area, upright
from generator.charts.names import Names, names, spoken
from generator.charts.palette import MUTED, STATUSES
from generator.charts.quarters import LONGEST, Frame, base, frame, label, sheet
from generator.charts.sheet import SHAPES, Box, Sheet
from generator.metrics.series import DeliveryOn, delivery_by_agency, quarters_shown
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.dates import Period
from generator.model.states import is_active
from generator.text import catalogue, writer

_PLOT = {"narrow": 190, "wide": 220}
_TOP = 10
_MARK_ROW = 18
_GAP = 1.2
"""Pixels of ground between two areas of a column."""


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which agencies were reorganised: what the agency took over, or handed on."""

    on: date
    gained: bool
    count: int
    others: tuple[Names, ...]
    """The names of those who had it, or who took it."""


@dataclass(frozen=True, slots=True)
class Series:
    """How many commitments had each status at the end of each quarter."""

    quarters: tuple[Period, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    breaks: tuple[Break, ...] = ()
    over: bool = True
    """Whether the last quarter is over; if not, it stands as it is now."""

    @property
    def totals(self) -> tuple[int, ...]:
        """The commitments of each quarter."""
        return tuple(map(sum, self.counts))

    @property
    def shown(self) -> tuple[str, ...]:
        """The statuses that occur."""
        columns = zip(*self.counts, strict=True)
        return tuple(name for name, column in zip(STATUSES, columns, strict=True) if any(column))


def series(snapshot: Snapshot, agency: str) -> Series:
    """The numbers of an agency, from the first quarter in which it held anything to the last."""
    rows = _of_agencies(snapshot).get(agency, ())[-LONGEST:]
    held = [index for index, row in enumerate(rows) if any(row.counts.values())]
    if not held:
        return Series()
    # One empty column behind the last shows that the agency holds nothing any more.
    shown = rows[held[0] : held[-1] + 2]
    return Series(
        tuple(row.period for row in shown),
        tuple(tuple(row.counts[status] for status in STATUSES) for row in shown),
        tuple(
            found
            for found in _breaks(snapshot, agency)
            if shown[0].period.first <= found.on <= shown[-1].on
        ),
        over=shown[-1].on == shown[-1].period.last,
    )


@lru_cache(maxsize=1)
def _of_agencies(snapshot: Snapshot) -> Mapping[str, Sequence[DeliveryOn]]:
    """The rows of all agencies, which are counted at once: each page asks for those of one."""
    return delivery_by_agency(snapshot, quarters_shown(snapshot))


def _breaks(snapshot: Snapshot, agency: str) -> Iterator[Break]:
    holdings = snapshot.of_agency[agency]
    items = (*holdings.signed, *holdings.inherited, *holdings.handed_on)
    moved: dict[tuple[date, bool], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for item in {item.id: item for item in items}.values():
        for on, gained, others in _moves(item, agency):
            moved[on, gained][item.id] = others
    for (on, gained), parties in sorted(moved.items()):
        named = {other for others in parties.values() for other in others}
        parties_named = tuple(
            names(snapshot.registry.agencies[other].name)
            for other in sorted(named & snapshot.registry.agencies.keys())
        )
        yield Break(on, gained, len(parties), parties_named)


def _moves(item: Standing, agency: str) -> Iterator[tuple[date, bool, tuple[str, ...]]]:
    """When it came to the agency or left it by succession while active, and from or to whom."""
    for step in item.handovers:
        if step.kind == "succession" and is_active(item.commitment, step.on):
            if agency in step.takers:
                yield step.on, True, step.givers
            if agency in step.givers:
                yield step.on, False, step.takers


def draw(numbers: Series, language: str, name: str) -> Chart | None:
    """The chart of a series; none if the agency held nothing."""
    if not numbers.quarters:
        return None
    texts = catalogue(language)
    title = texts.text("chart.progress.title")
    labels = [texts.text(f"status.{status}") for status in numbers.shown]
    return Chart(
        name,
        title,
        *_message(numbers, language),
        (texts.text("chart.quarter"), texts.text("chart.progress.total"), *labels),
        _rows(numbers, language),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, labels, shape, language).drawings(shape, title, language)
        ),
    )


def _rows(numbers: Series, language: str) -> tuple[tuple[str, ...], ...]:
    places = [list(STATUSES).index(status) for status in numbers.shown]
    return tuple(
        (
            label(period, language, over=numbers.over or period != numbers.quarters[-1]),
            *map(writer(language).number, (sum(column), *(column[place] for place in places))),
        )
        for period, column in zip(numbers.quarters, numbers.counts, strict=True)
    )


def _sheet(numbers: Series, labels: Sequence[str], shape: str, language: str) -> Sheet:
    days = sorted({found.on for found in numbers.breaks})
    top = _TOP + _MARK_ROW * len(days)
    bottom = top + _PLOT[shape]
    # As they are stacked, the highest first.
    entries = [
        Entry(text, area(STATUSES[status]))
        for status, text in zip(reversed(numbers.shown), reversed(labels), strict=True)
    ]
    if days:
        entries.append(Entry(catalogue(language).text("chart.progress.break"), upright))
    made = sheet(SHAPES[shape], bottom, entries)
    placed = frame(made, numbers.quarters, max(numbers.totals), (top, bottom), language)
    for status, areas in _columns(numbers, placed).items():
        made.bars(areas, STATUSES[status], status)
    base(made, numbers.quarters, placed)
    for row, day in enumerate(days):
        index = next(i for i, period in enumerate(numbers.quarters) if day <= period.last)
        x, y = placed.x(index), _MARK_ROW * (row + 0.75)
        made.line((x, y - 11), (x, bottom), MUTED, dashed=True, name=f"break-{day}")
        late = index > len(numbers.quarters) / 2
        at = (x - 6 if late else x + 6, y)
        made.words(at, writer(language).day(day), anchor="right" if late else "left", color=MUTED)
    return made


def _columns(numbers: Series, placed: Frame) -> Mapping[str, list[Box]]:
    """The areas of each status."""
    areas: dict[str, list[Box]] = defaultdict(list)
    inset = max(placed.step * 0.14, 1)
    for index, column in enumerate(numbers.counts):
        x, below = placed.x(index) + inset, 0
        for status, count in zip(STATUSES, column, strict=True):
            height = count * placed.unit
            gap = min(_GAP, height / 3)
            if count:
                y = placed.y(below + count) + gap / 2
                areas[status].append(Box(x, y, placed.step - 2 * inset, height - gap))
            below += count
    return areas


def _message(numbers: Series, language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts, write = catalogue(language), writer(language)
    total, silent = numbers.totals[-1], numbers.counts[-1][list(STATUSES).index("not_reported")]
    if total:
        parts = [texts.count("chart.progress.now", total), _told(total, silent, language)]
    else:
        quarter = write.period(numbers.quarters[-2])
        parts = [texts.count("chart.progress.before", numbers.totals[-2], quarter=quarter)]
    notes = []
    for found in numbers.breaks:
        others = [spoken(name, language) for name in found.others]
        notes.append(
            texts.count(
                f"chart.progress.{'gained' if found.gained else 'lost'}",
                found.count,
                date=write.day(found.on),
                agencies=write.list(others) or texts.text("chart.other_agencies"),
            )
        )
    return " ".join(parts), " ".join(notes)


def _told(total: int, silent: int, language: str) -> str:
    texts = catalogue(language)
    if silent == total:
        return texts.count("chart.progress.none_told", total)
    if silent:
        return texts.count("chart.progress.some_told", silent)
    return texts.count("chart.progress.all_told", total)
