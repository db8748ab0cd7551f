"""Long lists stand on pages of their own, whole and in order."""

from datetime import date

import pytest

from generator.metrics.snapshot import Snapshot
from generator.pages.book import Book, Identity
from generator.pages.listing import FIRST, WHOLE, listing, long_list, whole_list
from tests.builders import commitment, registry

ADDRESS = "attention/overdue/"


@pytest.fixture(scope="module")
def book() -> Book:
    records = [commitment(f"c{number}", signed_on="2025-01-01") for number in range(2 * WHOLE + 1)]
    return Book(Snapshot(registry(*records), date(2025, 12, 31)), "en", Identity("public"))


def test_a_list_of_nothing_is_one_page_that_says_so(book: Book) -> None:
    (page,) = whole_list(book, [], ADDRESS, "T", "means")
    assert book.t("commitments.none") in page.body


def test_a_short_list_stands_whole_where_it_belongs(book: Book) -> None:
    items = list(book.snapshot.standings.values())[:WHOLE]
    assert [] == list(long_list(book, items, ADDRESS, "T", "means"))
    assert (items, "") == (listing(items, ADDRESS).items, listing(items, ADDRESS).more)


def test_a_long_list_shows_its_first_and_leads_to_all(book: Book) -> None:
    items = list(book.snapshot.standings.values())
    shown = listing(items, ADDRESS)
    assert (items[:FIRST], len(items), ADDRESS) == (shown.items, shown.total, shown.more)


def test_the_pages_of_a_list_hold_every_item_once(book: Book) -> None:
    items = list(book.snapshot.standings.values())
    pages = list(long_list(book, items, ADDRESS, "T", "means"))
    assert [ADDRESS, f"{ADDRESS}2/", f"{ADDRESS}3/"] == [page.address for page in pages]
    for item in items:
        assert 1 == sum(page.body.count(f'commitments/{item.id}/"') for page in pages)


def test_each_page_leads_to_the_others_from_where_it_lies(book: Book) -> None:
    items = list(book.snapshot.standings.values())
    _, second, _ = long_list(book, items, ADDRESS, "T", "means")
    assert 'href="../../../attention/overdue/"' in second.body
    assert '<span aria-current="page">2</span>' in second.body
