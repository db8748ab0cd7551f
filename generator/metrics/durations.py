"""How long it takes from a commitment's day to its assignment, first progress and completion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.snapshot import Standing
from generator.metrics.survival import Spell, Step, curve, median
from generator.model.dates import Date
from generator.model.entities import Update
from generator.model.states import standing_updates

ASSIGNMENT = Metric("days_to_assignment", Unit.DAYS)
FIRST_PROGRESS = Metric("days_to_first_progress", Unit.DAYS)
COMPLETION = Metric("days_to_completion", Unit.DAYS)
METRICS = (ASSIGNMENT, FIRST_PROGRESS, COMPLETION)

_PROGRESS = frozenset({"in_progress", "substantial", "completed"})


@dataclass(frozen=True, slots=True)
class Duration:
    """A time until an event: its median as a figure, and its distribution."""

    figure: Figure
    """`value` is the median; `records` had the event, `of` are all that were measured."""
    open: tuple[str, ...]
    """Measured commitments without the event so far (censored)."""
    curve: tuple[Step, ...]
    lengths: tuple[int, ...]
    """Days that each commitment was measured for, until the event or the end, shortest first."""


def durations(standings: Sequence[Standing], as_of: date) -> Mapping[str, Duration]:
    """The three durations by metric name, over all commitments concluded by the day."""
    return {metric.name: duration(metric, standings, as_of) for metric in METRICS}


def duration(metric: Metric, standings: Sequence[Standing], as_of: date) -> Duration:
    """One of the three, over all commitments concluded by the day."""
    find = _EVENTS[metric]
    spells: dict[str, Spell] = {}
    left_out: list[str] = []
    for standing in standings:
        day = standing.commitment.day
        if day is None or not day.may_have_come(as_of):
            continue
        event = find(standing, as_of)
        end = event or _end(standing, as_of)
        if day.exact and end.exact:
            # What happened before the day, such as work that was under way, took no time from it.
            spells[standing.id] = Spell(max((end.last - day.last).days, 0), event is None)
        else:
            left_out.append(standing.id)
    steps = curve(spells.values())
    happened = tuple(identifier for identifier, spell in spells.items() if not spell.open)
    figure = Figure(metric, median(steps), happened, tuple(spells), tuple(left_out))
    still = tuple(identifier for identifier, spell in spells.items() if spell.open)
    lengths = tuple(sorted(spell.days for spell in spells.values()))
    return Duration(figure, still, steps, lengths)


def _end(standing: Standing, as_of: date) -> Date:
    """Until when an event that did not happen could be waited for."""
    ended, stated = standing.commitment.ended_on, standing.delivery.status_from
    ends = [Date.of(as_of)]
    if ended is not None and ended.has_come(as_of):
        ends.append(ended)
    if stated is not None and stated.delivery_status == "cancelled":
        ends.append(stated.state_on)
    return min(ends)


def _assigned(standing: Standing, as_of: date) -> Date | None:
    given = standing.commitment.assignment
    return given.assigned_on if given is not None and given.assigned_on.has_come(as_of) else None


def _first_progress(standing: Standing, as_of: date) -> Date | None:
    def shows(update: Update) -> bool:
        return update.delivery_status in _PROGRESS or bool(update.completion_percent)

    updates = standing_updates(standing.commitment.updates, as_of)
    return next((update.state_on for update in updates if shows(update)), None)


def _completed(standing: Standing, as_of: date) -> Date | None:
    """The day from which it has been completed without a break; `None` if it is not."""
    since: Date | None = None
    for update in standing_updates(standing.commitment.updates, as_of):
        if update.delivery_status == "completed":
            since = since or update.state_on
        elif update.delivery_status:
            since = None
    return since


_EVENTS: Mapping[Metric, Callable[[Standing, date], Date | None]] = {
    ASSIGNMENT: _assigned,
    FIRST_PROGRESS: _first_progress,
    COMPLETION: _completed,
}
