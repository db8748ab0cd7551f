"""Who is responsible for a commitment on a day, and how it came to be they.

The lead agency holds a commitment from the record's day; then it changes hands in
order of dates: by succession of agencies, along chains, and by transfers of the
record alone.  On one day succession acts first.  A date known as a span acts on its
last day (`settled`); from its first (`earliest`), it may already have acted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.model.dates import Date
from generator.model.entities import Agency, Commitment, Transfer

Agencies = Mapping[str, Agency]
Pick = Callable[[Date], date]
Holders = dict[str, date]
"""Agency to the day up to which its successions are behind it."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One change of hands: `givers` held until the day before `on`, `takers` hold from it.

    A day has one: what succession and a transfer did on the same day is one change, from who
    held before to who holds after, and the transfer names it.
    """

    on: date
    kind: str
    """`succession` or `transfer`."""
    givers: tuple[str, ...]
    takers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a commitment: `agencies` certainly, `possibly` if an uncertain date has come."""

    agencies: tuple[str, ...] = ()
    possibly: tuple[str, ...] = ()


def settled(moment: Date) -> date:
    """The day on which a span has certainly come."""
    return moment.last


def earliest(moment: Date) -> date:
    """The first day on which a span may have come."""
    return moment.first


@dataclass(frozen=True, slots=True)
class _Succession:
    """How the holders of one commitment pass on: by its field, reading dates with `pick`."""

    agencies: Agencies
    field: str
    pick: Pick
    ended_only: bool

    def next(self, holder: str, since: date) -> tuple[date, list[str]] | None:
        """The next day after `since` on which a holder passes on, and to whom."""
        agency = self.agencies.get(holder)
        if agency is None:
            return None
        ended = agency.active_to_on
        if self.ended_only:
            if ended is None:
                return None
            # What left a living agency does not move this record: only its end does.
            since = max(since, ended.first)
        later = [entry for entry in agency.succession if self.pick(entry.from_on) > since]
        chosen = [entry for entry in later if self.field in entry.fields]
        if not chosen and ended is not None:
            chosen = [entry for entry in later if entry.default]
        if not chosen:
            return None
        day = min(self.pick(entry.from_on) for entry in chosen)
        return day, [entry.to for entry in chosen if self.pick(entry.from_on) == day]

    def next_day(self, holders: Holders) -> date | None:
        """The next day on which any of the holders passes on."""
        steps = [self.next(holder, since) for holder, since in holders.items()]
        return min((step[0] for step in steps if step), default=None)

    def pass_on(self, holders: Holders, day: date) -> Holders:
        """The holders after one day of succession, along the chains of that day.

        Chains that form a cycle end with the agency that closes it.
        """
        after: Holders = {}
        passed: set[str] = set()
        last = ""
        queue = list(holders.items())
        while queue:
            holder, since = queue.pop(0)
            step = self.next(holder, since)
            if holder in passed:
                last = holder
            elif step is None or step[0] != day:
                after[holder] = since
            else:
                passed.add(holder)
                # Who receives today may pass on today: only what came before is behind it.
                queue += [(taker, day - timedelta(days=1)) for taker in step[1]]
        return after or {last: day}


def _steps(
    holders: Holders, transfers: Sequence[Transfer], succession: _Succession, start: date
) -> Iterator[tuple[date, str, frozenset[str]]]:
    """The first holders, then day, kind and new holders of every step, in order."""
    yield start, "", frozenset(holders)
    waiting = sorted(transfers, key=lambda transfer: succession.pick(transfer.from_on))
    while True:
        day = succession.next_day(holders)
        transfer = max(succession.pick(waiting[0].from_on), start) if waiting else None
        if day is not None and (transfer is None or day <= transfer):
            holders = succession.pass_on(holders, day)
            yield day, "succession", frozenset(holders)
        elif transfer is not None:
            holders = dict.fromkeys(waiting.pop(0).to, transfer)
            yield transfer, "transfer", frozenset(holders)
        else:
            return


def _changes(steps: Iterator[tuple[date, str, frozenset[str]]]) -> Iterator[Handover]:
    """Every change of hands, one for each day that has any."""
    _, _, held = next(steps)
    for on, group in groupby(steps, key=lambda step: step[0]):
        *_, (_, kind, after) = group
        if after != held:
            yield Handover(on, kind, tuple(sorted(held - after)), tuple(sorted(after - held)))
        held = after


def handovers(
    commitment: Commitment, agencies: Agencies, pick: Pick = settled
) -> tuple[Handover, ...]:
    """Every change of hands of a commitment, in order of dates.

    Without a record's day (negotiations), only agencies that ended pass on.
    """
    day = commitment.day
    start = pick(day) if day else date.min
    first = {commitment.lead_agency: start} if commitment.lead_agency else {}
    succession = _Succession(agencies, commitment.field, pick, ended_only=day is None)
    return tuple(_changes(_steps(first, commitment.transfers, succession, start)))


def held_on(first: Iterable[str], steps: Sequence[Handover], on: date) -> frozenset[str]:
    """Who holds on a day what the first holders held, after the changes of hands until then."""
    held = frozenset(first)
    for step in steps:
        if step.on > on:
            break
        held = (held - set(step.givers)) | set(step.takers)
    return held


def _holding(certain: frozenset[str], possible: frozenset[str]) -> Holding:
    return Holding(tuple(sorted(certain)), tuple(sorted(possible - certain)))


@dataclass(frozen=True, slots=True)
class Trail:
    """Who was responsible for a commitment on every day there is."""

    commitment: Commitment
    certain: tuple[Handover, ...]
    possible: tuple[Handover, ...]
    """The same, if every date known as a span came on its first day."""

    def on(self, day: date) -> Holding:
        """Who is responsible on a day; empty before the record's day."""
        certain = self._held(self.certain, settled, day)
        if self.possible is self.certain and (
            self.commitment.day is None or self.commitment.day.exact
        ):
            return _holding(certain, certain)
        return _holding(certain, self._held(self.possible, earliest, day))

    def _held(self, steps: Sequence[Handover], pick: Pick, day: date) -> frozenset[str]:
        if self.commitment.day is not None and pick(self.commitment.day) > day:
            return frozenset()
        lead = self.commitment.lead_agency
        return held_on((lead,) if lead else (), steps, day)


def trail(commitment: Commitment, agencies: Agencies) -> Trail:
    """Who was responsible for a commitment, from the record's day on."""
    certain = handovers(commitment, agencies)
    possible = handovers(commitment, agencies, earliest)
    return Trail(commitment, certain, certain if certain == possible else possible)


def responsible_agencies(commitment: Commitment, agencies: Agencies, as_of: date) -> Holding:
    """Who is responsible for a commitment on a day; empty before the record's day."""
    return trail(commitment, agencies).on(as_of)


def supporting_agencies(
    commitment: Commitment, agencies: Agencies, as_of: date, responsible: Holding
) -> Holding:
    """Who supports a commitment on a day, less who is responsible.

    Support begins with the record, or later if the entry says so; each entry follows
    succession like a lead.
    """

    def held(pick: Pick) -> frozenset[str]:
        succession = _Succession(
            agencies, commitment.field, pick, ended_only=commitment.day is None
        )
        found: set[str] = set()
        for support in commitment.supporting_agencies:
            began = [pick(moment) for moment in (commitment.day, support.from_on) if moment]
            start = max(began, default=date.min)
            # An end known as a span has come only on its last day, whichever way dates are read.
            if start <= as_of and not (support.to_on and support.to_on.last < as_of):
                steps = _changes(_steps({support.agency: start}, (), succession, start))
                found |= held_on((support.agency,), tuple(steps), as_of)
        return frozenset(found)

    if not commitment.supporting_agencies:
        return Holding()
    certain = frozenset(responsible.agencies)
    return _holding(held(settled) - certain, held(earliest) - certain)


def default_heirs(agency: str, agencies: Agencies, since: date, as_of: date) -> tuple[str, ...]:
    """Who stands on a day for an agency that was told something on day `since`.

    An instruction or a recommendation has no field: it follows default succession.
    """
    succession = _Succession(agencies, "", settled, ended_only=True)
    steps = tuple(_changes(_steps({agency: since}, (), succession, since)))
    return tuple(sorted(held_on((agency,), steps, as_of)))
