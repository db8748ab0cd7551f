"""An entry is dated about when it was written."""

from collections.abc import Iterator
from datetime import timedelta

from generator.audit.contract import Codes, Deed, Notes, Step
from generator.audit.figures import logs
from generator.errors import Finding, Severity
from generator.model.dates import Date

CODES = Codes(AUD14=Severity.REVIEW, AUD15=Severity.REVIEW)

_WEEK = 7
"""Days that a proposal may wait for whoever merges it: an honest report gets no other day."""

_CLOCK = 1
"""Days by which a clock, or a zone that it is set to, may be wrong."""


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """New entries whose own date is far from the day of their commit."""
    del notes
    for deed in step.deeds:
        known = {(key, update.id) for key, log in logs(deed.was) for update in log}
        for key, log in logs(deed.now):
            for update in log:
                if (key, update.id) not in known:
                    # What was reported on a day was written down soon; what was published
                    # may be found much later, but not when it would be stale at once.
                    of = "reported_on" if update.reported_on else "state_on"
                    moment = update.reported_on or update.state_on
                    yield from _judged(step, deed, f"{key}.{update.id}.{of}", moment)


def _judged(step: Step, deed: Deed, key: str, moment: Date) -> Iterator[Finding]:
    tolerated = timedelta(days=_tolerated(step, key))
    if moment.last < step.day - tolerated:
        days = (step.day - moment.last).days
        yield step.finding(CODES, "AUD14", deed, key=key, date=moment, days=days)
    elif moment.first > step.day + timedelta(days=_CLOCK):
        yield step.finding(CODES, "AUD15", deed, key=key, date=moment)


def _tolerated(step: Step, key: str) -> int:
    """How many days may lie between an entry's own date and its commit: the registry's limits."""
    if step.settings is None:
        return _WEEK
    if key.endswith("reported_on"):
        return max(step.settings.reporting.days_allowed, _WEEK)
    return max(step.settings.limits.stale_days, _WEEK)
