"""What somebody works out of each revision, worked out once and remembered by commit."""

import hashlib
from collections.abc import Callable, Iterator
from itertools import takewhile

from generator.history.past import Edit, edits
from generator.history.repository import Repository
from generator.history.revisions import Revision

Work = Callable[[Revision, tuple[Edit, ...]], bytes]
"""What is made of a revision: of it, its edits and nothing else."""


def derived(
    repository: Repository, kind: str, work: Work, until: str = "HEAD"
) -> Iterator[tuple[str, bytes]]:
    """What is made of each revision of the published branch, oldest first, by its commit's id.

    Only commits that are new since the last run are read.  In a clone that is cut nothing is
    remembered: the same commit did something else there.

    Args:
        repository: the registry's.
        kind: what is done, in a word, and everything else that the result depends on.
        work: does it.  Empty results are not told.
        until: a ref: the tip of the branch.

    Raises:
        PortalError: a ref is not known, or this clone lacks a commit or a file.
    """
    tip = repository.resolve(until)
    if repository.is_cut:
        for revision, found in edits(repository, tip):
            yield from _told(revision.commit.id, work(revision, found))
        return
    notes = repository.notes()
    chain = {commit: _name(commit, notes.get(commit, "")) for commit in repository.chain(tip)}
    with repository.memory as memory:
        known = memory.derived(kind)
        # Behind a gap, which is a damaged value, all is worked out again.
        old = dict(takewhile(lambda commit: commit[1] in known, chain.items()))
        for commit, name in old.items():
            yield from _told(commit, known[name])
        since = next(reversed(old), None)
        if since == tip:
            return
        new = dict.fromkeys(chain.keys() - old.keys(), b"")
        for revision, found in edits(repository, tip, since):
            commit = revision.commit.id
            new[commit] = work(revision, found)
            yield from _told(commit, new[commit])
        for commit, result in new.items():
            memory.keep(kind, chain[commit], result)


def _told(commit: str, result: bytes) -> Iterator[tuple[str, bytes]]:
    if result:
        yield commit, result


def _name(commit: str, note: str) -> str:
    """What a result is kept by: a note may come long after its commit."""
    return f"{commit} {hashlib.sha256(note.encode()).hexdigest()}" if note else commit
