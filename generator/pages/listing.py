"""Lists of commitments that stay readable however long they are.

A short list stands whole on its page.  Of a long one the page shows the first, and leads
to the whole list on pages of its own: an agency with thousands of commitments has a page
as light as one with ten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.metrics.snapshot import Standing
from generator.pages.book import Book
from generator.pages.page import Page

WHOLE = 100
"""The longest list that stands whole on a page."""
FIRST = 30
"""How much of a longer one its page shows."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as a page shows it."""

    items: Sequence[Standing]
    total: int
    more: str = ""
    """Where the whole list is, if this is not it."""


def listing(items: Sequence[Standing], address: str) -> Listing:
    """A list as it stands on a page, with its whole at an address if it is long."""
    if len(items) <= WHOLE:
        return Listing(items, len(items))
    return Listing(items[:FIRST], len(items), address)


def long_list(
    book: Book, items: Sequence[Standing], address: str, title: str, means: str
) -> Iterator[Page]:
    """The pages of a list that is too long to stand whole where it belongs; none of another."""
    if len(items) > WHOLE:
        yield from whole_list(book, items, address, title, means)


def whole_list(
    book: Book, items: Sequence[Standing], address: str, title: str, means: str
) -> Iterator[Page]:
    """A list on as many pages as it needs: the first at the address, others below it."""
    count = max(-(-len(items) // WHOLE), 1)
    places = [address, *(f"{address}{number}/" for number in range(2, count + 1))]
    for number, place in enumerate(places, start=1):
        yield book.page(
            "commitments_list",
            place,
            title=title if number == 1 else book.t("list.page", title=title, number=number),
            description=book.n("commitments.description", len(items)),
            searchable=False,
            means=means,
            items=items[(number - 1) * WHOLE : number * WHOLE],
            total=len(items),
            places=places if count > 1 else (),
            number=number,
        )
