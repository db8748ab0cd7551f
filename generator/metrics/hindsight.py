"""What was known of commitments at the ends of past quarters: as the registry was then.

Two clocks meet here.  A past registry holds what had been recorded by a day; how commitments
stand is read as of that same day.  So this is what the site said, or would have said, then.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.metrics.snapshot import Snapshot, Standing
from generator.model import states
from generator.model.dates import Date
from generator.model.entities import Text
from generator.model.registry import Registry
from generator.model.responsibility import Holding


@dataclass(frozen=True, slots=True)
class Target:
    """A milestone as it was known: `due` is the date that held then, `None` if none did."""

    id: str
    title: Text
    due: Date | None
    state: str
    """As of `states.milestone_state`."""


@dataclass(frozen=True, slots=True)
class Known:
    """How a commitment stood on a day, by what was known on that day."""

    on: date
    status: str
    percent: float | None
    due: Date | None
    overdue: bool
    responsible: Holding
    targets: tuple[Target, ...]


def hindsight(
    pasts: Iterable[tuple[date, Registry]], today: Registry, wanted: Collection[str]
) -> Mapping[str, tuple[Known, ...]]:
    """What was known of commitments, oldest first; days on which nothing was new are left out.

    Only of those whose record ever said something else than today: of the others, what was
    known follows from what the record says with its days.

    Args:
        pasts: days and the registry as it was recorded by each, oldest first.
        today: the registry as it is.
        wanted: the ids of the commitments.
    """
    found: dict[str, list[Known]] = {}
    changed: set[str] = set()
    for day, registry in pasts:
        there = {
            name: registry.commitments[name] for name in wanted if name in registry.commitments
        }
        changed |= {name for name, then in there.items() if then != today.commitments.get(name)}
        snapshot = Snapshot(replace(registry, commitments=there), day)
        for name, standing in snapshot.standings.items():
            rows = found.setdefault(name, [])
            row = known(standing, day)
            if not rows or replace(row, on=rows[-1].on) != rows[-1]:
                rows.append(row)
    return {name: tuple(rows) for name, rows in found.items() if name in changed}


def known(standing: Standing, day: date) -> Known:
    """How a commitment stands on a day."""
    commitment = standing.commitment
    return Known(
        day,
        standing.status,
        standing.delivery.percent,
        states.due_on(commitment),
        standing.overdue,
        standing.responsible,
        tuple(
            Target(
                milestone.id,
                milestone.title,
                states.milestone_due(milestone, day),
                states.milestone_state(milestone, day),
            )
            for milestone in commitment.milestones
        ),
    )
