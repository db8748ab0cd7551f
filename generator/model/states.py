"""What follows from a commitment's dates on a day: its two axes and what is late.

None of it is stored in a record.  `as_of` is the day that is asked about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.dates import Date
from generator.model.entities import Commitment, Difficulty, Limits, Milestone, Update

FINISHED = frozenset({"completed", "cancelled"})
"""Delivery statuses after which nothing more is owed."""


def is_concluded(commitment: Commitment, as_of: date) -> bool:
    """Whether the record's day has come."""
    return commitment.day is not None and commitment.day.has_come(as_of)


def has_ended(commitment: Commitment, as_of: date) -> bool:
    """Whether the instrument was terminated, withdrawn or expired."""
    return commitment.ended_on is not None and commitment.ended_on.has_come(as_of)


def is_active(commitment: Commitment, as_of: date) -> bool:
    """Whether it is concluded, not ended, and no tombstone."""
    return (
        commitment.moved_to is None
        and is_concluded(commitment, as_of)
        and not has_ended(commitment, as_of)
    )


def legal_status(
    commitment: Commitment, as_of: date, superseded_by: Mapping[str, Sequence[Commitment]]
) -> str:
    """What the instrument is in law, or the way it ended.

    Args:
        commitment: the record.
        as_of: the day.
        superseded_by: id to the commitments that supersede it.

    Returns:
        `negotiating`, `declared`, `adopted`, `signed`, `in_force`, `superseded`,
        `terminated`, `withdrawn` or `expired`.
    """
    if not is_concluded(commitment, as_of):
        return "negotiating"
    if has_ended(commitment, as_of):
        return commitment.ending or "terminated"
    if any(is_concluded(later, as_of) for later in superseded_by.get(commitment.id, ())):
        return "superseded"
    if commitment.in_force_on is not None and commitment.in_force_on.has_come(as_of):
        return "in_force"
    return commitment.basis


def standing_updates(updates: Sequence[Update], as_of: date) -> tuple[Update, ...]:
    """The updates that count on a day, oldest first.

    They describe a day that has come, and no other of them corrects them.
    """
    known = [update for update in updates if update.state_on.has_come(as_of)]
    corrected = {update.corrects for update in known if update.corrects}
    kept = [update for update in known if update.id not in corrected]
    # The log's own order decides between entries of one day: it is appended to.
    return tuple(sorted(kept, key=lambda update: update.state_on.last))


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far implementation is: the latest value stated of each kind, with its entry."""

    status: str | None = None
    status_from: Update | None = None
    percent: float | None = None
    percent_from: Update | None = None
    latest: Update | None = None

    @property
    def reading(self) -> str:
        """The status; without one `not_stated`, and `not_reported` without any update."""
        return self.status or ("not_stated" if self.latest else "not_reported")


def delivery(updates: Sequence[Update], as_of: date) -> Delivery:
    """The delivery that the updates state on a day: the latest stated holds."""
    standing = standing_updates(updates, as_of)
    status = next((update for update in reversed(standing) if update.delivery_status), None)
    percent = next(
        (update for update in reversed(standing) if update.completion_percent is not None), None
    )
    return Delivery(
        status.delivery_status if status else None,
        status,
        percent.completion_percent if percent else None,
        percent,
        standing[-1] if standing else None,
    )


def due_on(commitment: Commitment) -> Date | None:
    """When implementation is due."""
    return commitment.implementation.to_on if commitment.implementation else None


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds of a commitment on a day; everything but `delivery` is false unless active."""

    delivery: Delivery
    active: bool
    open: bool
    """Active, and neither completed nor cancelled: something is still owed."""
    not_reported: bool
    """Active, and no update at all."""
    stale: bool
    """Open, and the last update describes a day more than `stale_days` ago."""
    overdue: bool
    """Open, and its due date lies wholly in the past."""
    assignment_not_reported: bool
    """Open, no assignment by the day, and `assignment_days` have passed since the record's day."""
    at_risk: bool
    """Open, with a milestone overdue or an open difficulty beyond the agency's authority."""


def condition(commitment: Commitment, as_of: date, limits: Limits) -> Condition:
    """What holds of a commitment on a day."""
    found = delivery(commitment.updates, as_of)
    active = is_active(commitment, as_of)
    is_open = active and found.status not in FINISHED
    latest, due = found.latest, due_on(commitment)
    return Condition(
        delivery=found,
        active=active,
        open=is_open,
        not_reported=active and latest is None,
        stale=is_open
        and latest is not None
        and latest.state_on.last < as_of - timedelta(days=limits.stale_days),
        overdue=is_open and due is not None and due.last < as_of,
        assignment_not_reported=is_open and _lacks_assignment(commitment, as_of, limits),
        at_risk=is_open and _is_at_risk(commitment, as_of),
    )


def _lacks_assignment(commitment: Commitment, as_of: date, limits: Limits) -> bool:
    day, given = commitment.day, commitment.assignment
    return (
        day is not None
        and day.last < as_of - timedelta(days=limits.assignment_days)
        and not (given is not None and given.assigned_on.has_come(as_of))
    )


def _is_at_risk(commitment: Commitment, as_of: date) -> bool:
    return any(
        is_milestone_overdue(milestone, as_of) for milestone in commitment.milestones
    ) or any(difficulty.beyond_authority for difficulty in open_difficulties(commitment, as_of))


def is_milestone_overdue(milestone: Milestone, as_of: date) -> bool:
    """Neither completed nor dropped, and its current due date lies wholly in the past.

    A milestone whose last slip gave no new date has none: it is not overdue.
    """
    due = milestone_due(milestone, as_of)
    done = (milestone.completed_on, milestone.dropped_on)
    return (
        due is not None
        and due.last < as_of
        and not any(moment is not None and moment.has_come(as_of) for moment in done)
    )


def milestone_state(milestone: Milestone, as_of: date) -> str:
    """`completed`, `dropped`, `overdue` or `open`."""
    if milestone.completed_on and milestone.completed_on.has_come(as_of):
        return "completed"
    if milestone.dropped_on and milestone.dropped_on.has_come(as_of):
        return "dropped"
    return "overdue" if is_milestone_overdue(milestone, as_of) else "open"


def milestone_due(milestone: Milestone, as_of: date) -> Date | None:
    """The due date that holds on a day: the first target, or what the last slip made of it."""
    slips = [slip for slip in milestone.slips if slip.slipped_on.has_come(as_of)]
    # Between slips of one day the log's own order decides: `max` keeps the first of equals.
    slips.reverse()
    return max(slips, key=lambda slip: slip.slipped_on.last).to_on if slips else milestone.due_on


def open_difficulties(commitment: Commitment, as_of: date) -> tuple[Difficulty, ...]:
    """Difficulties raised and not resolved on a day, oldest first."""
    found = [
        difficulty
        for difficulty in commitment.difficulties
        if difficulty.raised_on.has_come(as_of)
        and not (difficulty.resolved_on and difficulty.resolved_on.has_come(as_of))
    ]
    return tuple(sorted(found, key=lambda difficulty: difficulty.raised_on))
