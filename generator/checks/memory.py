"""What is remembered of a registry folder from one check to the next."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from generator.cache import Store, fingerprint
from generator.checks.entries import Entry, decoded, encoded
from generator.load import Document
from generator.text.catalogue import FOLDER

_TABLES = ("entries", "data")


class Memory:
    """The entries of a folder's files, and the data of its documents; empty without a cache."""

    def __init__(self, cache: Path | None, root: Path) -> None:
        """A folder's memory.

        Args:
            cache: the folder where caches are kept, if they are.
            root: the registry's folder.
        """
        self._store: Store | None = None
        if cache is not None:
            name = hashlib.sha256(bytes(root.resolve())).hexdigest()[:32]
            # A language is known if there is a catalogue of it, which a check asks.
            self._store = Store(cache / f"checks-{name}", fingerprint(FOLDER), _TABLES)

    def __enter__(self) -> Self:
        if self._store:
            self._store.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._store:
            self._store.__exit__(kind, error, trace)

    def entries(self) -> dict[str, Entry]:
        """What is known of each file, as it was at the last check."""
        kept = self._store.all("entries") if self._store else ()
        return {path: entry for path, value in kept if (entry := decoded(value))}

    def document(self, path: str, entry: Entry) -> Document | None:
        """The document of an entry, if its data are remembered."""
        value = self._store.get("data", path) if self._store else None
        return unpacked(path, entry, value) if value else None

    def change(
        self, entries: Mapping[str, Entry], data: Mapping[str, bytes], gone: Iterable[str]
    ) -> None:
        """Remember some files anew, and forget others."""
        if self._store:
            lost = list(gone)
            values = {path: encoded(entry) for path, entry in entries.items()}
            self._store.change({"entries": values, "data": data}, {"entries": lost, "data": lost})


def packed(entry: Entry, document: Document) -> bytes:
    """A document's data as they are remembered, with the digest of the file that had them."""
    return bytes.fromhex(entry.digest) + msgspec.msgpack.encode(document.data)


def unpacked(path: str, entry: Entry, value: bytes) -> Document | None:
    """The document of an entry from data that were packed, if they are of the same file."""
    length = len(entry.digest) // 2
    if value[:length] != bytes.fromhex(entry.digest):
        return None
    return Document.kept(path, entry.digest, msgspec.msgpack.decode(memoryview(value)[length:]))
