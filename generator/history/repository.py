"""Runs git, and nothing else does.

A checkout may come from anywhere, and so may its `.git/config`: only plumbing that runs no
hook, filter, pager or signature program is called, and nothing is fetched or locked.
"""

import hashlib
import os
import stat
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from generator.errors import PortalError

_OPTIONS = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false")
_ABSENT = (b"not a git repository", b"unknown revision", b"Needed a single revision")
_SECONDS = 60


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
    try:
        commit = _git(folder, "rev-parse", "--verify", "HEAD").decode().strip()
        written = _git(folder, "cat-file", "commit", commit)
        listing = _git(folder, "ls-tree", "-r", "-z", "-l", commit, ".")
    except FileNotFoundError:
        return None  # no git on this machine
    except _Absent:
        return None
    files = dict(_entry(line) for line in listing.split(b"\0") if line)
    return Head(commit, _committed_at(written), _differs(folder, files))


class _Absent(Exception):  # noqa: N818 - an answer, told to `head` alone
    """Git says that there is no repository, or no commit in it."""


def _git(folder: Path, *arguments: str) -> bytes:
    # Git sets these for its hooks: they would lead away from the folder that is asked about.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
    }
    command = ["git", *_OPTIONS, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise PortalError("git_failed", detail=f"{arguments[0]}: {_SECONDS} s") from None
    if done.returncode == 0:
        return done.stdout
    if any(reason in done.stderr for reason in _ABSENT):
        raise _Absent
    detail = done.stderr.decode(errors="replace").strip().partition("\n")[0]
    raise PortalError("git_failed", detail=detail)


def _committed_at(commit: bytes) -> datetime:
    """The committer's time, as the commit states it with its offset."""
    line = next(line for line in commit.split(b"\n") if line.startswith(b"committer "))
    seconds, offset = line.rsplit(b" ", 2)[-2:]
    sign = -1 if offset.startswith(b"-") else 1
    hours, minutes = int(offset[1:3]), int(offset[3:5])
    zone = timezone(sign * timedelta(hours=hours, minutes=minutes))
    return datetime.fromtimestamp(int(seconds), zone)


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
    for above, _, names in os.walk(root):
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
    # The length tells which hash the repository uses; it names contents, it protects nothing.
    hashed = hashlib.sha1(usedforsecurity=False) if len(name) == 40 else hashlib.sha256()  # noqa: PLR2004
    hashed.update(b"blob %d\0" % len(content) + content)
    return hashed.hexdigest().encode() == name
