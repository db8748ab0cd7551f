"""A log of progress agrees with itself: percent with status, each step with the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.contract import Case, Codes
from generator.errors import Finding, Severity
from generator.load import Document
from generator.load.transitions import transitions
from generator.model import paths, states
from generator.model.entities import Commitment, Programme, Update

CODES = Codes(
    PROG01=Severity.ERROR,
    PROG02=Severity.ERROR,
    PROG03=Severity.ERROR,
    PROG04=Severity.WARNING,
    PROG05=Severity.ERROR,
    PROG06=Severity.ERROR,
)

_ALL = 100


@dataclass(frozen=True, slots=True)
class _Log:
    document: Document
    path: paths.Path
    updates: Sequence[Update]

    def finding(self, code: str, update: Update, key: str, **arguments: object) -> Finding:
        place = self.document.at(*self.path, self.updates.index(update), key)
        return CODES.finding(code, place, update=update.id, **arguments)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """The logs of a commitment or of a programme's tasks."""
    match case.record:
        case Commitment() as commitment:
            logs = [_Log(document, ("updates",), commitment.updates)]
        case Programme() as programme:
            logs = [
                _Log(document, ("tasks", index, "updates"), task.updates)
                for index, task in enumerate(programme.tasks)
            ]
        case _:
            logs = []
    for log in logs:
        # All of it, whatever the day: a correction of tomorrow is still one.
        standing = states.standing_updates(log.updates, date.max)
        for update in standing:
            yield from _contradictions(log, update)
        yield from _contradiction_at_the_end(log, standing)
        yield from _steps_of_status(log, standing)
        yield from _steps_of_percent(log, standing)


def _disagreement(status: str, percent: float) -> str | None:
    if percent == _ALL and status != "completed":
        return "PROG01"
    if percent < _ALL and status == "completed":
        return "PROG02"
    return "PROG03" if percent > 0 and status == "not_started" else None


def _contradictions(log: _Log, update: Update) -> Iterator[Finding]:
    status, percent = update.delivery_status, update.completion_percent
    if status is not None and percent is not None and (code := _disagreement(status, percent)):
        yield log.finding(code, update, "completion_percent", percent=f"{percent:g}", status=status)


def _contradiction_at_the_end(log: _Log, standing: Sequence[Update]) -> Iterator[Finding]:
    """The latest status and the latest percent stand beside each other on the page."""
    last = states.delivery(standing, date.max)
    if last.status is None or last.percent is None or last.status_from is last.percent_from:
        return
    if _disagreement(last.status, last.percent) and last.status_from and last.percent_from:
        newer = last.latest if last.latest in (last.status_from, last.percent_from) else None
        update = newer or last.status_from
        key = "delivery_status" if update is last.status_from else "completion_percent"
        yield log.finding("PROG04", update, key, percent=f"{last.percent:g}", status=last.status)


def _steps_of_status(log: _Log, standing: Sequence[Update]) -> Iterator[Finding]:
    before: str | None = None
    for update in standing:
        after = update.delivery_status
        if after is None:
            continue
        if before is not None and after != before:
            rule = transitions("delivery_status").get(before, {}).get(after)
            if rule is None:
                allowed = ", ".join(transitions("delivery_status").get(before, {}))
                yield log.finding(
                    "PROG06", update, "delivery_status", before=before, after=after, allowed=allowed
                )
            elif rule == "reason" and update.reason is None:
                yield log.finding("PROG05", update, "delivery_status", before=before, after=after)
        before = after


def _steps_of_percent(log: _Log, standing: Sequence[Update]) -> Iterator[Finding]:
    before: float | None = None
    for update in standing:
        after = update.completion_percent
        if after is None:
            continue
        if before is not None and after < before and update.reason is None:
            yield log.finding(
                "PROG05", update, "completion_percent", before=f"{before:g}%", after=f"{after:g}%"
            )
        before = after
