"""Reads the files of a registry folder, and nothing that is not a plain file.

Links, pipes, devices, over-long files, odd names and files that vanish become findings.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Finding, Location, PortalError, Severity

MAXIMUM_BYTES = 256 * 1024
"""The size limit of a record's file."""

_IGNORED = frozenset({".git", ".gitkeep"})
_FILES = (".yml", ".yaml")
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file does: a reader who sees the same need not read it again."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """The stamp of a file's status."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def list_folder(root: Path) -> Iterator[tuple[str, Stamp | Finding]]:
    """Every entry below a folder by its path (with `/`): its stamp, or what is wrong with it.

    Raises:
        PortalError: the folder itself cannot be read.
    """
    if not root.is_dir():
        raise PortalError("registry_missing", folder=str(root))
    waiting = [(root, "")]
    while waiting:  # a folder may be nested deeper than a program may call itself
        folder, prefix = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if entry.name not in _IGNORED]
        except OSError as problem:
            yield prefix.rstrip("/"), _finding("LOAD02", prefix.rstrip("/"), str(problem.strerror))
            continue
        for entry in entries:
            path = prefix + entry.name
            if not entry.name.endswith(_FILES) and entry.is_dir(follow_symlinks=False):
                waiting.append((folder / entry.name, f"{path}/"))
            else:
                yield path, _stamp(entry, path)


def _stamp(entry: os.DirEntry[str], path: str) -> Stamp | Finding:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as problem:
        return _finding("LOAD02", path, str(problem.strerror))
    return _refused(status, path) or Stamp.of(status)


def _refused(status: os.stat_result, path: str) -> Finding | None:
    """Why a file is not even opened, if it is not."""
    if not stat.S_ISREG(status.st_mode):
        return _finding("LOAD01", path, _kind(status.st_mode))
    if not path.endswith(".yml"):
        return _finding("LOAD03", path)
    return too_large(path, status.st_size) if status.st_size > MAXIMUM_BYTES else None


def read_folder(root: Path) -> Iterator[tuple[str, bytes | Finding]]:
    """Every entry below a folder by its path, as bytes or as what is wrong with it.

    Raises:
        PortalError: the folder itself cannot be read.
    """
    for path, stamp in list_folder(root):
        yield path, stamp if isinstance(stamp, Finding) else read_file(root / path, path)


def read_file(file: Path, path: str) -> bytes | Finding:
    """The bytes of one file, or what is wrong with it as the registry's `path`."""
    read = read_stamped(file, path)
    return read if isinstance(read, Finding) else read[1]


def read_stamped(file: str | Path, path: str) -> tuple[Stamp, bytes] | Finding:
    """The bytes of one file with the stamp that it had before, or what is wrong with it."""
    try:
        if refused := _refused(os.lstat(file), path):
            return refused
        # The entry may have been swapped since: the open file is asked again.
        descriptor = os.open(file, _FLAGS)
        try:
            status = os.fstat(descriptor)
            if refused := _refused(status, path):
                return refused
            content = _read(descriptor)
        finally:
            os.close(descriptor)
    except OSError as problem:
        return _finding("LOAD02", path, str(problem.strerror))
    if len(content) > MAXIMUM_BYTES:
        return too_large(path, len(content))
    return Stamp.of(status), content


def _read(descriptor: int) -> bytes:
    """All bytes of an open file, or one more than it may have."""
    content = b""
    while len(content) <= MAXIMUM_BYTES:
        part = os.read(descriptor, MAXIMUM_BYTES + 1 - len(content))
        content += part
        if not part:
            break
    return content


def too_large(path: str, size: int) -> Finding:
    """The finding of a file over the size limit."""
    return Finding(
        "LOAD04",
        Severity.ERROR,
        Location(path),
        {"size": str(size), "limit": str(MAXIMUM_BYTES)},
    )


def _kind(mode: int) -> str:
    kinds = {stat.S_IFLNK: "link", stat.S_IFDIR: "folder", stat.S_IFIFO: "pipe"}
    return kinds.get(stat.S_IFMT(mode), "device")


def _finding(code: str, path: str, what: str = "") -> Finding:
    return Finding(code, Severity.ERROR, Location(path), {"what": what} if what else {})
