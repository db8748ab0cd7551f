"""What is remembered of a history from one run to the next: parsed files, and what came of them.

A blob's id tells its bytes and a commit's id all that came before it, so what is kept by them
holds for as long as the program is the same.  A damaged value is not there (see `cache.store`).
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from generator.cache import Store, fingerprint
from generator.load import strict

_TABLES = ("blobs", "derived")
_HELD = 4096
"""Parsed files that are held at once: a record's last text is often asked for again."""

_TOGETHER = 2000
"""Values that are written at once."""

Parsed = dict[str, Any] | strict.Problem


class Memory:
    """Parsed files by blob and results by commit; remembers nothing longer without a cache.

    It may be entered again while it is entered.
    """

    def __init__(self, cache: Path | None, folder: Path) -> None:
        """A registry's memory.

        Args:
            cache: the folder where caches are kept, if they are.
            folder: the registry's folder.
        """
        self._file: Path | None = None
        if cache is not None:
            digest = hashlib.sha256(bytes(folder.resolve())).hexdigest()
            self._file = cache / f"history-{digest[:32]}"
        self._store: Store | None = None
        self._depth = 0
        self._held: dict[str, tuple[bytes, Parsed]] = {}
        self._fresh: dict[str, dict[str, bytes]] = {table: {} for table in _TABLES}

    def __enter__(self) -> Self:
        self._depth += 1
        if self._depth == 1 and self._file:
            self._store = Store(self._file, fingerprint(), _TABLES).__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._write()
            self._held.clear()
            if self._store:
                self._store.__exit__(kind, error, trace)
                self._store = None

    def held(self, blob: str) -> tuple[bytes, Parsed] | None:
        """A file that was read a short while ago: its text, and what it holds."""
        return self._held.get(blob)

    def parsed(self, blob: str, content: bytes) -> Parsed:
        """What a file's text holds: as `strict.parse` gives it, and never to be changed.

        Args:
            blob: the id of the text.
            content: the text.
        """
        found = self._remembered(blob)
        if found is None:
            found = strict.parse(content)
            self._keep("blobs", blob, _packed(found))
        if len(self._held) >= _HELD:
            del self._held[next(iter(self._held))]
        self._held[blob] = content, found
        return found

    def derived(self, kind: str) -> Mapping[str, bytes]:
        """All results of a kind, by the name that `keep` was told."""
        kept = self._store.all("derived") if self._store else ()
        begin = f"{kind} "
        return {name.removeprefix(begin): v for name, v in kept if name.startswith(begin)}

    def keep(self, kind: str, name: str, result: bytes) -> None:
        """Remember a result.

        Args:
            kind: what was done, and everything that it depends on beside the history.
            name: what it was done with.
            result: what came of it.
        """
        self._keep("derived", f"{kind} {name}", result)

    def _keep(self, table: str, name: str, value: bytes) -> None:
        if self._store:
            self._fresh[table][name] = value
            if len(self._fresh[table]) >= _TOGETHER:
                self._write()

    def _write(self) -> None:
        if self._store and any(self._fresh.values()):
            self._store.change(self._fresh, {})
        for values in self._fresh.values():
            values.clear()

    def _remembered(self, blob: str) -> Parsed | None:
        value = self._store.get("blobs", blob) if self._store else None
        return None if value is None else _unpacked(value)


def _packed(found: Parsed) -> bytes:
    if isinstance(found, strict.Problem):
        place = [found.code, found.line, found.column, dict(found.arguments)]
        return msgspec.msgpack.encode(place)
    return msgspec.msgpack.encode(found)


def _unpacked(value: bytes) -> Parsed:
    found = msgspec.msgpack.decode(value)
    return strict.Problem(*found) if isinstance(found, list) else found
