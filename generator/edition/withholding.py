"""Which of a record's keys and entries are withheld, by whose decision, and what is said of it.

A record's own `withheld` names places by keys and ids (`amounts.loan.value`); the
publisher's `withhold` names keys of every record, without ids (`amounts.value`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

Names = tuple[str, ...]
"""A place in one record: keys, and the names of list entries."""

Keys = tuple[str, ...]
"""A place in every record of an entity: keys alone."""

Mark = Mapping[str, Any]


class Withholding:
    """What is withheld in one record; `said` collects what readers are told of it."""

    def __init__(self, own: Iterable[Mark], policy: Iterable[Mark]) -> None:
        self._own = _by_place(own)
        self._policy = _by_place(policy)
        self.said: list[tuple[Names, str]] = [
            (names, mark["ground"])
            for names, mark in self._own.items()
            if not any(self._is_silent(names[:end]) for end in range(1, len(names) + 1))
        ]

    def __bool__(self) -> bool:
        return bool(self._own or self._policy)

    def takes(self, names: Names, keys: Keys) -> bool:
        """Whether a place that has a value is withheld; the policy's decision is then said."""
        if names in self._own:
            return True
        mark = self._policy.get(keys)
        if mark is not None and not mark.get("silent", False):
            self.say(names, mark["ground"])
        return mark is not None

    def covers(self, names: Names, keys: Keys) -> bool:
        """Whether a place, or one that it lies in, is withheld, whether it has a value or not."""
        return any(names[:end] in self._own for end in range(1, len(names) + 1)) or any(
            keys[:end] in self._policy for end in range(1, len(keys) + 1)
        )

    def say(self, names: Names, ground: str) -> None:
        """Tell readers that something is withheld at a place, and why."""
        self.said.append((names, ground))

    def _is_silent(self, names: Names) -> bool:
        return bool(self._own.get(names, {}).get("silent", False))


def _by_place(marks: Iterable[Mark]) -> dict[tuple[str, ...], Mark]:
    # Of two marks of one place the silent one holds: it comes last.
    ordered = sorted(marks, key=lambda mark: bool(mark.get("silent", False)))
    return {tuple(mark["key"].split(".")): mark for mark in ordered}
