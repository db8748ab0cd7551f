"""Runs git, and nothing else does.

A checkout may come from anywhere, and so may its `.git/config`: only plumbing that runs no
hook, filter, pager or signature program is called, nothing is fetched or locked, and what
another commit or a graft claims to be in a commit's place is not asked.  Decision 0018 says
what a repository's configuration could change, and what keeps it from doing so.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.errors import PortalError

_OPTIONS = (
    "--literal-pathspecs",
    "--no-pager",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.commitGraph=false"),  # a claim about commits that nobody compares with them
    *("-c", "core.quotePath=false"),
    *("-c", "diff.orderFile="),
    *("-c", "diff.ignoreSubmodules=none"),
)
_ABSENT = (b"not a git repository", b"unknown revision", b"Needed a single revision")
_LACKING = re.compile(rb"could not fetch ([0-9a-f]{40,64}) from promisor remote")
_SECONDS = 60

_BATCH = 16 * 1024 * 1024
"""Bytes of objects that one process writes: what is read of a history is never all in memory."""


class Absent(Exception):  # noqa: N818 - an answer, told inside this package alone
    """Git says that there is no repository, or no such commit in it."""


class Git:
    """Git in one folder."""

    def __init__(self, folder: Path) -> None:
        """No process runs yet.

        Args:
            folder: inside a repository or not.
        """
        self._folder = folder

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a command of git writes.

        Args:
            arguments: the command and its options; nothing of them comes from a stranger
                unless it stands behind `--end-of-options` and cannot begin with `-`.
            given: what the command reads.

        Raises:
            Absent: there is no repository, or no such commit.
            FileNotFoundError: there is no git on this machine.
            PortalError: git could not do it.
        """
        done = self._done(arguments, given)
        if done.returncode == 0:
            return done.stdout
        if any(reason in done.stderr for reason in _ABSENT):
            raise Absent
        raise _failure(done.stderr)

    def holds(self, *arguments: str) -> bool:
        """Whether a command that answers by its exit status says yes.

        Raises:
            PortalError: it says neither yes nor no.
        """
        done = self._done(arguments, b"")
        if done.returncode in (0, 1):
            return done.returncode == 0
        raise _failure(done.stderr)

    def objects(
        self, names: Iterable[str], kind: str, most: int
    ) -> Iterator[tuple[str, bytes | int]]:
        """The contents of objects in the order asked for; the size alone of one that is too long.

        Args:
            names: full object ids.
            kind: their type: an object of another one is missing.
            most: bytes that one may have.

        Raises:
            PortalError: one is missing from this clone.
        """
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return
        sizes = dict(self._sizes(wanted, kind))
        for batch in _batches(wanted, sizes, most):
            readable = [name for name in batch if sizes[name] <= most]
            contents = dict(self._contents(readable)) if readable else {}
            for name in batch:
                yield name, contents.get(name, sizes[name])

    def _sizes(self, names: Sequence[str], kind: str) -> Iterator[tuple[str, int]]:
        listing = self.run("cat-file", "--batch-check", "--buffer", given=_lines(names))
        for name, line in zip(names, listing.splitlines(), strict=True):
            found = line.split(b" ")
            if found[1:-1] != [kind.encode()]:
                raise PortalError("history_incomplete", object=name)
            yield name, int(found[-1])

    def _contents(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        written = self.run("cat-file", "--batch", "--buffer", given=_lines(names))
        at = 0
        for name in names:
            end = written.index(b"\n", at)
            size = int(written[at:end].rsplit(b" ", 1)[-1])
            yield name, written[end + 1 : end + 1 + size]
            at = end + size + 2

    def _done(self, arguments: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
        command = ["git", *_OPTIONS, "-C", str(self._folder), *arguments]
        try:
            return subprocess.run(
                command,
                env=_environment(),
                input=given,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise PortalError("git_failed", detail=f"{arguments[0]}: {_SECONDS} s") from None


def _failure(said: bytes) -> PortalError:
    """What git could not do: its own words, behind its warnings."""
    if lacking := _LACKING.search(said):
        return PortalError("history_incomplete", object=lacking[1].decode())
    lines = said.decode(errors="replace").strip().split("\n")
    return PortalError(
        "git_failed", detail=next((each for each in lines if each.startswith("fatal")), lines[0])
    )


def _environment() -> dict[str, str]:
    # Git sets these for its hooks: they would lead away from the folder that is asked about.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return environment | {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
    }


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _batches(names: Iterable[str], sizes: dict[str, int], most: int) -> Iterator[list[str]]:
    """Names in groups whose readable contents are not too much at once."""
    batch: list[str] = []
    held = 0
    for name in names:
        size = sizes[name] if sizes[name] <= most else 0
        if batch and held + size > _BATCH:
            yield batch
            batch, held = [], 0
        batch.append(name)
        held += size
    if batch:
        yield batch
