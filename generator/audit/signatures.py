"""Where the registry asks for it, every commit of the published branch is signed by one of ours.

Allowed are the signers of a list that is committed itself (`allowed_signers` at the top of the
repository, in the form of `ssh-keygen`), as it is published now.  Nobody's keyring is asked.
Who is on the list says who else may be: a commit that changes it must be signed by one who was
on it before, or anybody could put themselves there.
"""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from generator.audit.contract import REGISTRY, Codes, Past, Told
from generator.errors import Finding, Severity
from generator.history import Commit

CODES = Codes(AUD21=Severity.ERROR, AUD22=Severity.ERROR, AUD23=Severity.ERROR)

SIGNERS = "allowed_signers"


def history(past: Past) -> Iterator[Finding]:
    """Commits without a signature, and with one that does not hold."""
    owing = _owing(past)
    signed = [commit.id for commit in owing if commit.has_signature]
    allowed = past.repository.text(past.head, SIGNERS) if signed else b""
    proven = past.repository.signers(signed, allowed)
    changing = past.repository.touching(past.head, SIGNERS) if owing else frozenset()
    for commit in owing:
        told, who = Told(REGISTRY, [commit.id]), commit.committer.email or commit.committer.name
        if not commit.has_signature:
            yield told.finding(CODES, "AUD21", None, who=who)
        elif not _is(commit.committer.email, proven.get(commit.id, "")):
            yield told.finding(CODES, "AUD22", None, who=who, file=SIGNERS)
        if commit.id in changing and not _could(past, commit):
            yield told.finding(CODES, "AUD23", None, who=who, file=SIGNERS)


def _could(past: Past, commit: Commit) -> bool:
    """Whether who changed the list was on it before; who begins one answers to nobody."""
    repository = past.repository
    before = repository.text(commit.parents[0], SIGNERS) if commit.parents else b""
    signer = repository.signers([commit.id], before).get(commit.id, "")
    return not before.strip() or _is(commit.committer.email, signer)


def _owing(past: Past) -> Sequence[Commit]:
    """The commits that must be signed, whatever they touched: all behind the first of that time.

    A commit may claim any day, but it cannot stand before one that came earlier.  Who may sign
    is said outside the registry, so a commit that touches nothing of it counts, too.
    """
    since = past.rules.signed_from_on
    if since is None:
        return ()
    commits = list(past.repository.commits(past.repository.chain(past.head)))
    for index, commit in enumerate(commits):
        if commit.committed_at.astimezone(past.zone).date() >= since.first:
            return commits[index:]
    return ()


def _is(committer: str, signer: str) -> bool:
    """Whether the one whose key signed is the one who says to have committed."""
    patterns = [name.strip() for name in signer.lower().split(",")]
    return any(name and fnmatchcase(committer.lower(), name) for name in patterns)
