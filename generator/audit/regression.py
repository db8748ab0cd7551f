"""What goes backwards says why, and what slips is counted."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.audit.contract import Codes, Deed, Notes, Step
from generator.audit.figures import dues, figures, logs
from generator.errors import Finding, Severity
from generator.load.transitions import transitions
from generator.model import states
from generator.model.entities import Commitment, Update

CODES = Codes(AUD11=Severity.REVIEW, AUD12=Severity.WARNING, AUD13=Severity.REVIEW)


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """Progress that fell without a reason, dates that slipped, figures that came back."""
    for deed in step.deeds:
        if deed.was and deed.now:
            yield from _fallen(step, deed)
            yield from _slipped(step, deed, notes)
        if deed.now:
            yield from _restored(step, deed, notes)


def _fallen(step: Step, deed: Deed) -> Iterator[Finding]:
    earlier = dict(logs(deed.was))
    for key, after in logs(deed.now):
        yield from _fallen_log(step, deed, key, (earlier.get(key, ()), after))
    if isinstance(deed.was, Commitment) and isinstance(deed.now, Commitment):
        done = {each.id: each.completed_on for each in deed.was.milestones}
        for each in deed.now.milestones:
            if done.get(each.id) and each.completed_on is None:
                name = f"milestones.{each.id}.completed_on"
                yield step.finding(CODES, "AUD11", deed, key=name, before=done[each.id], after="–")


def _fallen_log(
    step: Step, deed: Deed, key: str, log: tuple[Sequence[Update], Sequence[Update]]
) -> Iterator[Finding]:
    was, now = (states.delivery(updates, date.max) for updates in log)
    told = {update.id for update in log[0]}
    # A reason counts where it is given: in an entry that is new, or that corrects one.
    if any(update.reason for update in log[1] if update.id not in told):
        return
    if was.percent is not None and now.percent is not None and now.percent < was.percent:
        yield step.finding(
            CODES,
            "AUD11",
            deed,
            key=f"{key}.completion_percent",
            before=f"{was.percent:g}%",
            after=f"{now.percent:g}%",
        )
    steps = transitions("delivery_status").get(was.status or "", {})
    # Whatever does not go forward freely goes back, stops, or may not follow at all.
    if was.status and now.status not in (None, was.status) and steps.get(now.status) != "free":
        yield step.finding(
            CODES, "AUD11", deed, key=f"{key}.delivery_status", before=was.status, after=now.status
        )


def _slipped(step: Step, deed: Deed, notes: Notes) -> Iterator[Finding]:
    later = dues(deed.now)
    for key, before in dues(deed.was).items():
        after = later.get(key)
        if before is None or key not in later or (after and after.last <= before.last):
            continue
        slips = notes.setdefault(("slips", deed.entity, deed.id, key), [])
        yield step.finding(
            CODES,
            "AUD12",
            deed,
            slips,
            key=key,
            before=before,
            after=after or "–",
            times=len(slips) + 1,
        )
        slips.append(step.commit.id)


def _restored(step: Step, deed: Deed, notes: Notes) -> Iterator[Finding]:
    for key, value in figures(deed.now).items():
        seen = notes.setdefault(("figures", deed.entity, deed.id, key), [])
        if seen and seen[-1][0] == value:
            continue
        first = next((index for index, (old, _) in enumerate(seen) if old == value), None)
        if first is not None:
            earlier = [commit for _, commit in seen[first:]]
            between = seen[-1][0]
            yield step.finding(CODES, "AUD13", deed, earlier, key=key, value=value, between=between)
        seen.append((value, step.commit.id))
