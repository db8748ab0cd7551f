"""What was published stays reachable: no tag and no published commit is left behind.

A branch that was rewritten looks like any other.  Only what somebody else remembers shows it:
a tag, or the `build.json` of a version that was published from it.
"""

from collections.abc import Iterator
from typing import Any

from generator.audit.contract import REGISTRY, Codes, Past, Told
from generator.errors import Finding, Severity

CODES = Codes(AUD05=Severity.ERROR, AUD06=Severity.ERROR)

_DEEPEST = 8


def history(past: Past) -> Iterator[Finding]:
    """Tags and published commits that the published branch does not reach."""
    reached = past.repository.ancestors(past.head)
    for tag, commit in past.repository.tags().items():
        if commit not in reached:
            yield Told(REGISTRY, [commit]).finding(CODES, "AUD05", None, tag=tag)
    for where, commit in past.published:
        if not any(name.startswith(commit) for name in _near(reached, commit)):
            yield Told(REGISTRY, [commit]).finding(CODES, "AUD06", None, where=where)


def _near(reached: frozenset[str], commit: str) -> frozenset[str]:
    """The commits that an id may stand for: itself, or all if it is short."""
    return frozenset({commit}) if commit in reached else reached


def commits_of(data: object) -> Iterator[str]:
    """Every commit that a published record names: the values of keys `commit` in JSON.

    Args:
        data: what a `build.json` or `versions.json` holds, or anything else.
    """
    waiting: list[tuple[int, Any]] = [(0, data)]
    while waiting:
        depth, node = waiting.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(node, list):
            waiting += [(depth + 1, item) for item in reversed(node)]
        elif isinstance(node, dict):
            commit = node.get("commit")
            if isinstance(commit, str) and commit:
                yield commit
            waiting += [(depth + 1, value) for value in reversed(node.values())]
