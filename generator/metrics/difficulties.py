"""Difficulties that are open: what kind they are, and how long they have been waiting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.metrics.contract import Figure, Metric, Unit, unique
from generator.metrics.snapshot import Standing
from generator.model.entities import Difficulty
from generator.model.states import has_ended, open_difficulties

OPEN = Metric("difficulties_open", Unit.DIFFICULTIES)
BEYOND = Metric("difficulties_beyond_authority", Unit.DIFFICULTIES)
METRICS = (OPEN, BEYOND)

AGES = (0, 30, 90, 180, 365)
"""The days from which each group of ages counts; the last has no end."""


@dataclass(frozen=True, slots=True)
class OpenDifficulty:
    """A difficulty that is open on the day."""

    commitment: str
    difficulty: Difficulty
    days: int
    """Its age, by the last day on which it may have been raised: it is at least so old."""

    @property
    def age(self) -> int:
        """The first day of its group of ages."""
        return max(first for first in AGES if first <= self.days)


def difficulties(standings: Sequence[Standing], as_of: date) -> tuple[OpenDifficulty, ...]:
    """Open difficulties of all commitments that have not ended, oldest first."""
    found = [
        OpenDifficulty(standing.id, difficulty, (as_of - difficulty.raised_on.last).days)
        for standing in standings
        if not has_ended(standing.commitment, as_of)
        for difficulty in open_difficulties(standing.commitment, as_of)
    ]
    return tuple(sorted(found, key=lambda entry: -entry.days))


def count(found: Sequence[OpenDifficulty]) -> Figure:
    """How many there are."""
    return Figure(OPEN, len(found), unique(entry.commitment for entry in found))


def count_beyond_authority(found: Sequence[OpenDifficulty]) -> Figure:
    """How many an agency cannot solve by itself."""
    beyond = [entry for entry in found if entry.difficulty.beyond_authority]
    return Figure(BEYOND, len(beyond), unique(entry.commitment for entry in beyond))


def by_kind_and_age(found: Sequence[OpenDifficulty]) -> Mapping[str, Mapping[int, Figure]]:
    """Kind to group of ages to how many, for the kinds that occur; every group is there."""
    return {
        kind: {
            age: count(
                [entry for entry in found if entry.age == age and entry.difficulty.kind == kind]
            )
            for age in AGES
        }
        for kind in sorted({entry.difficulty.kind for entry in found})
    }
