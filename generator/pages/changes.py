"""What changed: the latest, by months, and the histories that are too long for their own pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator import addresses
from generator.model.dates import Period
from generator.pages.book import Book
from generator.pages.page import Page
from generator.pages.past import SHOWN, Past, feed_of, of_agency, of_partner
from generator.pages.recorded import Entries, Entry, Occasion, Recorded, occasions

T = TypeVar("T")

LATEST = 20
"""How many revisions the first page tells."""

PER_PAGE = 50
"""How many revisions, or records' changes, stand on one page."""

_OWN = ("commitments", "activities", "programmes", "reviews")
"""Records whose pages tell of nothing but themselves."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something happened."""

    period: Period
    address: str
    changes: int


def has_changes(book: Book) -> bool:
    """Whether anything is told of the past."""
    return bool(book.past and book.past.entries)


def pages(book: Book) -> Iterator[Page]:
    """The page of changes and those of months and long histories; none without a history."""
    if not book.past or not book.past.entries:
        return
    months = [
        Month(Period.parse(month), addresses.changes_in(month), len(entries))
        for month, entries in book.past.by_month.items()
    ]
    yield _index(book, book.past, months)
    for month, entries in zip(months, book.past.by_month.values(), strict=True):
        yield from _month(book, month, occasions(entries))
    for found, place, title in _long(book, book.past):
        yield from _history(book, found, place, title)


def _index(book: Book, past: Recorded, months: Sequence[Month]) -> Page:
    entries = past.entries
    latest = occasions(entries)[:LATEST]
    title = book.t("changes.title")
    return book.page(
        "changes",
        addresses.CHANGES,
        title=title,
        description=book.t("changes.description"),
        contents=[("latest", book.t("changes.latest")), ("months", book.t("changes.months"))],
        past=Past(
            title,
            Entries((), len(entries)),
            past.is_cut,
            feed=feed_of(
                book, entries, addresses.CHANGES, book.plain(book.registry.settings.title)
            ),
        ),
        latest=latest,
        months=months,
        has_audit=past.verdict is not None,
    )


def _month(book: Book, month: Month, found: Sequence[Occasion]) -> Iterator[Page]:
    title = book.t("changes.of_month", month=book.writer.period(month.period))
    for number, part, places in _parts(found, month.address):
        yield book.page(
            "changes_month",
            places[number - 1],
            title=_numbered(book, title, number),
            description=book.n("history.description", month.changes),
            searchable=False,
            occasions=part,
            total=month.changes,
            places=places,
            number=number,
        )


def _long(book: Book, past: Recorded) -> Iterator[tuple[Sequence[Entry], str, str]]:
    """What happened to what a page is about, the page's address, and what it is called."""
    for entity in _OWN:
        for identifier in getattr(book.registry, entity):
            found = past.of((entity, identifier))
            if len(found) > SHOWN:
                yield found, addresses.record(entity, identifier), book.name(entity, identifier)
    for entity, told in (("agencies", of_agency), ("partners", of_partner)):
        for identifier in getattr(book.registry, entity):
            found = told(book, identifier)
            if len(found) > SHOWN:
                yield found, addresses.record(entity, identifier), book.name(entity, identifier)


def _history(book: Book, found: Sequence[Entry], place: str, name: str) -> Iterator[Page]:
    title = book.t("history.of", title=name)
    for number, part, places in _parts(found, addresses.record_changes(place)):
        yield book.page(
            "history",
            places[number - 1],
            title=_numbered(book, title, number),
            description=book.n("history.description", len(found)),
            searchable=False,
            entries=Entries(part, len(found)),
            back=place,
            name=name,
            places=places,
            number=number,
        )


def _parts(items: Sequence[T], root: str) -> Iterator[tuple[int, Sequence[T], Sequence[str]]]:
    """Items on as many pages as they need: number, part, and the addresses of all pages."""
    count = max(-(-len(items) // PER_PAGE), 1)
    places = [root, *(f"{root}{number}/" for number in range(2, count + 1))]
    for number in range(1, count + 1):
        yield number, items[(number - 1) * PER_PAGE : number * PER_PAGE], places


def _numbered(book: Book, title: str, number: int) -> str:
    return title if number == 1 else book.t("list.page", title=title, number=number)
