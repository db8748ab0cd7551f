"""A registry that notes which commitments were looked at while a page was rendered.

Commitments are many, and a page shows few of them: it has to be rendered again only if one of
these has changed.  All other records are few, and every page may depend on each of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.metrics.snapshot import Snapshot
from generator.model.registry import Registry

T = TypeVar("T")

ALL = "*"
"""The name of all commitments together."""

_WITHOUT_COMMITMENTS = frozenset({"as_of", "frameworks", "registry", "standings"})
"""What a snapshot says that no commitment decides, or that notes by itself what is looked at."""


class Notes:
    """The ids of commitments that were looked at, `*` if it may be any."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def begin(self) -> None:
        """Begin again."""
        self.seen = set()

    def once(self, make: Callable[[str], T]) -> Callable[[str], T]:
        """What makes a part of pages from an id, once for all: each page notes what it took."""
        made: dict[str, tuple[T, set[str]]] = {}

        def noted(identifier: str) -> T:
            found = made.get(identifier)
            if found is None:
                before, self.seen = self.seen, set()
                found = made[identifier] = make(identifier), self.seen
                self.seen = before
            self.seen |= found[1]
            return found[0]

        return noted


class NotedMapping(Mapping[str, T]):
    """Commitments, or what follows from each, by id."""

    def __init__(self, held: Mapping[str, T], notes: Notes) -> None:
        self._held = held
        self._notes = notes

    def __getitem__(self, key: str) -> T:
        self._notes.seen.add(key)
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        self._notes.seen.add(str(key))
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        self._notes.seen.add(ALL)
        return iter(self._held)

    def __len__(self) -> int:
        self._notes.seen.add(ALL)
        return len(self._held)

    def keys(self):  # type: ignore[no-untyped-def]  # noqa: ANN201, D102 - a dictionary's own view is faster
        self._notes.seen.add(ALL)
        return self._held.keys()

    def values(self):  # type: ignore[no-untyped-def]  # noqa: ANN201, D102 - likewise
        self._notes.seen.add(ALL)
        return self._held.values()

    def items(self):  # type: ignore[no-untyped-def]  # noqa: ANN201, D102 - likewise
        self._notes.seen.add(ALL)
        return self._held.items()


class NotedSnapshot(Snapshot):
    """A snapshot of which each question about commitments is noted."""

    _snapshot: Snapshot
    _notes: Notes

    def __init__(self, snapshot: Snapshot, notes: Notes) -> None:
        held = snapshot.registry
        registry: Registry = replace(held, commitments=NotedMapping(held.commitments, notes))
        super().__init__(registry, snapshot.as_of)
        vars(self).update(
            _snapshot=snapshot, _notes=notes, standings=NotedMapping(snapshot.standings, notes)
        )

    def __getattribute__(self, name: str) -> object:
        if name in _WITHOUT_COMMITMENTS or name.startswith("_"):
            return super().__getattribute__(name)
        self._notes.seen.add(ALL)
        return getattr(self._snapshot, name)
