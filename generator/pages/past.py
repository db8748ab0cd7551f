"""What a record's page tells of the record's past."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.metrics.hindsight import Known, known
from generator.metrics.snapshot import Standing
from generator.pages.book import Book
from generator.pages.feed import NEWEST, Feed
from generator.pages.recorded import Entries, Entry, Record

SHOWN = 12
"""How much of a history its page tells."""


@dataclass(frozen=True, slots=True)
class Hindsight:
    """What was known of a commitment at past quarters' ends, newest first."""

    rows: Sequence[Known]
    targets: frozenset[str]
    """The milestones of which something else was known then than another time."""


@dataclass(frozen=True, slots=True)
class Past:
    """The section of a page that tells what happened to what the page is about."""

    title: str
    entries: Entries
    is_cut: bool
    named: bool = False
    """Whether each entry says of which record it is."""
    untouched: Entry | None = None
    """The one entry that says how it came here, if nothing has happened since."""
    feed: Feed | None = None
    hindsight: Hindsight | None = None

    @property
    def contents(self) -> tuple[str, str]:
        """Its line in the page's list of contents."""
        return "history", self.title


def happened(book: Book, *records: Record) -> list[Entry]:
    """What happened to some records, newest first; nothing without a history."""
    return book.past.of(*records) if book.past else []


def past_of(book: Book, entity: str, identifier: str, *, feed: bool = False) -> Past | None:
    """What a record's page tells of its past; `None` if nothing is known of it.

    Args:
        book: the pages.
        entity: the record's.
        identifier: its id.
        feed: whether the page has a feed; one to which nothing has happened needs none.
    """
    found = happened(book, (entity, identifier))
    if not found or not book.past:
        return None
    place = addresses.record(entity, identifier)
    alone = found[0] if len(found) == 1 and found[0].is_beginning else None
    offered = feed_of(book, found, place, book.name(entity, identifier)) if feed else None
    return Past(
        book.t("commitment.history"),
        _shown(found, place),
        book.past.is_cut,
        untouched=alone,
        feed=None if alone else offered,
    )


def activity_of_agency(book: Book, identifier: str) -> Past | None:
    """What an agency's page tells: of the agency, and of what it signed or is responsible for."""
    return _activity(book, of_agency(book, identifier), "agencies", identifier)


def activity_of_partner(book: Book, identifier: str) -> Past | None:
    """What a partner's page tells: of the partner, and of the commitments with it."""
    return _activity(book, of_partner(book, identifier), "partners", identifier)


def of_agency(book: Book, identifier: str) -> list[Entry]:
    """What happened to an agency and to what it signed or is responsible for, newest first."""
    holdings = book.snapshot.of_agency.get(identifier)
    held = (*holdings.signed, *holdings.responsible) if holdings and book.past else ()
    return happened(book, ("agencies", identifier), *(("commitments", one.id) for one in held))


def of_partner(book: Book, identifier: str) -> list[Entry]:
    """What happened to a partner and to the commitments with it, newest first."""
    items = book.snapshot.of_partner.get(identifier, ()) if book.past else ()
    return happened(book, ("partners", identifier), *(("commitments", one.id) for one in items))


def _activity(book: Book, found: Sequence[Entry], entity: str, identifier: str) -> Past | None:
    if not found or not book.past:
        return None
    place = addresses.record(entity, identifier)
    return Past(
        book.t("history.activity"),
        _shown(found, place),
        book.past.is_cut,
        named=True,
        feed=feed_of(book, found, place, book.name(entity, identifier)),
    )


def feed_of(book: Book, found: Sequence[Entry], place: str, name: str) -> Feed:
    """The feed of a page, which has something to tell."""
    entries = Entries(found[:NEWEST], len(found))
    return Feed(addresses.feed(place), place, book.t("feed.title", of=name), entries)


def _shown(found: Sequence[Entry], place: str) -> Entries:
    more = addresses.record_changes(place) if len(found) > SHOWN else ""
    return Entries(found[:SHOWN], len(found), more)


def hindsight_of(book: Book, standing: Standing) -> Hindsight | None:
    """What was known of a commitment, if it ever was something else than is known now."""
    then = book.past.known.get(standing.id, ()) if book.past else ()
    now = known(standing, book.snapshot.as_of)
    if all(replace(row, on=now.on) == now for row in then):
        return None
    last = {target.id: target for target in now.targets}
    targets = {target.id for row in then for target in row.targets if target != last.get(target.id)}
    # One that was not known yet was known otherwise, too.
    targets |= {name for name in last for row in then if name not in {t.id for t in row.targets}}
    return Hindsight(then[::-1], frozenset(targets))
