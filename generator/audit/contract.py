"""What an audit rule is, and what it is told.

A rule is a module of this package.  It declares `CODES`, and has one or both of

    def revision(step: Step, notes: Notes) -> Iterator[Finding]
    def history(past: Past) -> Iterator[Finding]

`revision` looks at one commit of the published branch, oldest first; what it has to remember
until the next, it keeps in its own `notes`.  `history` looks at the branch as a whole, after
all of them.  A rule judges what is written, and never who somebody is: names and days of
commits are claims, unless a signature proves them.

Every finding names a record and the commits that show it, the last of them being the one that
did it: exceptions and baselines go by these.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.errors import Codes, Finding, Location
from generator.history import Commit, Person, Repository, Revision
from generator.load import Document
from generator.model.entities import Agency, Audit, Record, Settings

__all__ = ["REGISTRY", "Codes", "Deed", "Notes", "Past", "Stage", "Step", "Told", "kept", "zone_of"]

Notes = dict[Any, Any]
"""What a rule remembers of the revisions before."""

REGISTRY = "registry"
"""The record of a finding that concerns no single one."""

_SHOWN = 12
"""Digits by which a commit is named to people."""


@dataclass(frozen=True)
class Deed:
    """What a revision did to one record: its data differ, or it is new or gone.

    Only a record of `before` or `after` that is well-formed is told; one that keeps no schema
    has no typed record.
    """

    entity: str
    id: str
    path: str
    by: Commit
    """The commit whose author did it last: inside a merge, else the revision's own."""
    writers: Sequence[Person]
    """Everybody who had a hand in it: a merge may bring a stranger's commit below a known one."""
    before: Document | None
    after: Document | None
    was: Record | None
    now: Record | None
    unread: Finding | None = None
    """Why the file cannot be read any more: then `after` says nothing."""
    is_new: bool = False


@dataclass(frozen=True)
class Step:
    """One revision of the published branch, in the light of the registry as it was then."""

    revision: Revision
    deeds: Sequence[Deed]
    settings: Settings | None
    """As they were before the revision; in the first one, as they are after it."""
    agencies: Mapping[str, Agency]
    """Likewise, by id."""

    @cached_property
    def zone(self) -> tzinfo:
        """The registry's time zone."""
        return zone_of(self.settings)

    @property
    def commit(self) -> Commit:
        """The commit of the published branch."""
        return self.revision.commit

    @property
    def day(self) -> date:
        """The day on which it says that it was committed, where the registry is kept."""
        return self.commit.committed_at.astimezone(self.zone).date()

    def finding(
        self,
        codes: Codes,
        code: str,
        deed: Deed | None = None,
        earlier: Sequence[str] = (),
        **arguments: object,
    ) -> Finding:
        """A finding of this revision.

        Args:
            codes: those of the rule.
            code: one of them.
            deed: what was done; without one, it concerns the registry as a whole.
            earlier: the ids of commits that belong to it, oldest first.
            arguments: for the text; `key` is also the place in the record.
        """
        by = deed.by if deed else self.commit
        place = Location(deed.path, pointer=str(arguments.get("key", ""))) if deed else None
        told = Told(deed.id if deed else REGISTRY, (*earlier, self.commit.id))
        given = {"day": self.day, "who": by.author.email or by.author.name}
        return told.finding(codes, code, place, **(given | arguments))


@dataclass(frozen=True)
class Told:
    """Which record, and which commits show it, the last one being the one that did it."""

    record: str
    commits: Sequence[str]

    def finding(
        self, codes: Codes, code: str, place: Location | None = None, /, **arguments: object
    ) -> Finding:
        """A finding; without a place, it stands at the registry's settings."""
        given = {
            "record": self.record,
            "commits": " ".join(self.commits),
            "commit": self.commits[-1][:_SHOWN] if self.commits else None,
        }
        return codes.finding(code, place or Location("registry.yml"), **(given | arguments))


@dataclass(frozen=True, slots=True)
class Stage:
    """What is remembered of each revision until all of them have been seen."""

    commit: str
    committed_at: datetime


@dataclass(frozen=True)
class Past:
    """The published branch as a whole, after all its revisions."""

    repository: Repository
    head: str
    settings: Settings | None
    """As published now."""
    stages: Sequence[Stage]
    published: Sequence[tuple[str, str]] = ()
    """What is known from elsewhere to have been published: where it says so, and which commit."""

    @property
    def rules(self) -> Audit:
        """What the registry says of its own audit."""
        return (self.settings.audit if self.settings else None) or Audit()

    @cached_property
    def zone(self) -> tzinfo:
        """The registry's time zone."""
        return zone_of(self.settings)


def zone_of(settings: Settings | None) -> tzinfo:
    """The time zone of settings; what is wrong with it is for the checks to say."""
    try:
        return ZoneInfo(settings.time_zone if settings else "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def kept(deeds: Sequence[Deed]) -> Iterator[tuple[Deed, Document, Document]]:
    """The deeds to records that were there before and are still."""
    for deed in deeds:
        if deed.before and deed.after:
            yield deed, deed.before, deed.after
