"""The commit that a working folder stands on, and whether the folder still equals it."""

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.history.commits import commit_of
from generator.history.running import Absent, Git


@dataclass(frozen=True, slots=True)
class Head:
    """The commit that a working folder stands on."""

    commit: str
    committed_at: datetime
    dirty: bool
    """Whether the folder differs from the commit: edits, new files, missing ones."""


def head(folder: Path) -> Head | None:
    """The commit that a folder stands on; `None` without git, a repository or a commit.

    Raises:
        PortalError: there is a repository, and git could not read it.
    """
    git = Git(folder)
    try:
        commit = git.run("rev-parse", "--verify", "HEAD").decode().strip()
        written = commit_of(commit, git.run("cat-file", "commit", commit))
        listing = git.run("ls-tree", "-r", "-z", "-l", commit, ".")
    except FileNotFoundError:
        return None  # no git on this machine
    except Absent:
        return None
    files = dict(_entry(line) for line in listing.split(b"\0") if line)
    return Head(commit, written.committed_at, _differs(folder, files))


def _entry(line: bytes) -> tuple[bytes, tuple[bytes, bytes, int]]:
    """Path to mode, object and size, of a line of `ls-tree`."""
    facts, _, path = line.partition(b"\t")
    mode, _, name, size = facts.split()
    return path, (mode, name, int(size) if size != b"-" else -1)


def _differs(folder: Path, files: Mapping[bytes, tuple[bytes, bytes, int]]) -> bool:
    """Whether a folder holds anything else than a tree: compared by content.

    `git status` would run the filters that the repository's own configuration names.
    """
    found: set[bytes] = set()
    root = os.fsencode(folder)
    for above, folders, names in os.walk(root):
        for each in (folders, names):
            # The repository's own, where the registry is at its top: git tracks nothing so named.
            if b".git" in each:
                each.remove(b".git")
        for name in names:
            file = os.path.join(above, name)  # noqa: PTH118 - names are bytes: they need not be UTF-8
            path = os.path.relpath(file, root)
            found.add(path)
            if path not in files or not _same(file, *files[path]):
                return True
    return found != set(files)


def _same(file: bytes, mode: bytes, name: bytes, size: int) -> bool:
    try:
        status = os.lstat(file)
        if not (stat.S_ISREG(status.st_mode) and mode.startswith(b"100")) or status.st_size != size:
            return False
        with open(file, "rb") as opened:  # noqa: PTH123 - the name is bytes
            content = opened.read()
    except OSError:
        return False
    return blob_id(content, len(name)).encode() == name


def blob_id(content: bytes, length: int) -> str:
    """The id that a repository gives to a file's content.

    Args:
        content: all of it.
        length: of the ids of the repository, which tells the hash that it uses.
    """
    # It names contents, it protects nothing.
    hashed = hashlib.sha1(usedforsecurity=False) if length == 40 else hashlib.sha256()  # noqa: PLR2004
    hashed.update(b"blob %d\0" % len(content) + content)
    return hashed.hexdigest()
