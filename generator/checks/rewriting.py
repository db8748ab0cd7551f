"""A log is only added to: what it told is corrected by a later entry, where all can see it."""

from collections.abc import Iterator

from generator.checks.contract import Case, Codes, Pair
from generator.errors import Finding, Severity
from generator.model.published import breaches

CODES = Codes(
    BASE04=Severity.ERROR, BASE05=Severity.ERROR, BASE06=Severity.ERROR, BASE07=Severity.REVIEW
)

_CODES = {"rewritten": "BASE04", "removed": "BASE05", "reordered": "BASE06", "retold": "BASE07"}


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Entries that were rewritten, removed, put elsewhere or translated anew."""
    if pair.both is None:
        return
    before, after = pair.both
    for breach in breaches(before.data, after.data, case.settings.languages):
        yield CODES.finding(
            _CODES[breach.kind],
            after.at(*breach.path),
            entry=breach.entry,
            key=breach.key or None,
        )
