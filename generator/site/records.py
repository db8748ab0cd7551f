"""The records that an edition shows: those of unchanged files as they were at the last build.

What a commitment shows depends on its own file, on the registry's policy, and on whether the
edition shows what it points to.  So a kept record holds as long as its file and the policy
are the same, and none of the names that it asked for came or went; if one did, all are read
again.  Other records are few, and are read each time.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from generator.checks import Sound
from generator.edition import admit
from generator.load.documents import entity_of, stem
from generator.model.entities import Commitment, Record
from generator.model.registry import packed, structure, unpacked
from generator.site.memory import Memory, all_of
from generator.site.settings import Settings

_MANY = "commitments"
_KNOWN = ""
"""The name under which all names are kept that the edition showed."""

Name = tuple[str, str]


class _Kept(msgspec.Struct, array_like=True, gc=False):
    """A commitment that was shown."""

    condition: bytes
    """A digest of the file and of the policy."""
    asked: tuple[Name, ...]
    record: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """What an edition shows."""

    records: list[tuple[str, Record]]
    """(entity, record) pairs."""
    withheld: Mapping[Name, int]
    world: bytes
    """A digest of all records but the commitments."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Commitment to a digest of what it shows."""


def shown_records(sound: Sound, settings: Settings, memory: Memory | None) -> Shown:
    """The records of sound files in an edition.

    Raises:
        PortalError: a file cannot be read, or the settings cannot be shown.
    """
    reading = _Reading(sound, settings, memory)
    return reading.shown(dict(reading.kept())) or reading.everything()


class _Reading:
    """One reading of a registry for an edition."""

    def __init__(self, sound: Sound, settings: Settings, memory: Memory | None) -> None:
        self._sound = sound
        self._settings = settings
        self._memory = memory
        policy = (settings.edition, settings.as_of.isoformat(), sound.digests.get("registry.yml"))
        self._policy = repr(policy).encode()
        self._there: set[str] = set()
        """All paths that are remembered."""

    def kept(self) -> Iterator[tuple[str, _Kept]]:
        """What is remembered of files that are the same."""
        for path, value in all_of(self._memory, "records"):
            self._there.add(path)
            if path != _KNOWN and path in self._sound.digests:
                kept = _decoded(value, _Kept)
                if kept and kept.condition == self._condition(path):
                    yield path, kept

    def everything(self) -> Shown:
        """What is shown, all of it read again."""
        shown = self.shown({})
        assert shown is not None  # noqa: S101 - nothing was kept that could not hold
        return shown

    def shown(self, same: Mapping[str, _Kept]) -> Shown | None:
        """What is shown; `None` if one of those that are kept may be shown otherwise now."""
        paths = [path for path in self._sound.digests if path not in same]
        documents = self._sound.documents(paths)
        admitted = admit(
            documents,
            self._settings.edition,
            self._settings.as_of,
            frozenset((_MANY, stem(path)) for path in same),
        )
        changed = admitted.known ^ self._known_before() if same else frozenset()
        if changed and not all(changed.isdisjoint(kept.asked) for kept in same.values()):
            return None
        world = hashlib.sha256()
        records: list[tuple[str, Record]] = []
        fresh: dict[str, _Kept] = {}
        places = {stem(path): path for path in paths if entity_of(path) == _MANY}
        for document, asked in zip(admitted.documents, admitted.asked, strict=True):
            record = structure(document.entity, document.data)
            records.append((document.entity, record))
            if document.entity != _MANY:
                world.update(repr((document.entity, document.data)).encode("utf-8", "replace"))
            elif self._memory and (value := _packed(record)):
                path = places[document.id]
                fresh[path] = _Kept(self._condition(path), tuple(sorted(asked)), value)
        records += [(_MANY, unpacked(kept.record, Commitment)) for kept in same.values()]
        if self._memory:
            self._keep(same, fresh, admitted.known)
        digests = {
            stem(path): hashlib.sha256(kept.record).digest()
            for path, kept in (*same.items(), *fresh.items())
        }
        return Shown(records, admitted.withheld, world.digest(), digests)

    def _condition(self, path: str) -> bytes:
        return hashlib.sha256(self._sound.digests[path].encode() + self._policy).digest()

    def _known_before(self) -> frozenset[Name]:
        value = self._memory.get("records", _KNOWN) if self._memory else None
        names = _decoded(value, list[Name]) if value else None
        return frozenset(names or ())

    def _keep(
        self, same: Mapping[str, _Kept], fresh: Mapping[str, _Kept], known: Iterable[Name]
    ) -> None:
        """Remember these and no others: each was shown beside what is known now."""
        values = {path: msgspec.msgpack.encode(kept) for path, kept in fresh.items()}
        values[_KNOWN] = msgspec.msgpack.encode(sorted(known))
        if self._memory:
            self._memory.keep("records", values, self._there - same.keys() - values.keys())


def _packed(record: Record) -> bytes | None:
    """A record as it is kept; `None` if a number is too large for that."""
    try:
        return packed(record)
    except OverflowError:
        return None


def _decoded(value: bytes, kind: Any) -> Any:  # noqa: ANN401 - whatever is asked for
    try:
        return msgspec.msgpack.decode(value, type=kind)
    except msgspec.MsgspecError:
        return None
