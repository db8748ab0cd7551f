"""New commitments of each quarter, against the same quarter of the year before.

A commitment is new in the quarter in which its record's day lies as a whole.  One whose
day is not known that closely is in none: it is left out, counted, and said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.contract import Chart
from generator.charts.legend import MARK, Entry, area, mark
from generator.charts.palette import BLUE, GROUND, TEXT, Fill
from generator.charts.quarters import LONGEST, Frame, base, frame, label, sheet
from generator.charts.sheet import SHAPES, Box, Sheet
from generator.metrics.series import new_by_quarter, quarters_shown
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.dates import Period
from generator.text import catalogue, writer

_TOP = 10
_PLOT = {"narrow": 190, "wide": 220}
_OVER = Fill(BLUE)
_SO_FAR = Fill(BLUE, hollow=True)
_BEFORE = Fill(TEXT)
_HALO = Fill(GROUND)
"""Around a mark, so that it stands out from the bar that it lies on."""


@dataclass(frozen=True, slots=True)
class Series:
    """New commitments of each quarter, and of the same quarter a year before."""

    quarters: tuple[Period, ...]
    counts: tuple[int, ...]
    before: tuple[int | None, ...]
    """`None`: the registry does not go back so far."""
    left_out: int
    """Commitments that may belong to these quarters: their day is not known closely enough."""
    over: bool
    """Whether the last quarter is over."""


def series(snapshot: Snapshot, standings: Iterable[Standing]) -> Series:
    """The numbers of a set of commitments, from the first quarter that has any."""
    covered = quarters_shown(snapshot)
    found = new_by_quarter(snapshot, list(standings), covered[-LONGEST:])
    start = next((index for index, row in enumerate(found) if row.new.records), len(found))
    shown = found[start:]
    return Series(
        tuple(row.period for row in shown),
        tuple(len(row.new.records) for row in shown),
        tuple(
            len(row.year_before.records)
            if row.period.year_before().first >= covered[0].first
            else None
            for row in shown
        ),
        len({identifier for row in found for identifier in row.new.left_out}),
        over=covered[-1].last <= snapshot.as_of,
    )


def draw(numbers: Series, language: str, name: str = "new") -> Chart | None:
    """The chart of a series; none if it counts nothing."""
    if not numbers.quarters:
        return None
    texts = catalogue(language)
    title = texts.text("chart.new.title")
    return Chart(
        name,
        title,
        *_message(numbers, language),
        tuple(map(texts.text, ("chart.quarter", "chart.new.count", "chart.new.before"))),
        _rows(numbers, language),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(numbers, shape, language).drawings(shape, title, language)
        ),
    )


def _rows(numbers: Series, language: str) -> tuple[tuple[str, ...], ...]:
    texts, write = catalogue(language), writer(language)
    return tuple(
        (
            label(quarter, language, over=numbers.over or quarter != numbers.quarters[-1]),
            write.number(count),
            texts.text("chart.new.not_covered") if before is None else write.number(before),
        )
        for quarter, count, before in zip(
            numbers.quarters, numbers.counts, numbers.before, strict=True
        )
    )


def _sheet(numbers: Series, shape: str, language: str) -> Sheet:
    bottom = _TOP + _PLOT[shape]
    under_way = not numbers.over and numbers.counts[-1] > 0
    entries = [("count", area(_OVER)), ("before", mark(_BEFORE))]
    entries[1:1] = [("so_far", area(_SO_FAR))] * under_way
    made = sheet(
        SHAPES[shape],
        bottom,
        [Entry(catalogue(language).text(f"chart.new.{key}"), swatch) for key, swatch in entries],
    )
    highest = max(*numbers.counts, *(value or 0 for value in numbers.before))
    placed = frame(made, numbers.quarters, highest, (_TOP, bottom), language)
    areas = _areas(numbers.counts, placed)
    made.bars(areas[:-1] if under_way else areas, _OVER, "count")
    made.bars(areas[-1:] if under_way else [], _SO_FAR, "so-far")
    base(made, numbers.quarters, placed)
    made.bars(_marks(numbers, placed, halo=1.5), _HALO, "halo")
    made.bars(_marks(numbers, placed, halo=0), _BEFORE, "before")
    return made


def _areas(counts: Iterable[int], placed: Frame) -> list[Box]:
    inset = placed.step * 0.2
    return [
        Box(placed.x(index) + inset, placed.y(count), placed.step - 2 * inset, count * placed.unit)
        for index, count in enumerate(counts)
        if count
    ]


def _marks(numbers: Series, placed: Frame, halo: float) -> list[Box]:
    inset, height = placed.step * 0.05, MARK + 2 * halo
    return [
        Box(placed.x(index) + inset, placed.y(value) - height / 2, placed.step - 2 * inset, height)
        for index, value in enumerate(numbers.before)
        if value
    ]


def _message(numbers: Series, language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts, write = catalogue(language), writer(language)
    total, most = sum(numbers.counts), max(numbers.counts)
    told = [texts.count("chart.new.total", total, first=write.period(numbers.quarters[0]))]
    if most < total:
        highest = write.period(numbers.quarters[numbers.counts.index(most)])
        told.append(texts.count("chart.new.highest", most, quarter=highest))
    notes = []
    ended = len(numbers.quarters) - (not numbers.over)
    latest = max((index for index in range(ended) if numbers.counts[index]), default=None)
    if latest is not None:
        notes.append(_against(numbers, latest, language))
        # What has not been recorded yet looks like what did not happen: say so, and no decline.
        if latest < ended - 1:
            notes.append(texts.count("chart.new.silent", ended - 1 - latest))
    if not numbers.over and (numbers.counts[-1] or latest == ended - 1):
        quarter = write.period(numbers.quarters[-1])
        notes.append(texts.count("chart.new.until_now", numbers.counts[-1], quarter=quarter))
    if numbers.left_out:
        notes.append(texts.count("chart.new.left_out", numbers.left_out))
    return " ".join(told), " ".join(notes)


def _against(numbers: Series, index: int, language: str) -> str:
    """A quarter against the same one of the year before."""
    write, before = writer(language), numbers.before[index]
    return catalogue(language).count(
        f"chart.new.{'alone' if before is None else 'against'}",
        numbers.counts[index],
        quarter=write.period(numbers.quarters[index]),
        before=write.number(before or 0),
    )
