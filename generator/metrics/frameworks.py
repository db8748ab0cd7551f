"""Frameworks in force under which nothing moves: signed, and their potential not used."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from generator.metrics.contract import Figure, Metric, Unit, unique
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.dates import Date
from generator.model.entities import Framework
from generator.model.partnership import frameworks_on

WITHOUT_MOVEMENT = Metric("frameworks_without_movement", Unit.FRAMEWORKS)
METRICS = (WITHOUT_MOVEMENT,)


@dataclass(frozen=True, slots=True)
class FrameworkInForce:
    """A partner's framework that holds on the day, and what hangs under it."""

    partner: str
    framework: Framework
    commitments: tuple[str, ...]
    """Those concluded since it began."""
    last_movement: Date | None
    """The latest day of a commitment under it, or that an update of one describes."""
    moves: bool
    """The last movement is not older than `stale_days`."""
    uncertain: bool
    """Perhaps it does not: the day of its last movement is not known closely enough."""


def frameworks_in_force(snapshot: Snapshot) -> tuple[FrameworkInForce, ...]:
    """Every framework that holds on the day, by partner."""
    hanging: dict[tuple[str, int], list[Standing]] = defaultdict(list)
    for standing in snapshot.standings.values():
        day = standing.commitment.day
        if day is not None and day.has_come(snapshot.as_of):
            for partner, framework in snapshot.frameworks(standing.commitment):
                # By identity: a framework is a line of one partner's file and has no id.
                hanging[partner, id(framework)].append(standing)
    return tuple(
        _in_force(snapshot, partner.id, framework, hanging[partner.id, id(framework)])
        for partner in snapshot.registry.partners.values()
        for framework in frameworks_on(partner, Date.of(snapshot.as_of))
    )


def frameworks_without_movement(found: Sequence[FrameworkInForce]) -> Figure:
    """How many there are; records are the ids of their partners."""
    still = [entry for entry in found if not entry.moves]
    return Figure(
        WITHOUT_MOVEMENT,
        len(still),
        unique(entry.partner for entry in still),
        unique(entry.partner for entry in found),
        unique(entry.partner for entry in found if entry.uncertain),
    )


def _in_force(
    snapshot: Snapshot, partner: str, framework: Framework, standings: Sequence[Standing]
) -> FrameworkInForce:
    limit = snapshot.as_of - timedelta(days=snapshot.registry.settings.limits.stale_days)
    moments = [
        moment
        for standing in standings
        for moment in (standing.commitment.day, _last_described(standing))
        if moment is not None
    ]
    last = max(moments, default=None)
    return FrameworkInForce(
        partner,
        framework,
        tuple(standing.id for standing in standings),
        last,
        moves=last is not None and last.last >= limit,
        uncertain=last is not None and last.first < limit <= last.last,
    )


def _last_described(standing: Standing) -> Date | None:
    latest = standing.delivery.latest
    return latest.state_on if latest else None
