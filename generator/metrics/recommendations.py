"""Recommendations that wait for a reply, and on whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.metrics.contract import Figure, Metric, Unit, unique
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.entities import Recommendation
from generator.model.responsibility import default_heirs
from generator.model.states import has_ended

WAITING = Metric("recommendations_waiting", Unit.RECOMMENDATIONS)
METRICS = (WAITING,)


@dataclass(frozen=True, slots=True)
class WaitingRecommendation:
    """A recommendation without a reply on the day."""

    commitment: str
    recommendation: Recommendation
    days: int
    """Since it was made, by the last day on which that may have been."""
    waiting_on: tuple[str, ...]
    """The addressee, or those who stand for it since it ended."""


def recommendations(
    snapshot: Snapshot, standings: Sequence[Standing]
) -> tuple[WaitingRecommendation, ...]:
    """Waiting recommendations of all commitments that have not ended, oldest first."""
    as_of, agencies = snapshot.as_of, snapshot.registry.agencies
    found = [
        WaitingRecommendation(
            standing.id,
            entry,
            (as_of - entry.made_on.last).days,
            default_heirs(entry.addressed_to, agencies, entry.made_on.last, as_of),
        )
        for standing in standings
        if not has_ended(standing.commitment, as_of)
        for entry in standing.commitment.recommendations
        if entry.made_on.has_come(as_of)
        and not (entry.reply is not None and entry.reply.replied_on.has_come(as_of))
    ]
    return tuple(sorted(found, key=lambda entry: -entry.days))


def count(found: Sequence[WaitingRecommendation]) -> Figure:
    """How many there are."""
    return Figure(WAITING, len(found), unique(entry.commitment for entry in found))


def by_addressee(found: Sequence[WaitingRecommendation]) -> Mapping[str, Figure]:
    """Agency to how many wait for its reply."""
    agencies = sorted({agency for entry in found for agency in entry.waiting_on})
    return {
        agency: count([entry for entry in found if agency in entry.waiting_on])
        for agency in agencies
    }
