"""Values by name in one SQLite file that outlives the process.

A cache is a claim about what a computation would give.  So each value carries a mark made
of the program, its name and its bytes: what is damaged, or was written by another program,
is not there.  The mark is no signature: whoever may write the file may make one, which is
why it belongs into a folder of the user's own, and never into a checkout.

Nothing here stops the program: a file that cannot be read or written is an empty cache.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

_SUFFIX = ".sqlite"
_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""

_UNUSED = 30 * 24 * 3600
"""Seconds after which a file that nobody wrote to is deleted."""

_PRIMARY = 0xFF
_BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What SQLite says of a file that is damaged, or has other tables; another code may pass."""


class Store:
    """The tables of one file, each from names to bytes; open while it is entered."""

    def __init__(self, file: Path, program: bytes, tables: Iterable[str]) -> None:
        """A file that need not exist.

        Args:
            file: where, without the ending; its folder is made.
            program: what `fingerprint` gives.
            tables: their names: words of the caller's own, never data.
        """
        self._file = file.with_name(f"{file.name}{_SUFFIX}")
        self._program = program
        self._tables = tuple(tables)
        self._connection: sqlite3.Connection | None = None
        self._version = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def open(self) -> None:
        """Open the file, or make it."""
        try:
            if not self._file.exists():
                self._begin()
            self._connection = self._connected()
            self._version = self._version_of(self._connection)
        except (OSError, sqlite3.Error) as problem:
            self._give_up(problem)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the file as it is."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, table: str, name: str) -> bytes | None:
        """A value, if there is one."""
        return next((value for _, value in self._rows(table, "WHERE name = ?", _named(name))), None)

    def all(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Every value of a table with its name."""
        return self._rows(table)

    def change(
        self, put: Mapping[str, Mapping[str, bytes]], drop: Mapping[str, Iterable[str]]
    ) -> None:
        """Put and drop values, by table: all of it happens, or nothing.

        Nothing does if another process has changed the file since it was opened: what was
        worked out from what this one read need not go with what that one wrote.
        """
        if self._connection is None:
            return
        try:
            with self._connection as connection:
                connection.execute("BEGIN IMMEDIATE")
                if self._version_of(connection) != self._version:
                    return
                for table, names in drop.items():
                    query = f"DELETE FROM {table} WHERE name = ?"  # noqa: S608 - the caller's own word
                    connection.executemany(query, map(_named, names))
                for table, values in put.items():
                    query = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 - likewise
                    rows = ((*_named(name), value) for name, value in values.items())
                    marked = ((name, value, self._mark(table, name, value)) for name, value in rows)
                    connection.executemany(query, marked)
        except (OSError, sqlite3.Error) as problem:
            self._give_up(problem)

    def _rows(
        self, table: str, where: str = "", arguments: tuple[bytes, ...] = ()
    ) -> Iterator[tuple[str, bytes]]:
        if self._connection is None:
            return
        query = f"SELECT name, value, mark FROM {table} {where}"  # noqa: S608 - the caller's own word
        try:
            for name, value, mark in self._connection.execute(query, arguments):
                if type(name) is type(value) is bytes and mark == self._mark(table, name, value):
                    yield name.decode("utf-8", "surrogatepass"), value
        except (OSError, sqlite3.Error) as problem:
            self._give_up(problem)

    def _mark(self, table: str, name: bytes, value: bytes) -> bytes:
        return hashlib.sha256(b"\0".join((self._program, table.encode(), name, value))).digest()

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # what a crash tears, its mark tells
        for table in self._tables:
            columns = "(name BLOB PRIMARY KEY, value BLOB, mark BLOB)"
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table} {columns}")
        return connection

    def _begin(self) -> None:
        """Make the folder, and room: what was not used for long is deleted."""
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        oldest = time.time() - _UNUSED
        for other in self._file.parent.glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if other.stat().st_mtime < oldest:
                    other.unlink()

    @staticmethod
    def _version_of(connection: sqlite3.Connection) -> int:
        """A number that another process changes when it changes the file."""
        return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def _give_up(self, problem: Exception) -> None:
        """Do without; a file that nobody can read is deleted, so that a new one is begun."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        if getattr(problem, "sqlite_errorcode", 0) & _PRIMARY in _BROKEN:
            with contextlib.suppress(OSError):
                self._file.unlink()


def _named(name: str) -> tuple[bytes]:
    # Odd file names have half characters, which SQLite takes for no text.
    return (name.encode("utf-8", "surrogatepass"),)
