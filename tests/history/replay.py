"""Histories for tests: what people did to a registry, replayed as commits of a real repository.

Days, authors and bytes are fixed, so a replayed history has the same ids on every machine.
README.md beside this file shows how it is used.
"""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.checking import BASE, read, written

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin:/usr/local/bin",
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Mai",
    "GIT_AUTHOR_EMAIL": "mai@coordinator.example.org",
    "GIT_COMMITTER_NAME": "Mai",
    "GIT_COMMITTER_EMAIL": "mai@coordinator.example.org",
    "LC_ALL": "C.UTF-8",
}
PEOPLE = {
    "mai": "Mai <mai@coordinator.example.org>",
    "ngan": "Ngân Trần <ngan@energy.example.org>",
    "otto": "Otto <otto@elsewhere.example.org>",
    "bot": "Portal <bot@example.org>",
}
"""Made-up people by the word that a test uses for them; their addresses name their agency."""

FIRST_DAY = datetime(2025, 1, 1, 9, tzinfo=UTC)

Files = Mapping[str, bytes | str | Mapping[str, Any] | None]
"""Paths in the registry, or with a leading `/` in the repository: bytes and texts as they are,
plain data in canonical form, `None` to delete."""


def git(folder: Path, *arguments: str, given: bytes | None = None, **environment: str) -> str:
    """What a command of git prints; for what `Replay` does not do itself."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        input=given,
        env=ENVIRONMENT | environment,
    )
    return done.stdout.decode(errors="replace").strip()


@dataclass(frozen=True)
class Telling:
    """Who and when of a commit, and the rest of what it says."""

    by: str = "mai"
    """The author: a word of `PEOPLE`, or `Name <address>`."""
    committer: str = ""
    """Likewise; the author, if not given."""
    on: datetime | str = ""
    """The moment, in ISO form with its offset; a day after the last, if not given."""
    body: str = ""
    """The rest of the message; trailers at its end."""
    encoding: str = ""
    """What the commit says its encoding is; its texts are written in it."""
    name: str = ""
    """What the test calls the commit; its subject, if not given."""

    def lines(self, subject: str, moment: datetime) -> Iterator[bytes]:
        """What `git fast-import` reads of it."""
        codec = self.encoding or "utf-8"
        message = f"{subject}\n\n{self.body}" if self.body else subject
        yield b"author %b\n" % _who(self.by, moment, codec)
        yield b"committer %b\n" % _who(self.committer or self.by, moment, codec)
        if self.encoding:
            yield f"encoding {self.encoding}\n".encode()
        yield _data(f"{message}\n".encode(codec))


@dataclass
class Branch:
    """Where a branch stands while a history is told."""

    tip: int = 0
    tree: dict[str, bytes] = field(default_factory=dict)


class Replay:
    """A history that is told step by step, and becomes a repository when it is built."""

    def __init__(self, folder: Path, prefix: str = "registry/", *, base: bool = True) -> None:
        """A history with one branch, `main`.

        Args:
            folder: where the repository is made.
            prefix: the registry's place in it; empty for the top.
            base: whether the first commit holds the registry of `tests/cases/base`.
        """
        self.folder = folder
        self.registry = folder / prefix
        self._prefix = prefix
        self._stream: list[bytes] = []
        self._branches = {"main": Branch()}
        self._name = "main"
        self._trees: dict[int, dict[str, bytes]] = {0: {}}
        self._parents: dict[int, list[int]] = {}
        self._marks: dict[str, int] = {}
        self._now = FIRST_DAY
        self._mark = 0
        if base:
            self.commit("Begin", {path: _bytes(path, text) for path, text in read(BASE).items()})

    # --- what people do ---------------------------------------------------------------------------

    def commit(self, subject: str, files: Files | None = None, **told: Any) -> str:  # noqa: ANN401 - `Telling` knows
        """Commit changes to files of the registry on the branch that the history stands on.

        Args:
            subject: the first line of the message.
            files: what is written, or deleted.
            told: who, when and what else: the keys of `Telling`.

        Returns:
            The commit's name, which `id` turns into git's.
        """
        branch = self._branches[self._name]
        parents = [branch.tip] if branch.tip else []
        return self._add(self._changed(branch.tree, files or {}), parents, subject, told)

    def branch(self, name: str) -> None:
        """Begin a branch where the history stands, and go on there."""
        here = self._branches[self._name]
        self._branches[name] = Branch(here.tip, dict(here.tree))
        self._name = name

    def switch(self, name: str) -> None:
        """Go on with another branch."""
        self._name = name

    def merge(
        self,
        other: str,
        subject: str = "",
        *,
        squash: bool = False,
        **told: Any,  # noqa: ANN401 - `Telling` knows
    ) -> str:
        """Merge a branch: what it changed since both parted is laid over this one.

        Args:
            other: the branch.
            subject: the first line of the message.
            squash: make one plain commit of it.
            told: as for `commit`.
        """
        here, there = self._branches[self._name], self._branches[other]
        base = self._trees[self._parting(here.tip, there.tip)]
        changed: dict[str, bytes | None] = {
            path: there.tree.get(path)
            for path in base.keys() | there.tree.keys()
            if base.get(path) != there.tree.get(path)
        }
        parents = [here.tip] if squash else [here.tip, there.tip]
        tree = dict(here.tree)
        for path, content in changed.items():
            _set(tree, path, content)
        return self._add(tree, parents, subject or f"Merge branch '{other}'", told)

    def revert(self, name: str, **told: Any) -> str:  # noqa: ANN401 - `commit` knows
        """Undo a commit by another one."""
        mark = self._marks[name]
        before = self._trees[next(iter(self._parents[mark]), 0)]
        undone = {
            path.removeprefix(self._prefix): before.get(path)
            for path in before.keys() | self._trees[mark].keys()
            if before.get(path) != self._trees[mark].get(path)
        }
        return self.commit(f'Revert "{name}"', undone, **told)

    def move(self, old: str, new: str, subject: str = "", **told: Any) -> str:  # noqa: ANN401 - likewise
        """Move a file, or a folder with all that is in it."""
        tree = self._branches[self._name].tree
        begin = self._prefix + old
        moved: dict[str, bytes | None] = {}
        for path, content in tree.items():
            if path == begin or path.startswith(f"{begin}/"):
                moved[path.removeprefix(self._prefix)] = None
                moved[new + path.removeprefix(begin)] = content
        return self.commit(subject or f"Move {old}", moved, **told)

    def tag(self, tag: str, name: str = "") -> None:
        """Tag a commit, the last one if none is named."""
        mark = self._marks[name] if name else self._branches[self._name].tip
        self._stream.append(b"reset refs/tags/%b\nfrom :%d\n\n" % (tag.encode(), mark))

    def note(self, text: str, name: str = "", ref: str = "refs/notes/approvals") -> None:
        """Note something of a commit, as a step after its merge would."""
        mark = self._marks[name] if name else self._branches[self._name].tip
        head = b"commit %b\ncommitter %b\n" % (ref.encode(), _who("bot", self._now))
        self._stream.append(
            head + _data(b"Approve\n") + b"N inline :%d\n" % mark + _data(text.encode()) + b"\n"
        )

    # --- what comes of it -------------------------------------------------------------------------

    def build(self) -> Path:
        """Make the repository, with `main` checked out; the folder of the registry."""
        self.folder.mkdir(parents=True, exist_ok=True)
        git(self.folder, "init", "--quiet", "--initial-branch=main")
        git(self.folder, "fast-import", "--quiet", "--force", given=b"".join(self._stream))
        git(self.folder, "reset", "--quiet", "--hard", "main")
        return self.registry

    def id(self, name: str) -> str:
        """The id of a commit of the built repository."""
        return git(self.folder, "rev-parse", f"refs/replayed/{self._marks[name]}")

    def text(self, path: str) -> bytes:
        """What a file of the registry holds now, where the history stands."""
        return self._branches[self._name].tree[self._prefix + path]

    def _changed(self, tree: Mapping[str, bytes], files: Files) -> dict[str, bytes]:
        changed = dict(tree)
        for path, content in files.items():
            place = path[1:] if path.startswith("/") else self._prefix + path
            _set(changed, place, None if content is None else _bytes(path, content))
        return changed

    def _add(
        self,
        tree: dict[str, bytes],
        parents: list[int],
        subject: str,
        told: Mapping[str, Any],
    ) -> str:
        telling = Telling(**told)
        self._mark += 1
        self._now = _moment(telling.on) if telling.on else self._now + timedelta(days=1)
        self._stream += [
            f"commit refs/heads/{self._name}\nmark :{self._mark}\n".encode(),
            *telling.lines(subject, self._now),
        ]
        self._stream += [
            f"{'merge' if index else 'from'} :{parent}\n".encode()
            for index, parent in enumerate(parents)
        ]
        self._stream += _edits(self._trees[parents[0]] if parents else {}, tree)
        self._stream.append(f"\nreset refs/replayed/{self._mark}\nfrom :{self._mark}\n\n".encode())
        self._marks[telling.name or subject] = self._mark
        self._trees[self._mark], self._parents[self._mark] = tree, parents
        self._branches[self._name] = Branch(self._mark, tree)
        return telling.name or subject

    def _parting(self, one: int, other: int) -> int:
        """The newest commit that two have in common: marks are given in order."""
        return max(self._above(one) & self._above(other), default=0)

    def _above(self, mark: int) -> set[int]:
        found, waiting = {0}, [mark]
        while waiting:
            if (each := waiting.pop()) not in found:
                found.add(each)
                waiting += self._parents[each]
        return found


def _set(tree: dict[str, bytes], path: str, content: bytes | None) -> None:
    if content is None:
        tree.pop(path, None)
    else:
        tree[path] = content


def _bytes(path: str, content: object) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, Mapping):
        return written(path, content)
    assert isinstance(content, bytes)
    return content


def _edits(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[bytes]:
    for path in sorted(before.keys() - after.keys()):
        yield b"D %b\n" % _quoted(path)
    for path, content in sorted(after.items()):
        if before.get(path) != content:
            yield b"M 100644 inline %b\n" % _quoted(path) + _data(content)


def _quoted(path: str) -> bytes:
    name = path.encode("utf-8", "surrogateescape")
    for letter, escaped in ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n")):
        name = name.replace(letter, escaped)
    return b'"%b"' % name


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def _who(person: str, moment: datetime, codec: str = "utf-8") -> bytes:
    offset = moment.strftime("%z")
    return f"{PEOPLE.get(person, person)} {int(moment.timestamp())} {offset}".encode(codec)


def _moment(on: datetime | str) -> datetime:
    moment = datetime.fromisoformat(on) if isinstance(on, str) else on
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
