"""Active commitments of each field, or of each partner, and how far they are: stacked bars."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from generator.charts.contract import Chart
from generator.charts.legend import Entry, Legend, area
from generator.charts.names import Names, names, spoken
from generator.charts.palette import GRID, STATUSES
from generator.charts.sheet import SHAPES, Box, Sheet, lines
from generator.charts.svg import SIZE
from generator.metrics.scope import groups
from generator.metrics.snapshot import Snapshot
from generator.text import catalogue, collation_key, writer

_MOST = 15
"""Groups that are drawn: the largest."""

_LABELS = {"narrow": 0, "wide": 236}
"""The width of names beside their bars; in the narrow shape each stands above its bar."""
_NUMBER = 56
"""What is left free behind the longest bar, for its number."""
_BAR = 16
_BETWEEN = 13
_LINE = 16
_GAP = 1.2
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Group:
    """One field or partner, and its commitments by status, in the order of statuses."""

    name: Names
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Its active commitments."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Series:
    """The largest groups first, and numbers about all of them."""

    by: str
    """`field` or `partner`."""
    groups: tuple[Group, ...]
    left_out: int
    """Smaller groups that are not drawn."""
    largest_left_out: int
    """Commitments of the largest of these."""
    total: int
    """Commitments of all groups, each counted once."""
    silent: int
    """Those of them that have no published progress."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The statuses that occur."""
        columns = zip(*(group.counts for group in self.groups), strict=True)
        return tuple(name for name, column in zip(STATUSES, columns, strict=True) if any(column))


@lru_cache(maxsize=2)
def series(snapshot: Snapshot, by: str) -> Series:
    """The numbers of the whole registry, by `field` or by `partner`."""
    found: list[tuple[str, Counter[str]]] = []
    every: dict[str, str] = {}
    for code, members in groups(snapshot, by).items():
        statuses = {standing.id: standing.status for standing in members if standing.active}
        if statuses:
            found.append((code, Counter(statuses.values())))
            every |= statuses
    found.sort(key=lambda group: (-group[1].total(), group[0]))
    rest = found[_MOST:]
    return Series(
        by,
        tuple(
            Group(_name(snapshot, by, code), tuple(counted[status] for status in STATUSES))
            for code, counted in found[:_MOST]
        ),
        len(rest),
        rest[0][1].total() if rest else 0,
        len(every),
        sum(status == "not_reported" for status in every.values()),
    )


def _name(snapshot: Snapshot, by: str, code: str) -> Names:
    if by == "partner":
        partner = snapshot.registry.partners.get(code)
        return names(partner.name) if partner else (("en", code),)
    field = snapshot.registry.codes.get("fields", {}).get(code)
    return names(field.label) if field else (("en", code),)


def draw(numbers: Series, language: str, name: str) -> Chart | None:
    """The chart of a series; none if it counts nothing."""
    if not numbers.groups:
        return None
    texts, write = catalogue(language), writer(language)
    title = texts.text(f"chart.groups.{numbers.by}.title")
    named = [(spoken(group.name, language), group) for group in numbers.groups]
    named.sort(key=lambda pair: (-pair[1].total, collation_key(pair[0], language)))
    labels = [texts.text(f"status.{status}") for status in numbers.shown]
    places = [list(STATUSES).index(status) for status in numbers.shown]
    return Chart(
        name,
        title,
        *_message(numbers, named[0], language),
        (texts.text(f"column.{numbers.by}"), texts.text("chart.groups.total"), *labels),
        tuple(
            (label, *map(write.number, (group.total, *(group.counts[place] for place in places))))
            for label, group in named
        ),
        tuple(
            drawing
            for shape in SHAPES
            for drawing in _sheet(named, numbers.shown, labels, shape, language).drawings(
                shape, title, language
            )
        ),
    )


def _sheet(
    named: Sequence[tuple[str, Group]],
    shown: Sequence[str],
    labels: Sequence[str],
    shape: str,
    language: str,
) -> Sheet:
    width, left = SHAPES[shape], _LABELS[shape]
    legend = Legend(
        width,
        [Entry(label, area(STATUSES[status])) for status, label in zip(shown, labels, strict=True)],
    )
    top = y = float(legend.height + 12)
    rows: list[tuple[Group, list[str], float, float]] = []
    for label, group in named:
        written = lines(label, left - 8 if left else width, _MOST_LINES)
        tall = _LINE * len(written)
        height = max(_BAR, tall) + _BETWEEN if left else tall + 4 + _BAR + _BETWEEN
        bar = y + (height - _BAR) / 2 if left else y + tall + 4
        # Words stand beside the middle of the bar, or over it.
        first = y + (height - tall) / 2 if left else y
        rows.append((group, written, first + SIZE, bar))
        y += height
    made = Sheet(width, ceil(y))
    legend.draw(made, 0)
    made.line((left, top), (left, y), GRID)
    unit = (width - left - _NUMBER) / max(group.total for _, group in named)
    boxes: dict[str, list[Box]] = {status: [] for status in STATUSES}
    for group, written, first, bar in rows:
        x = float(left)
        for status, count in zip(STATUSES, group.counts, strict=True):
            length = count * unit
            if count:
                boxes[status].append(Box(x, bar, length - min(_GAP, length / 3), _BAR))
            x += length
        number = writer(language).number(group.total)
        made.words((x + 6, bar + _BAR / 2 + SIZE * 0.35), number)
        for place, line in enumerate(written):
            made.words((0, first + place * _LINE), line)
    for status, areas in boxes.items():
        made.bars(areas, STATUSES[status], status)
    return made


def _message(numbers: Series, largest: tuple[str, Group], language: str) -> tuple[str, str]:
    """What the drawing shows, and what else there is to know."""
    texts, write = catalogue(language), writer(language)
    key = f"chart.groups.{numbers.by}"
    told = [texts.count(f"{key}.most", largest[1].total, name=largest[0])]
    if numbers.silent:
        told.append(
            texts.text(
                "chart.groups.silent",
                silent=write.number(numbers.silent),
                total=write.number(numbers.total),
            )
        )
    notes = []
    if numbers.left_out:
        most = write.number(numbers.largest_left_out)
        notes.append(texts.count(f"{key}.left_out", numbers.left_out, most=most))
    if numbers.by == "partner":
        notes.append(texts.text("chart.groups.several"))
    return " ".join(told), " ".join(notes)
