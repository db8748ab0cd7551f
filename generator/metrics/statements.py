"""Published figures beside the registry's own: shown together, never mixed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.metrics.contract import Figure
from generator.metrics.new import GROWTH, NEW, growth_ratio, new_commitments
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.entities import Statement


@dataclass(frozen=True, slots=True)
class Beside:
    """A published figure, and the registry's own by the metric of the same name."""

    statement: Statement
    own: Figure | None
    """`None`: the registry has no metric of that name."""


def _new(snapshot: Snapshot, standings: Sequence[Standing], statement: Statement) -> Figure:
    return new_commitments(standings, statement.period, snapshot.as_of)


def _growth(snapshot: Snapshot, standings: Sequence[Standing], statement: Statement) -> Figure:
    return growth_ratio(standings, statement.period, snapshot.as_of, statement.compared_with)


_OWN: Mapping[str, Callable[[Snapshot, Sequence[Standing], Statement], Figure]] = {
    NEW.name: _new,
    GROWTH.name: _growth,
}


def statements(snapshot: Snapshot) -> tuple[Beside, ...]:
    """Every statement known by the day beside the registry's own figure, by metric and period."""
    standings = tuple(snapshot.standings.values())
    known = [
        statement
        for statement in snapshot.registry.statements.values()
        if statement.stated_on is None or statement.stated_on.may_have_come(snapshot.as_of)
    ]
    known.sort(key=lambda statement: (statement.metric, statement.period, statement.id))
    return tuple(
        Beside(
            statement,
            _OWN[statement.metric](snapshot, standings, statement)
            if statement.metric in _OWN
            else None,
        )
        for statement in known
    )
