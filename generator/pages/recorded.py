"""What pages can tell of a registry's past: put together before them, from its history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from zoneinfo import ZoneInfo

from generator.audit import Verdict
from generator.changes import Chronicle, Event
from generator.changes.packing import packed
from generator.metrics.hindsight import Known

Record = tuple[str, str]
"""Entity and id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one revision did to one record, and its day in the registry's time zone."""

    on: date
    event: Event
    number: int
    """Its place among all, the first is 0: what is added later changes no number before it."""

    def ingredients(self) -> object:
        """As of `Entries`."""
        return packed([self.event]), self.on

    @property
    def is_beginning(self) -> bool:
        """Whether it only says that the record came into the registry."""
        return all(change.kind == "record_added" for change in self.event.changes)


@dataclass(frozen=True)
class Entries:
    """Some of what happened, newest first."""

    entries: Sequence[Entry]
    total: int
    """Of how many these are the newest."""
    more: str = ""
    """Where all of them are, if these are not all."""

    def ingredients(self) -> object:
        """What tells these from others: plain bytes, since most pages have the same as before."""
        events = packed([entry.event for entry in self.entries])
        return events, [entry.on for entry in self.entries], self.total, self.more


@dataclass(frozen=True)
class Recorded:
    """A registry's past, as an edition may tell it up to a day."""

    chronicle: Chronicle
    zone: ZoneInfo
    as_of: date
    known: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    """Commitment to what was known of it at past quarters' ends, oldest first."""
    verdict: Verdict | None = None
    """What the audit found; `None` in an edition that may not tell it."""

    @property
    def is_cut(self) -> bool:
        """Whether the first commits are missing, so that what they did is not told."""
        return self.chronicle.is_cut

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All that happened up to the day, newest first."""
        found = (
            Entry(event.at.astimezone(self.zone).date(), event, number)
            for number, event in enumerate(self.chronicle.events)
        )
        return tuple(entry for entry in found if entry.on <= self.as_of)[::-1]

    @cached_property
    def _by_record(self) -> Mapping[Record, Sequence[Entry]]:
        found: dict[Record, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.event.entity, entry.event.id].append(entry)
        return found

    @cached_property
    def by_month(self) -> Mapping[str, Sequence[Entry]]:
        """Month (`2025-08`) to what happened in it, newest first; the last month first."""
        months = groupby(
            sorted(self.entries, key=lambda entry: entry.on, reverse=True),
            key=lambda entry: f"{entry.on:%Y-%m}",
        )
        return {month: tuple(entries) for month, entries in months}

    def of(self, *records: Record) -> list[Entry]:
        """What happened to some records, newest first."""
        if len(records) == 1:
            return list(self._by_record.get(records[0], ()))
        found = (entry for record in dict.fromkeys(records) for entry in self._of(record))
        return sorted(found, key=lambda entry: entry.number, reverse=True)

    def _of(self, record: Record) -> Sequence[Entry]:
        return self._by_record.get(record, ())


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one revision brought."""

    entries: Sequence[Entry]

    @property
    def on(self) -> date:
        """Its day."""
        return self.entries[0].on

    @property
    def event(self) -> Event:
        """The event that tells who brought it."""
        return self.entries[0].event

    @property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many records were added, and how many changed, by entity; the most first."""
        found = Counter(
            (entry.event.entity, "added" if entry.is_beginning else "changed")
            for entry in self.entries
        )
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def ingredients(self) -> object:
        """As of `Entries`."""
        return Entries(self.entries, len(self.entries)).ingredients()


def occasions(entries: Iterable[Entry]) -> list[Occasion]:
    """Entries by the revision that brought them."""
    groups = groupby(entries, key=lambda entry: (entry.event.at, entry.event.commit))
    return [Occasion(list(group)) for _, group in groups]
