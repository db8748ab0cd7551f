"""A registry's repository: its commits, its files at each of them, and how they came to be.

Nothing here is kept in memory for longer than it is asked for, and no process runs for a
single file: a whole history costs a handful of processes, whatever its length.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from generator.errors import PortalError
from generator.history.approvals import NOTES
from generator.history.commits import Commit, commit_of
from generator.history.memory import Memory
from generator.history.revisions import Link, Revision, Touch, chain, touches
from generator.history.running import Absent, Git
from generator.history.signatures import signers
from generator.load import MAXIMUM_BYTES

_AT_ONCE = 2000
"""Commits of the chain that are read together."""

_MESSAGE = 1024 * 1024
"""Bytes that a commit may have: a longer one is read as far as nothing."""

_TAG = "refs/tags/"


def open_repository(
    folder: Path, *, allow_shallow: bool = False, cache: Path | None = None
) -> "Repository | None":
    """The repository that a registry's folder lies in; `None` if it has no history to read.

    That is so without git, without a repository, without a commit, and without the folder.

    Args:
        folder: the registry.
        allow_shallow: whether a clone that lacks its first commits will do.
        cache: the folder where caches are kept; without one, nothing is remembered.

    Raises:
        PortalError: git could not read it, or the clone is shallow and must not be.
    """
    if not folder.is_dir():
        return None
    git = Git(folder)
    try:
        head = git.run("rev-parse", "--verify", "HEAD^{commit}").decode().strip()
        is_cut = git.run("rev-parse", "--is-shallow-repository").strip() == b"true"
    except (FileNotFoundError, Absent):
        return None
    if is_cut and not allow_shallow:
        raise PortalError("history_cut")
    return Repository(git, head, Memory(cache, folder), is_cut=is_cut)


class Repository:
    """What git knows of a registry: made by `open_repository`."""

    def __init__(self, git: Git, head: str, memory: Memory, *, is_cut: bool) -> None:
        self._git = git
        self.memory = memory
        self.head = head
        """The id of the commit that the working folder stands on."""
        self.is_cut = is_cut
        """Whether this clone lacks the first commits."""

    def resolve(self, ref: str) -> str:
        """The id of the commit that a name stands for: a branch, a tag, an id or its beginning.

        Raises:
            PortalError: there is no such commit.
        """
        # Git would read an option or an exclusion, the system would refuse the character.
        if not ref or ref.startswith(("-", "^")) or "\0" in ref:
            raise PortalError("ref_unknown", ref=ref)
        try:
            found = self._git.run(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
            )
        except (Absent, PortalError):
            raise PortalError("ref_unknown", ref=ref) from None
        return found.decode().strip()

    def files(self, commit: str) -> Mapping[str, str]:
        """Every plain file of the registry at a commit: path to the id of its content, sorted.

        Args:
            commit: an id that `resolve` gave.
        """
        listing = self._git.run("ls-tree", "-r", "-z", commit, ".")
        found: dict[str, str] = {}
        for line in listing.split(b"\0"):
            facts, _, path = line.partition(b"\t")
            if facts.startswith(b"100"):
                name = facts.split(b" ")[2].decode()
                found[path.decode("utf-8", "surrogateescape")] = name
        return dict(sorted(found.items()))

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes | int]]:
        """The contents of files by their ids, each once, in the order asked for.

        A file over the loader's limit is not read: it comes as its size.

        Raises:
            PortalError: this clone lacks one.
        """
        return self._git.objects(blobs, "blob", MAXIMUM_BYTES)

    def revisions(
        self,
        until: str = "HEAD",
        since: str | None = None,
        wanted: Callable[[str], bool] | None = None,
    ) -> Iterator[Revision]:
        """What each commit of the published branch did to the registry, oldest first.

        Commits that touched nothing of it are left out.

        Args:
            until: a ref: the tip of the branch.
            since: a ref: nothing that it reaches is told.
            wanted: whether a path is asked about; others are as if they did not exist.

        Raises:
            PortalError: a ref is not known, or this clone lacks a commit.
        """
        asked = [self.resolve(until), *([f"^{self.resolve(since)}"] if since else [])]
        links = chain(self._git.run("rev-list", "--parents", "--topo-order", *asked))
        notes = self.notes()
        while batch := list(islice(links, _AT_ONCE)):
            yield from self._revisions(batch, notes, wanted)

    def chain(self, until: str = "HEAD") -> tuple[str, ...]:
        """The ids of the published branch's commits, oldest first, whatever they touched.

        Raises:
            PortalError: the ref is not known.
        """
        tip = self.resolve(until)
        listing = self._git.run("rev-list", "--first-parent", "--reverse", tip)
        return tuple(listing.decode("ascii").split())

    def commits(self, names: Iterable[str]) -> Iterator[Commit]:
        """Commits by their ids, each once, in the order asked for.

        Raises:
            PortalError: this clone lacks one.
        """
        for name, content in self._git.objects(names, "commit", _MESSAGE):
            yield commit_of(name, content if isinstance(content, bytes) else b"")

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Whether a commit is reached from another one; each is from itself.

        Raises:
            PortalError: a ref is not known.
        """
        pair = self.resolve(older), self.resolve(newer)
        return self._git.holds("merge-base", "--is-ancestor", *pair)

    def merge_base(self, one: str, other: str) -> str | None:
        """The commit where two lines of history parted; `None` if they never met.

        Raises:
            PortalError: a ref is not known.
        """
        pair = self.resolve(one), self.resolve(other)
        try:
            return self._git.run("merge-base", *pair).decode().strip()
        except PortalError:
            return None

    def ancestors(self, ref: str) -> frozenset[str]:
        """The ids of all commits that a ref reaches, itself among them.

        Raises:
            PortalError: the ref is not known.
        """
        listing = self._git.run("rev-list", self.resolve(ref))
        return frozenset(listing.decode("ascii").split())

    def text(self, commit: str, path: str) -> bytes:
        """What a file holds at a commit; empty if there is none, or if it is too long.

        Args:
            commit: an id that `resolve` gave.
            path: from the top of the repository, wherever the registry lies.
        """
        listing = self._git.run("ls-tree", "-z", "--full-tree", commit, path)
        for line in listing.split(b"\0"):
            if line.startswith(b"100"):
                blob = line.partition(b"\t")[0].split(b" ")[2].decode()
                content = dict(self.contents([blob]))[blob]
                return content if isinstance(content, bytes) else b""
        return b""

    def touching(self, until: str, path: str) -> frozenset[str]:
        """The commits of the published branch that changed a file.

        Args:
            until: a ref: the tip of the branch.
            path: from the top of the repository, wherever the registry lies.
        """
        above = self._git.run("rev-parse", "--show-cdup").decode().rstrip("\n")
        listing = self._git.run(
            "rev-list", "--first-parent", self.resolve(until), "--", f"{above}{path}"
        )
        return frozenset(listing.decode("ascii").split())

    def signers(self, commits: Sequence[str], allowed: bytes) -> Mapping[str, str]:
        """Commit id to who signed it, for those whose signature holds; see `signatures`.

        Raises:
            PortalError: there is no `ssh-keygen`, or git could not read a commit.
        """
        return signers(self._git, commits, allowed)

    def tags(self) -> Mapping[str, str]:
        """Name of each tag to the commit it stands for, sorted; other objects have no tags here."""
        form = "%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname)"
        listing = self._git.run("for-each-ref", f"--format={form}", _TAG)
        found: dict[str, str] = {}
        for line in listing.decode("utf-8", "surrogateescape").splitlines():
            kind, name, kind_behind, behind, ref = line.split(" ", 4)
            if "commit" in (kind, kind_behind):
                found[ref.removeprefix(_TAG)] = behind or name
        return dict(sorted(found.items()))

    def notes(self, ref: str = NOTES) -> Mapping[str, str]:
        """Commit id to what is noted of it; empty if there are no such notes.

        Args:
            ref: the full name of the notes.
        """
        try:
            top = self.resolve(ref)
        except PortalError:
            return {}
        listing = self._git.run("ls-tree", "-r", "-z", "--full-tree", top)
        lines = [line.partition(b"\t") for line in listing.split(b"\0") if line[:3] == b"100"]
        # A note's path is the id of its commit, cut by slashes where there are many.
        blobs = {
            path.replace(b"/", b"").decode("ascii", "replace"): facts.split(b" ")[2].decode()
            for facts, _, path in lines
        }
        texts = dict(self.contents(blobs.values()))
        return {
            name: text.decode("utf-8", "replace")
            for name, blob in blobs.items()
            if isinstance(text := texts[blob], bytes)
        }

    def _revisions(
        self, links: list[Link], notes: Mapping[str, str], wanted: Callable[[str], bool] | None
    ) -> Iterator[Revision]:
        asked = "".join(f"{line}\n" for link in links for line in link.compared())
        found = dict(touches(self._git.run(*_COMPARE, given=asked.encode()), wanted))
        telling = [link for link in links if link.name in found]
        names = [name for link in telling for name in (link.name, *link.merged)]
        read = {commit.id: commit for commit in self.commits(names)}
        for link in telling:
            commit = read[link.name]
            yield Revision(
                commit=commit,
                merged=tuple(read[name] for name in link.merged),
                touched=found[link.name],
                note=notes.get(link.name, ""),
                is_cut=link.parent is None and bool(commit.parents),
                sources=_sources(link, found),
            )


_COMPARE = (
    *("diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev"),
    *("--no-renames", "--no-ext-diff", "--no-textconv", "--no-color", "--relative", "--", "."),
)


def _sources(link: Link, found: Mapping[str, Mapping[str, Touch]]) -> Mapping[str, tuple[str, ...]]:
    """Which of the merged commits touched each path."""
    if not link.merged:
        return {}
    return {
        path: names
        for path in found[link.name]
        if (names := tuple(name for name in link.merged if path in found.get(name, ())))
    }
