"""The statistics of a period: the few figures that `portal stats` and the reports begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.metrics.attention import attention
from generator.metrics.contract import Figure
from generator.metrics.delivery import delivery
from generator.metrics.new import growth_ratio, new_by_basis, new_commitments
from generator.metrics.scope import groups
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.dates import Period


@dataclass(frozen=True, slots=True)
class Summary:
    """What happened in a period (new, growth), and how it stands on the snapshot's day (others)."""

    new: Figure
    new_by_basis: Mapping[str, Figure]
    growth_ratio: Figure
    delivery: Mapping[str, Figure]
    overdue: Figure
    stale: Figure
    not_reported: Figure


def summary(snapshot: Snapshot, standings: Sequence[Standing], period: Period) -> Summary:
    """The statistics of some commitments."""
    late = attention(snapshot, standings)
    return Summary(
        new_commitments(standings, period, snapshot.as_of),
        new_by_basis(standings, period, snapshot.as_of),
        growth_ratio(standings, period, snapshot.as_of),
        delivery(standings, snapshot.as_of),
        late["overdue"],
        late["stale"],
        late["not_reported"],
    )


def summaries(snapshot: Snapshot, by: str, period: Period) -> Mapping[str, Summary]:
    """Code to the statistics of its commitments, for every code of a dimension that has any.

    Raises:
        KeyError: there is no such dimension.
    """
    return {
        code: summary(snapshot, standings, period)
        for code, standings in groups(snapshot, by).items()
    }
