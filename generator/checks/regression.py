"""What goes backwards says why: against what was published, not only inside the log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.checks.contract import Case, Codes, Pair, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.load.transitions import transitions
from generator.model import paths, states
from generator.model.entities import Activity, Commitment, Programme, Record, Update

CODES = Codes(BASE08=Severity.ERROR, BASE09=Severity.ERROR, BASE10=Severity.REVIEW)

_REACHED = {
    "": (
        *("signed_on", "adopted_on", "declared_on", "approved_on", "in_force_on"),
        *("ended_on", "cancelled_on"),
    ),
    "milestones": ("completed_on", "dropped_on"),
    "difficulties": ("resolved_on",),
}
"""Dates whose absence means that something has not come about, by the list of their item."""


@dataclass(frozen=True, slots=True)
class _Log:
    """The same log as it was and as it is proposed."""

    document: Document
    path: paths.Path
    before: Sequence[Update]
    after: Sequence[Update]

    def stands(self, entry: Update) -> bool:
        """Whether an entry counts as it did: the log itself tells what came after it."""
        return entry in self.after and self.correction(entry) is None

    def correction(self, entry: Update) -> Update | None:
        """The entry that corrects one."""
        return next((update for update in self.after if update.corrects == entry.id), None)

    def is_explained(self, entry: Update, last: Update) -> bool:
        """Whether a reason is given for what became of an entry."""
        told = (self.correction(entry), last)
        return any(update is not None and update.reason for update in told)

    def finding(self, code: str, update: Update, key: str, **arguments: object) -> Finding:
        place = self.document.at(*self.path, self.after.index(update), key)
        return CODES.finding(code, place, update=update.id, **arguments)


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Status and percent that fell, dates that were reached and are no longer."""
    del case
    if pair.both is None:
        return
    for log in _logs(pair.both[1], pair.was, pair.now):
        yield from _status(log)
        yield from _percent(log)
    yield from _proposals(pair.both[1], pair.was, pair.now)
    yield from _undone(*pair.both)


def _logs(document: Document, was: Record | None, now: Record | None) -> Iterator[_Log]:
    match was, now:
        case Commitment(), Commitment():
            yield _Log(document, ("updates",), was.updates, now.updates)
        case Programme(), Programme():
            before = {task.id: task.updates for task in was.tasks}
            for index, task in enumerate(now.tasks):
                path = ("tasks", index, "updates")
                yield _Log(document, path, before.get(task.id, ()), task.updates)


def _status(log: _Log) -> Iterator[Finding]:
    # All of it, whatever the day, as the checks of the log itself do.
    was, now = (states.delivery(each, date.max) for each in (log.before, log.after))
    if was.status is None or now.status is None or was.status == now.status:
        return
    entry, last = was.status_from, now.status_from
    if entry is None or last is None or log.stands(entry):
        return
    rule = transitions("delivery_status").get(was.status, {}).get(now.status)
    step = {"before": was.status, "after": now.status}
    # If the entry was wrong, anything may be true instead: then it has only to be said why.
    if rule is None and log.correction(entry) is None:
        yield log.finding("BASE08", last, "delivery_status", **step)
    elif rule != "free" and not log.is_explained(entry, last):
        yield log.finding("BASE09", last, "delivery_status", **step)


def _percent(log: _Log) -> Iterator[Finding]:
    was, now = (states.delivery(each, date.max) for each in (log.before, log.after))
    entry, last = was.percent_from, now.percent_from
    if was.percent is None or now.percent is None or entry is None or last is None:
        return
    if now.percent < was.percent and not log.stands(entry) and not log.is_explained(entry, last):
        step = {"before": f"{was.percent:g}%", "after": f"{now.percent:g}%"}
        yield log.finding("BASE09", last, "completion_percent", **step)


def _proposals(document: Document, was: Record | None, now: Record | None) -> Iterator[Finding]:
    if not isinstance(was, Activity) or not isinstance(now, Activity):
        return
    before = {proposal.id: proposal.state for proposal in was.proposals}
    for index, proposal in enumerate(now.proposals):
        state = before.get(proposal.id, proposal.state)
        if state != proposal.state and proposal.state not in transitions("state").get(state, {}):
            place = document.at("proposals", index, "state")
            step = {"before": state, "after": proposal.state}
            yield CODES.finding("BASE08", place, update=proposal.id, **step)


def _undone(before: Document, after: Document) -> Iterator[Finding]:
    for name, keys in _REACHED.items():
        later = {item: (place, data) for item, place, data in _items(after.data, name)}
        for item, _, old in _items(before.data, name):
            if item not in later:
                continue  # another check's business
            place, new = later[item]
            for key in keys:
                path = f"{item}.{key}" if item else key
                if key in old and key not in new and not _disputed(after, path):
                    yield CODES.finding(
                        "BASE10", after.at(*place), key=path, before=shown(old[key])
                    )


def _items(
    data: Mapping[str, Any], name: str
) -> Iterator[tuple[str, paths.Path, Mapping[str, Any]]]:
    """Key path, place and data of each item of a list; of the record itself if none is named."""
    if not name:
        yield "", (), data
        return
    items = data.get(name)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, Mapping):
            yield f"{name}.{paths.item_name(item, index)}", (name, index), item


def _disputed(document: Document, key: str) -> bool:
    """Whether sources differ on a value: then all of them stand elsewhere in the record."""
    marks = document.data.get("disputed")
    return isinstance(marks, list) and any(
        isinstance(mark, Mapping) and mark.get("key") == key for mark in marks
    )
