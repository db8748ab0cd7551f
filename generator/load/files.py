"""Reads the files of a registry folder, and nothing that is not a plain file.

Links, pipes, devices, over-long files, odd names and files that vanish become findings.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Finding, Location, PortalError, Severity

MAXIMUM_BYTES = 256 * 1024
"""The size limit of a record's file."""

_IGNORED = frozenset({".gitkeep"})
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def read_folder(root: Path) -> Iterator[tuple[str, bytes | Finding]]:
    """Every entry below a folder by its path (with `/`), as bytes or as what is wrong with it.

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
                entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
        except OSError as problem:
            yield prefix.rstrip("/"), _finding("LOAD02", prefix.rstrip("/"), str(problem.strerror))
            continue
        for entry in entries:
            path = prefix + entry.name
            if entry.name in _IGNORED:
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".yml", ".yaml")):
                waiting.append((folder / entry.name, f"{path}/"))
            else:
                yield path, read_file(folder / entry.name, path)


def read_file(file: Path, path: str) -> bytes | Finding:
    """The bytes of one file, or what is wrong with it as the registry's `path`."""
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return _finding("LOAD01", path, _kind(status.st_mode))
        if not path.endswith(".yml"):
            return _finding("LOAD03", path)
        if status.st_size > MAXIMUM_BYTES:
            return too_large(path, status.st_size)
        # The entry may have been swapped since: the open file is asked again.
        descriptor = os.open(file, _FLAGS)
        with os.fdopen(descriptor, "rb") as opened:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return _finding("LOAD01", path, _kind(os.fstat(descriptor).st_mode))
            content = opened.read(MAXIMUM_BYTES + 1)
    except OSError as problem:
        return _finding("LOAD02", path, str(problem.strerror))
    return content if len(content) <= MAXIMUM_BYTES else too_large(path, len(content))


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
