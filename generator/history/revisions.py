"""What each commit of the published branch did to the files of a registry.

Transaction time is the chain of first parents.  The commits that a merge brought are detail
of it: each belongs to the first commit of the chain that reaches it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.history.approvals import Approval, approvals, pull_request
from generator.history.commits import Commit

_REGULAR = b"100"
"""How the mode of a plain file begins: links and submodules hold no record."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What became of one file: the ids of its contents, `None` where there was or is no file."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit of the published branch that touched the registry."""

    commit: Commit
    merged: tuple[Commit, ...]
    """What a merge brought, oldest first: all of it, whether it touched the registry or not."""
    touched: Mapping[str, Touch]
    """Path relative to the registry to what became of it, sorted by path; never empty."""
    note: str = ""
    """What is noted of the commit under `refs/notes/approvals`."""
    is_cut: bool = False
    """Whether what came before is not in this clone: every file seems new then."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Path to the ids of the merged commits that touched it, oldest first; where there are none,
    the commit itself did it."""

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """Every approval that is stated, with whether it counts."""
        return approvals(self.commit, self.merged, self.note)

    @property
    def pull_request(self) -> str | None:
        """The number of the pull request that brought it, if the commit names one."""
        return pull_request(self.commit)

    def author_of(self, path: str) -> Commit:
        """The commit whose author last changed a path: inside a merge, else the one itself."""
        names = self.sources.get(path, ())
        found = {commit.id: commit for commit in self.merged}
        return found[names[-1]] if names else self.commit


@dataclass(frozen=True, slots=True)
class Link:
    """A commit of the chain, and those that it merged."""

    name: str
    parent: str | None
    """Its first parent; `None` where this clone knows none."""
    merged: Mapping[str, tuple[str, ...]]
    """Id of each merged commit to its parents, oldest first."""

    def compared(self) -> Iterator[str]:
        """What `diff-tree --stdin` is asked: each commit with the parent to compare it with.

        A merge inside the branch did nothing itself, and is not asked about.
        """
        yield f"{self.name} {self.parent or ''}".rstrip()
        yield from (f"{name} {''.join(up)}" for name, up in self.merged.items() if len(up) <= 1)


def chain(listing: bytes) -> Iterator[Link]:
    """The commits of the published branch, oldest first.

    Args:
        listing: `rev-list --parents --topo-order`: a line for each commit with its parents,
            the branch's own tip first.
    """
    parents = {
        name: tuple(above)
        for name, *above in (line.split(" ") for line in listing.decode("ascii").splitlines())
    }
    place = {name: index for index, name in enumerate(parents)}
    first: list[str] = []
    name = next(iter(parents), "")
    while name in parents:
        first.append(name)
        name = next(iter(parents[name]), "")
    taken = set(first)
    for name in reversed(first):
        found: list[str] = []
        waiting = list(parents[name][1:])
        while waiting:
            other = waiting.pop()
            if other in parents and other not in taken:
                taken.add(other)
                found.append(other)
                waiting += parents[other]
        found.sort(key=place.__getitem__, reverse=True)
        yield Link(name, next(iter(parents[name]), None), {each: parents[each] for each in found})


def touches(
    listing: bytes, wanted: Callable[[str], bool] | None = None
) -> Iterator[tuple[str, dict[str, Touch]]]:
    """The paths that each commit touched, sorted, by its id; those that touched none are left out.

    Args:
        listing: `diff-tree --stdin --raw -z -r --no-renames`: fields that end in NUL.
        wanted: whether a path counts; all do, if it is not given.
    """
    name = ""
    found: dict[str, Touch] = {}
    fields = iter(listing.split(b"\0"))
    for entry in fields:
        if not entry.startswith(b":"):
            # A commit's id has a line of its own before its first entry.
            if found:
                yield name, dict(sorted(found.items()))
            name, found = entry.strip().decode("ascii"), {}
            continue
        old_mode, new_mode, old, new, _ = entry[1:].split(b" ")
        path = next(fields).decode("utf-8", "surrogateescape")
        before = old.decode("ascii") if old_mode.startswith(_REGULAR) else None
        after = new.decode("ascii") if new_mode.startswith(_REGULAR) else None
        if before != after and (wanted is None or wanted(path)):
            found[path] = Touch(before, after)
    if found:
        yield name, dict(sorted(found.items()))
