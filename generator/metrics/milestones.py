"""Milestones reached on time: measured against the first target, so that a slip shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.metrics.contract import Figure, Metric, Unit, unique
from generator.metrics.snapshot import Standing
from generator.model.dates import Date
from generator.model.entities import Commitment, Milestone

ON_TIME = Metric("milestones_on_time", Unit.SHARE)
METRICS = (ON_TIME,)


@dataclass(frozen=True, slots=True)
class DueMilestone:
    """A milestone whose first target lies in the past."""

    commitment: str
    milestone: Milestone
    on_time: bool
    uncertain: bool
    """It may have been on time: the day of completion is not known closely enough."""


def due_milestones(standings: Sequence[Standing], as_of: date) -> tuple[DueMilestone, ...]:
    """Milestones whose first target has passed and that were not given up before it."""
    return tuple(
        _judged(standing.id, milestone, due, as_of)
        for standing in standings
        for milestone in standing.commitment.milestones
        if (due := milestone.due_on) is not None
        and due.last < as_of
        and not _given_up(standing.commitment, milestone, due)
    )


def milestones_on_time(standings: Sequence[Standing], as_of: date) -> Figure:
    """The share of milestones due that were completed by their first target."""
    due = due_milestones(standings, as_of)
    kept = [entry for entry in due if entry.on_time]
    return Figure(
        ON_TIME,
        len(kept) / len(due) if due else None,
        unique(entry.commitment for entry in kept),
        unique(entry.commitment for entry in due),
        unique(entry.commitment for entry in due if entry.uncertain),
    )


def _given_up(commitment: Commitment, milestone: Milestone, due: Date) -> bool:
    ends = (milestone.dropped_on, commitment.ended_on)
    return any(end is not None and end.has_come(due.last) for end in ends)


def _judged(commitment: str, milestone: Milestone, due: Date, as_of: date) -> DueMilestone:
    done = milestone.completed_on
    on_time = done is not None and done.has_come(due.last)
    may_be = done is not None and done.may_have_come(min(due.last, as_of))
    return DueMilestone(commitment, milestone, on_time, may_be and not on_time)
