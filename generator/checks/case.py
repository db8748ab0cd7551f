"""What a check may ask about a registry, and what it asked.

What is found in a file is kept until something changes that was looked at.  So a case notes
down each record that it is asked for, whether there is one or not, and each day that it
compares the day of the check with.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from generator.load import Document
from generator.load.documents import entity_of, stem
from generator.model.entities import Activity, Agency, Code, Record, Settings
from generator.model.registry import ENTITIES, Registry, structure
from generator.schema import Schemas

K = TypeVar("K")
T = TypeVar("T")

LINKS = ("moved_to", "parent", "part_of", "implements", "amends", "supersedes")
"""Keys that lead from a record to others of its kind: the whole is checked for cycles."""


class Member(NamedTuple):
    """What is known of each file, however many there are."""

    path: str
    entity: str
    id: str
    sound: bool
    links: Mapping[str, Any]
    """Those of `LINKS` that it has, as written."""
    seen: Collection[str]
    """The names (`agencies/mofa`) that its checks looked up."""


class Notes:
    """What was looked at, and from which day to which the answers would be the same."""

    __slots__ = ("seen", "since", "until")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again."""
        self.seen: set[str] = set()
        self.since = date.min
        self.until = date.max


class Lazy(Mapping[K, T], Generic[K, T]):
    """Values that are made when they are asked for, in the order of their keys."""

    def __init__(self, keys: Iterable[K], make: Callable[[K], T]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class _Names(Collection[str]):
    """Ids of one entity: each that is asked for is noted, `*` where all are."""

    def __init__(self, entity: str, held: Collection[str], notes: Notes) -> None:
        self._entity = entity
        self._held = held
        self._notes = notes

    def __contains__(self, key: object) -> bool:
        self._notes.seen.add(f"{self._entity}/{key}")
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        self._notes.seen.add(f"{self._entity}/*")
        return iter(self._held)

    def __len__(self) -> int:
        self._notes.seen.add(f"{self._entity}/*")
        return len(self._held)


class _Watched(_Names, Mapping[str, T], Generic[T]):
    """Records or documents of one entity by id, noted likewise."""

    def __init__(self, entity: str, held: Mapping[str, T], notes: Notes) -> None:
        super().__init__(entity, held, notes)
        self._values = held

    def __getitem__(self, key: str) -> T:
        self._notes.seen.add(f"{self._entity}/{key}")
        return self._values[key]


Name = tuple[str, str]
"""Entity and id."""

MANY = "commitments"
"""There may be so many of them that not every process has them all in memory."""


@dataclass(frozen=True, slots=True)
class World:
    """A registry as its records see each other: all but commitments, of which only the ids."""

    settings: Settings
    documents: Mapping[str, Mapping[str, Document]]
    records: Mapping[str, Mapping[str, Any]]
    """The records of sound documents."""
    ids: Mapping[str, frozenset[str]]
    """Entity to the ids that exist, those of files that cannot be read among them."""

    @classmethod
    def of(
        cls, documents: Mapping[Name, Document], sound: Collection[Name], paths: Iterable[str]
    ) -> "World | None":
        """The world of some documents; `None` if the settings are not sound.

        Args:
            documents: those that can be read; they may be made when they are asked for.
            sound: the names of those that have a record.
            paths: all files that stand where a record does.
        """
        ids: dict[str, set[str]] = defaultdict(set)
        for path in paths:
            if entity := entity_of(path):
                ids[entity].add(stem(path))

        def document(entity: str, name: str) -> Document:
            return documents[entity, name]

        def record(entity: str, name: str) -> Record:
            return structure(entity, document(entity, name).data)

        few = ENTITIES.keys() - {MANY}
        read = {
            entity: Lazy(
                [name for name in sorted(ids[entity]) if (entity, name) in documents],
                partial(document, entity),
            )
            for entity in few
        }
        records = {
            entity: Lazy(
                [name for name in sorted(ids[entity]) if (entity, name) in sound],
                partial(record, entity),
            )
            for entity in few
        }
        if "registry" not in records["registry"]:
            return None
        known = {entity: frozenset(names) for entity, names in ids.items()}
        settings: Any = records["registry"]["registry"]
        return cls(settings, read, records, known)


class Case:
    """A registry on the day of a check."""

    def __init__(
        self,
        world: World,
        as_of: date,
        schemas: Schemas,
        members: Collection[Member] = (),
        opened: Callable[[str], Document] | None = None,
    ) -> None:
        self.schemas = schemas
        self.members = members
        self.notes = Notes()
        self.record: Record | None = None
        """The record of the document that is looked at, if it is sound."""
        self._as_of = as_of
        self._world = world
        self._opened = opened
        self._registry = Registry(world.settings, vocabularies=world.records["vocabularies"])
        self.agencies: Mapping[str, Agency] = _Watched(
            "agencies", world.records["agencies"], self.notes
        )
        self.activities: Mapping[str, Activity] = _Watched(
            "activities", world.records["activities"], self.notes
        )
        self.documents: Mapping[str, Mapping[str, Document]] = {
            entity: _Watched(entity, held, self.notes) for entity, held in world.documents.items()
        }
        self._ids = {entity: _Names(entity, ids, self.notes) for entity, ids in world.ids.items()}

    def turn_to(self, record: Record | None) -> Notes:
        """Look at the next document; its notes fill as it is checked."""
        self.record = record
        self.notes.clear()
        return self.notes

    @property
    def settings(self) -> Settings:
        """The registry's own settings."""
        self.notes.seen.add("registry/registry")
        return self._world.settings

    @property
    def codes(self) -> Mapping[str, Mapping[str, Code]]:
        """Vocabulary to its codes."""
        self.notes.seen.add("vocabularies/*")
        return self._registry.codes

    @property
    def groups(self) -> Mapping[str, Collection[str]]:
        """Group of agencies to the kinds that belong to it."""
        self.notes.seen.add("vocabularies/*")
        return self._registry.groups

    def ids(self, entity: str) -> Collection[str]:
        """The ids of an entity that exist, those of files that cannot be read among them."""
        if entity not in self._ids:
            self._ids[entity] = _Names(entity, frozenset(), self.notes)
        return self._ids[entity]

    def open(self, path: str) -> Document:
        """The document of a member: for the checks of the whole alone."""
        if self._opened is None:
            raise LookupError(path)
        return self._opened(path)

    @property
    def as_of(self) -> date:
        """The day of the check, for those who tell it."""
        self.notes.since = self.notes.until = self._as_of
        return self._as_of

    def has_come(self, day: date) -> bool:
        """Whether a day is that of the check or lies before it."""
        if day <= self._as_of:
            self.notes.since = max(self.notes.since, day)
            return True
        self.notes.until = min(self.notes.until, day - timedelta(days=1))
        return False
