"""What is known of one file of a registry: small, and kept from one check to the next."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import msgspec

from generator.checks.case import Member
from generator.errors import Finding
from generator.load.documents import entity_of, stem
from generator.load.files import Stamp


class Beside(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is wrong with a file in the light of others, and how long that holds."""

    findings: tuple[Finding, ...]
    seen: tuple[str, ...]
    """The names that were looked up: until one of them changes."""
    since: date
    until: date

    def holds(self, as_of: date, changed: Collection[str]) -> bool:
        """Whether it would be the same on a day, after some names have changed."""
        return self.since <= as_of <= self.until and not any(name in changed for name in self.seen)


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file."""

    stamp: Stamp | None
    """`None` if the file was written so shortly before that it may change unnoticed."""
    digest: str
    read: bool
    """Whether it is a document; else its one finding says why not."""
    alone: tuple[Finding, ...]
    sound: bool = False
    links: Mapping[str, Any] = {}
    complete: bool = True
    """Whether those checks ran, too, that only warn."""
    beside: Beside | None = None

    def member(self, path: str) -> Member:
        """What the checks of the whole need to know."""
        seen = self.beside.seen if self.beside else ()
        return Member(path, entity_of(path) or "", stem(path), self.sound, self.links, seen)

    def replaced(self, **changes: Any) -> "Entry":  # noqa: ANN401 - a field's own type
        """The same but for some fields."""
        return msgspec.structs.replace(self, **changes)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)


def encoded(entry: Entry) -> bytes:
    """An entry as it is kept."""
    return _encoder.encode(entry)


def decoded(kept: bytes) -> Entry | None:
    """An entry that was kept; `None` if it is none."""
    try:
        return _decoder.decode(kept)
    except msgspec.DecodeError:
        return None


def name_of(path: str) -> str | None:
    """What a file is looked up by, if records can stand there."""
    entity = entity_of(path)
    return f"{entity}/{stem(path)}" if entity else None
