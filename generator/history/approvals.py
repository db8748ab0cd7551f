"""Who is said to have approved a change, and whether that counts.

Whoever writes a commit writes its trailers.  So those of a commit on the published branch
count, since the one who merged made it, and so does a note that a step after the merge
wrote; a trailer of a commit inside a merge is a claim of its author.  That nobody else may
push the branch or the notes is for the forge to hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.history.commits import Commit, Person, trailers

NOTES = "refs/notes/approvals"
"""Where a step after the merge writes `Approved-by: Name <address>`, for the merge's commit."""

_APPROVING = frozenset({"approved-by", "reviewed-by"})
_REQUEST = re.compile(r"(?:\S*[/#!])?([0-9]{1,10})/?")
_SUBJECTS = (
    re.compile(r"Merge pull request #([0-9]{1,10})\b"),
    re.compile(r"Merge pull request .*\(#([0-9]{1,10})\)"),
    re.compile(r"Merged in .*\(pull request #([0-9]{1,10})\)"),
    re.compile(r"Pull request #([0-9]{1,10})\b"),
    re.compile(r".*\(#([0-9]{1,10})\)$"),
    re.compile(r".*\(!([0-9]{1,10})\)$"),
)
_BODY = re.compile(r"^See merge request \S*!([0-9]{1,10})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval that is stated: by whom, and where (`commit`, `note` or `merged`)."""

    by: Person
    where: str

    @property
    def counts(self) -> bool:
        """Whether it was stated where only who may merge can write."""
        return self.where != "merged"


def approvals(commit: Commit, merged: Sequence[Commit], note: str) -> tuple[Approval, ...]:
    """Every approval that is stated of a change, in the order of where.

    Args:
        commit: on the published branch.
        merged: what it merged.
        note: what is noted of it under `NOTES`.
    """
    return (
        *(Approval(by, "commit") for by in _approving(commit.trailers)),
        *(Approval(by, "note") for by in _approving(tuple(trailers(note)))),
        *(Approval(by, "merged") for each in merged for by in _approving(each.trailers)),
    )


def pull_request(commit: Commit) -> str | None:
    """The number of the pull request that a commit merged, as forges write it; `None` if none.

    A trailer `Pull-Request:` tells it best.
    """
    for value in commit.trailer("Pull-Request"):
        if found := _REQUEST.fullmatch(value):
            return found[1]
    for pattern in _SUBJECTS:
        if found := pattern.match(commit.subject):
            return found[1]
    found = _BODY.search(commit.body)
    return found[1] if found else None


def _approving(stated: Sequence[tuple[str, str]]) -> Iterator[Person]:
    for name, value in stated:
        if name.lower() in _APPROVING:
            who, _, rest = value.partition("<")
            yield Person(who.strip(), rest.partition(">")[0].strip())
