"""What changed between two states of a registry, in the terms of the people who keep it."""

from generator.changes.change import Approved, Change, Event
from generator.changes.chronicle import UNKNOWN, Chronicle, chronicle
from generator.changes.comparing import changes
from generator.changes.differences import ABSENT
from generator.changes.wording import Wording

__all__ = [
    "ABSENT",
    "UNKNOWN",
    "Approved",
    "Change",
    "Chronicle",
    "Event",
    "Wording",
    "changes",
    "chronicle",
]
