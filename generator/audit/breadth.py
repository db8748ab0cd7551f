"""A change is small enough for somebody to have looked at it."""

from collections.abc import Iterator

from generator.audit.contract import Codes, Deed, Notes, Step
from generator.audit.figures import logs
from generator.audit.owners import owners
from generator.errors import Finding, Severity

CODES = Codes(AUD16=Severity.REVIEW, AUD17=Severity.REVIEW)

_AGENCIES = 3
"""Progress is reported by who is responsible, and by those who share the work: a few."""

_RECORDS = 20
"""More than this nobody compares with its sources at one sitting."""


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """Progress of many agencies, or very many records, in one commit."""
    del notes
    if len(step.deeds) > _RECORDS:
        yield step.finding(CODES, "AUD17", records=len(step.deeds), most=_RECORDS)
    agencies = {
        owner for deed in step.deeds if _moves(deed) for owner in sorted(owners(deed, step))[:1]
    }
    if len(agencies) > _AGENCIES:
        yield step.finding(
            CODES, "AUD16", agencies=", ".join(sorted(agencies)), number=len(agencies)
        )


def _moves(deed: Deed) -> bool:
    """Whether a status or a percentage is told that was not before."""
    known = dict(logs(deed.was))
    return any(
        update.delivery_status is not None or update.completion_percent is not None
        for key, log in logs(deed.now)
        for update in log
        if update not in known.get(key, ())
    )
