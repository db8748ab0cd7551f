"""Nothing that was published vanishes, and every file can be read."""

from collections.abc import Iterator

from generator.audit.contract import Codes, Notes, Step
from generator.errors import Finding, Severity

CODES = Codes(AUD07=Severity.ERROR, AUD08=Severity.REVIEW)


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """Records that are gone, and files that cannot be read any more."""
    del notes
    for deed in step.deeds:
        if deed.unread:
            yield step.finding(CODES, "AUD08", deed, problem=deed.unread.code)
        elif deed.after is None:
            yield step.finding(CODES, "AUD07", deed)
