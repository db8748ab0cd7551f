"""Which figures differ between two snapshots of one day, and which records moved them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.metrics import difficulties, frameworks, instructions, recommendations
from generator.metrics.attention import attention
from generator.metrics.compliance import owed_reports, reporting_periods, tally
from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.delivery import delivery
from generator.metrics.durations import durations
from generator.metrics.milestones import milestones_on_time
from generator.metrics.new import growth_ratio, new_commitments
from generator.metrics.scope import EVERYTHING, Scope, groups, select
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.dates import Date, Period
from generator.model.entities import Milestone
from generator.model.states import milestone_due

DIMENSIONS = ("agency_now", "partner", "field")
"""What figures are compared by, beside all commitments."""

_NEED_SOME = frozenset({Unit.SHARE, Unit.RATIO, Unit.DAYS})

Key = tuple[str, str]
"""A metric's name, and the code of what it is split by (a status, a period); or nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that differs."""

    scope: Scope
    code: str
    """What it is split by: a delivery status, a year or a reporting period; or nothing."""
    before: Figure
    after: Figure

    @property
    def came(self) -> tuple[str, ...]:
        """The records that it counts now, and did not."""
        return tuple(name for name in self.after.records if name not in self.before.records)

    @property
    def went(self) -> tuple[str, ...]:
        """The records that it counted, and does no longer."""
        return tuple(name for name in self.before.records if name not in self.after.records)


@dataclass(frozen=True, slots=True)
class Shift:
    """A milestone of a key project whose due date differs; `None` is no date."""

    commitment: str
    milestone: Milestone
    before: Date | None
    after: Date | None


def moves(before: Snapshot, after: Snapshot) -> Iterator[Move]:
    """The figures that differ in their value or in the records they count.

    First those of all commitments, then by agency, partner and field.  A figure that counts
    over nothing on either side is none.
    """
    for scope in _scopes(before, after):
        was = dict(_figures(before, select(before, scope), scope))
        now = dict(_figures(after, select(after, scope), scope))
        for key in (*was, *(key for key in now if key not in was)):
            nothing = _nothing((was.get(key) or now[key]).metric)
            one, other = was.get(key, nothing), now.get(key, nothing)
            if (one.value, set(one.records)) != (other.value, set(other.records)):
                yield Move(scope, key[1], one, other)


def shifts(before: Snapshot, after: Snapshot) -> Iterator[Shift]:
    """The milestones of key projects that have another due date, by project and in its order."""
    for identifier, standing in after.standings.items():
        commitment = standing.commitment
        old = before.registry.commitments.get(identifier)
        if old is None or not (commitment.key_project or old.key_project):
            continue
        dates = {each.id: milestone_due(each, before.as_of) for each in old.milestones}
        for milestone in commitment.milestones:
            due = milestone_due(milestone, after.as_of)
            if milestone.id in dates and dates[milestone.id] != due:
                yield Shift(identifier, milestone, dates[milestone.id], due)


def _scopes(before: Snapshot, after: Snapshot) -> Iterator[Scope]:
    yield EVERYTHING
    for by in DIMENSIONS:
        for code in sorted({*groups(before, by), *groups(after, by)}):
            yield Scope(by, code)


def _figures(
    snapshot: Snapshot, standings: Sequence[Standing], scope: Scope
) -> Iterator[tuple[Key, Figure]]:
    """Every figure of some commitments by its metric's name and code."""
    as_of = snapshot.as_of
    for year in _years(standings):
        yield ("new_commitments", year), new_commitments(standings, Period.parse(year), as_of)
    for status, figure in delivery(standings, as_of).items():
        yield ("delivery", status), figure
    late = attention(snapshot, standings)
    open_difficulties = difficulties.difficulties(standings, as_of)
    single = (
        *late.values(),
        milestones_on_time(standings, as_of),
        difficulties.count(open_difficulties),
        difficulties.count_beyond_authority(open_difficulties),
        recommendations.count(recommendations.recommendations(snapshot, standings)),
    )
    yield from (((figure.metric.name, ""), figure) for figure in single)
    for period in reporting_periods(snapshot):
        owed = owed_reports(snapshot, standings, period)
        if scope.by == "agency_now":
            owed = tuple(each for each in owed if each.agency == scope.code)
        for name, figure in tally(owed).items():
            yield (name, period.text), figure
    if scope == EVERYTHING:
        yield from _of_everything(snapshot, standings)


def _of_everything(
    snapshot: Snapshot, standings: Sequence[Standing]
) -> Iterator[tuple[Key, Figure]]:
    """The figures that are told of the whole registry alone."""
    year = str(snapshot.as_of.year)
    follow_ups = instructions.follow_ups(snapshot)
    in_force = frameworks.frameworks_in_force(snapshot)
    yield ("growth_ratio", year), growth_ratio(standings, Period.parse(year), snapshot.as_of)
    single = (
        *(each.figure for each in durations(standings, snapshot.as_of).values()),
        instructions.instructions_on_time(follow_ups),
        instructions.instructions_open(follow_ups),
        frameworks.frameworks_without_movement(in_force),
    )
    yield from (((figure.metric.name, ""), figure) for figure in single)


def _nothing(metric: Metric) -> Figure:
    """A figure over no commitments."""
    return Figure(metric, None if metric.unit in _NEED_SOME else 0)


def _years(standings: Sequence[Standing]) -> Sequence[str]:
    """The years in which the commitments' days may lie."""
    days = (each.commitment.day for each in standings)
    years: Mapping[int, None] = dict.fromkeys(day.last.year for day in days if day)
    return [f"{year:04}" for year in sorted(years)]
