"""Everything that happened to the records of a registry, as one edition may tell it.

Revisions are mapped by the edition first and compared then: a difference between two texts
that the edition shows alike is nothing that happened.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from generator.changes.change import Approved, Change, Event
from generator.changes.comparing import changes
from generator.changes.differences import ABSENT
from generator.changes.packing import packed, unpacked
from generator.edition.attribution import Attribution
from generator.edition.hindsight import Hindsight, policy_of
from generator.edition.withholding import Mark
from generator.errors import Finding
from generator.history import Commit, Edit, Person, Repository, Revision, derived, documents_at
from generator.load import Document
from generator.model.entities import Agency
from generator.model.registry import structure

Record = tuple[str, str]
"""Entity and id."""

UNREADABLE = "record_unreadable"
_EMBARGOED = "record_embargoed"
"""Never told: it says that a record was there before its embargo ended."""


@dataclass(frozen=True)
class Chronicle:
    """The events of a registry, oldest first.

    `is_known` is false where there is no history to read; `is_cut` is true where this clone
    lacks its beginning.
    """

    events: tuple[Event, ...] = ()
    is_known: bool = True
    is_cut: bool = False

    @cached_property
    def by_record(self) -> Mapping[Record, tuple[Event, ...]]:
        """The events of each record, oldest first."""
        found: dict[Record, list[Event]] = defaultdict(list)
        for event in self.events:
            found[event.entity, event.id].append(event)
        return {record: tuple(events) for record, events in found.items()}

    def of(self, entity: str, identifier: str) -> tuple[Event, ...]:
        """The events of a record, oldest first."""
        return self.by_record.get((entity, identifier), ())


UNKNOWN = Chronicle(is_known=False)
"""That of a registry without a history."""


def chronicle(
    repository: Repository | None,
    today: Sequence[Document],
    edition: str,
    as_of: date,
    until: str = "HEAD",
    since: str = "",
) -> Chronicle:
    """What happened to the records of a registry.

    Args:
        repository: the registry's, if it has one.
        today: the registry's sound documents: they say what may be told, and who is who.
        edition: `internal` tells all; anything else is the public edition.
        as_of: the day that is today.
        until: a ref: the tip of the published branch.
        since: a ref: what it reaches is not told.

    Raises:
        PortalError: git could not read the repository.
    """
    if repository is None:
        return UNKNOWN
    past = Hindsight(today, edition, as_of)
    teller = _Teller(repository, past, _agencies(today), edition)
    found: list[Event] = []
    before = frozenset(repository.chain(since)) if since else frozenset()
    for commit, content in derived(repository, f"events-{teller.digest}", teller.told, until):
        if commit not in before:
            found += unpacked(content)
    zone = next((_zone(each) for each in today if each.entity == "registry"), ZoneInfo("UTC"))
    events = _with_embargoes(found, past.embargoes, zone)
    return Chronicle(tuple(events), is_cut=repository.is_cut)


class _Teller:
    """Tells a revision as events."""

    def __init__(
        self,
        repository: Repository,
        past: Hindsight,
        agencies: Mapping[str, Agency],
        edition: str,
    ) -> None:
        self._repository = repository
        self._past = past
        self._sees_all = edition == "internal"
        shown = {name for entity, name in past.shown if entity == "agencies"}
        self._attribution = Attribution(agencies, shown, edition)
        self._offices = [
            (name, agency.author_domains, agency.active_from_on, agency.active_to_on)
            for name, agency in sorted(agencies.items())
            if agency.author_domains and name in shown
        ]
        self._policy: list[Mark] | None = None

    @property
    def digest(self) -> str:
        """What the events depend on, beside the history."""
        told = f"{self._past.digest} {self._offices}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    def told(self, revision: Revision, edits: tuple[Edit, ...]) -> bytes:
        """The events of a revision, packed."""
        before = self._policy_before(revision)
        after = next((_policy(edit.after) for edit in edits if edit.entity == "registry"), before)
        self._policy = after
        day = revision.commit.committed_at.date()
        events = []
        for edit in edits:
            was, now = self._seen(edit.before, before, day), self._seen(edit.after, after, day)
            found = self._changes(edit, was, now)
            if found:
                events.append(self._event(revision, edit, found))
        return packed(events)

    def _policy_before(self, revision: Revision) -> list[Mark]:
        if self._policy is None:
            parents = revision.commit.parents
            known = not self._sees_all and parents and not revision.is_cut
            self._policy = (
                policy_of(documents_at(self._repository, parents[0]).documents) if known else []
            )
        return self._policy

    def _seen(self, was: Document | Finding | None, policy: list[Mark], day: date) -> Any:  # noqa: ANN401 - plain data
        if not isinstance(was, Document):
            return ABSENT
        seen = self._past.seen(was, policy, day)
        return ABSENT if seen is None else seen

    def _changes(self, edit: Edit, was: Any, now: Any) -> tuple[Change, ...]:  # noqa: ANN401 - plain data
        if isinstance(edit.after, Finding):
            # What could not be read was not published either: the page stays as it was.
            return (Change(UNREADABLE, edit.entity, edit.id),) if self._sees_all else ()
        if isinstance(edit.after, Document) and now is ABSENT and was is ABSENT:
            embargo = (edit.entity, edit.id) in self._past.embargoes
            return (Change(_EMBARGOED, edit.entity, edit.id),) if embargo else ()
        return changes(edit.entity, edit.id, was, now)

    def _event(self, revision: Revision, edit: Edit, found: tuple[Change, ...]) -> Event:
        commit = revision.author_of(edit.path)
        day = revision.commit.committed_at.date()
        approvals = [
            Approved(self._office(each.by, day), self._person(each.by), each.counts)
            for each in revision.approvals
            if each.counts or self._sees_all
        ]
        return Event(
            revision.commit.committed_at,
            edit.entity,
            edit.id,
            self._office(commit.author, day),
            self._person(commit.author),
            self._inside(revision.commit),
            (revision.pull_request or "") if self._sees_all else "",
            tuple(dict.fromkeys(approvals)),
            found,
        )

    def _office(self, person: Person, day: date) -> str:
        return self._attribution.of(person, day).agency or ""

    def _person(self, person: Person) -> str:
        return (person.name or person.email) if self._sees_all else ""

    def _inside(self, commit: Commit) -> str:
        return commit.id if self._sees_all else ""


def _agencies(documents: Iterable[Document]) -> Mapping[str, Agency]:
    made = (structure(each.entity, each.data) for each in documents if each.entity == "agencies")
    return {agency.id: agency for agency in made if isinstance(agency, Agency)}


def _policy(registry: Document | Finding | None) -> list[Mark]:
    marks = registry.data.get("withhold", []) if isinstance(registry, Document) else []
    return [mark for mark in marks if isinstance(mark, Mapping)] if isinstance(marks, list) else []


def _with_embargoes(
    events: Iterable[Event], embargoes: Mapping[Record, date], zone: ZoneInfo
) -> Iterator[Event]:
    """The events, those that were embargoed replaced by one on the day that ended it."""
    hidden: set[Record] = set()
    told: list[Event] = []
    for event in events:
        if event.changes[0].kind == _EMBARGOED:
            hidden.add((event.entity, event.id))
        else:
            told.append(event)
    for entity, identifier in sorted(hidden):
        at = datetime.combine(embargoes[entity, identifier], time(), zone)
        added = Change("record_added", entity, identifier)
        told.append(Event(at, entity, identifier, changes=(added,)))
    return iter(sorted(told, key=lambda event: event.at) if hidden else told)


def _zone(settings: Document) -> ZoneInfo:
    return ZoneInfo(settings.data["time_zone"])
