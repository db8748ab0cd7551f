"""Figures over time for charts: quarter by quarter, without a snapshot for each.

Between two of its dates a commitment does not change: each is looked at once for every date on
which something may have, and the quarters are filled from there.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.metrics.contract import Figure
from generator.metrics.delivery import STATUSES
from generator.metrics.new import new_commitments
from generator.metrics.snapshot import Snapshot, Standing
from generator.model import states
from generator.model.dates import Period, quarters


@dataclass(frozen=True, slots=True)
class NewInQuarter:
    """New commitments of a quarter beside those of the same quarter a year before."""

    period: Period
    new: Figure
    year_before: Figure


@dataclass(frozen=True, slots=True)
class DeliveryOn:
    """Active commitments by delivery status at the end of a quarter, or on the snapshot's day."""

    period: Period
    on: date
    counts: Mapping[str, int]
    """Every status, in the order of a legend."""
    by_succession: tuple[date, ...] = ()
    """For an agency: the days of the quarter on which commitments came or went by succession."""


def quarters_shown(snapshot: Snapshot) -> tuple[Period, ...]:
    """From the first quarter of the first term, or else of the first commitment, to the day's."""
    terms = snapshot.registry.settings.terms
    days = [term.from_on.first for term in terms] or [
        standing.commitment.day.first
        for standing in snapshot.active
        if standing.commitment.day is not None and standing.commitment.day.exact
    ]
    first = min((day for day in days if day <= snapshot.as_of), default=snapshot.as_of)
    return tuple(quarters(first, snapshot.as_of))


def new_by_quarter(
    snapshot: Snapshot, standings: Sequence[Standing], periods: Sequence[Period]
) -> tuple[NewInQuarter, ...]:
    """New commitments of each quarter, beside the year before."""
    wanted = sorted({*periods, *(period.year_before() for period in periods)})
    of_quarter: dict[Period, list[Standing]] = {period: [] for period in wanted}
    ends = [period.last for period in wanted]
    for standing in standings:
        day = standing.commitment.day
        if day is None:
            continue
        for index in range(bisect_left(ends, day.first), len(wanted)):
            if not wanted[index].touches(day):
                break
            of_quarter[wanted[index]].append(standing)
    figures = {
        period: new_commitments(members, period, snapshot.as_of)
        for period, members in of_quarter.items()
    }
    return tuple(
        NewInQuarter(period, figures[period], figures[period.year_before()]) for period in periods
    )


def delivery_by_quarter(
    snapshot: Snapshot, standings: Sequence[Standing], periods: Sequence[Period]
) -> tuple[DeliveryOn, ...]:
    """How far the given commitments were at the end of each quarter."""
    table = _Table(snapshot, periods)
    for standing in standings:
        for first, last, status in table.spans(standing):
            table.add("", first, last, status)
    return table.rows("")


def delivery_by_agency(
    snapshot: Snapshot, periods: Sequence[Period]
) -> Mapping[str, tuple[DeliveryOn, ...]]:
    """For every agency, how far the commitments were that it was responsible for in each quarter.

    What came or went by succession shows as a break.
    """
    table = _Table(snapshot, periods)
    for standing in snapshot.standings.values():
        held = list(_held(standing, table.days))
        for first, last, status in table.spans(standing):
            for start, end, agencies in held:
                for agency in agencies:
                    table.add(agency, max(first, start), min(last, end), status)
    breaks = _successions(snapshot)
    return {
        agency: table.rows(agency, breaks.get(agency, frozenset()))
        for agency in sorted(table.counts)
    }


def _successions(snapshot: Snapshot) -> Mapping[str, set[date]]:
    """Agency to the days on which commitments came to it or left it by succession."""
    found: dict[str, set[date]] = defaultdict(set)
    for standing in snapshot.standings.values():
        for step in standing.handovers:
            if step.kind == "succession":
                for agency in (*step.givers, *step.takers):
                    found[agency].add(step.on)
    return found


class _Table:
    """Counts for each key, quarter and status, filled by spans of quarters.

    A span `first, last` covers the quarters of these indexes, without the last.
    """

    def __init__(self, snapshot: Snapshot, periods: Sequence[Period]) -> None:
        self.periods = periods
        self.days = [min(period.last, snapshot.as_of) for period in periods]
        self.counts: dict[str, list[dict[str, int]]] = {}

    def spans(self, standing: Standing) -> Iterator[tuple[int, int, str]]:
        """The quarters at whose end a commitment was active, by its status then."""
        commitment = standing.commitment
        if commitment.day is None:
            return
        dates = {commitment.day.last, *(update.state_on.last for update in commitment.updates)}
        if commitment.ended_on is not None:
            dates.add(commitment.ended_on.last)
        edges = sorted({bisect_left(self.days, day) for day in dates} | {len(self.days)})
        for first, last in pairwise(edges):
            on = self.days[first]
            if states.is_active(commitment, on):
                yield first, last, states.delivery(commitment.updates, on).reading

    def add(self, key: str, first: int, last: int, status: str) -> None:
        """Count one commitment in the quarters of a span, if it has any."""
        if first < last and key not in self.counts:
            self.counts[key] = [dict.fromkeys(STATUSES, 0) for _ in self.periods]
        for index in range(first, last):
            self.counts[key][index][status] += 1

    def rows(self, key: str, breaks: AbstractSet[date] = frozenset()) -> tuple[DeliveryOn, ...]:
        """The rows of a key."""
        empty = [dict.fromkeys(STATUSES, 0) for _ in self.periods]
        return tuple(
            DeliveryOn(
                period,
                on,
                counts,
                tuple(sorted(day for day in breaks if period.first <= day <= on)),
            )
            for period, on, counts in zip(
                self.periods, self.days, self.counts.get(key, empty), strict=True
            )
        )


def _held(standing: Standing, days: Sequence[date]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The quarters at whose end the same agencies were responsible."""
    begun = [standing.commitment.day.last] if standing.commitment.day else []
    changes = {
        bisect_left(days, day) for day in (*begun, *(step.on for step in standing.handovers))
    }
    for first, last in pairwise(sorted({0, *changes, len(days)})):
        yield first, last, standing.trail.on(days[first]).agencies
