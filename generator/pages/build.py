"""What this version was built from: the one page that names the day and the commit."""

from collections.abc import Iterator

from generator import addresses
from generator.pages.book import Book
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The build page."""
    registry = book.registry
    counts = {
        entity: len(getattr(registry, entity))
        for entity in ("commitments", "agencies", "partners", "activities", "reviews", "statements")
    }
    yield book.page(
        "build",
        addresses.BUILD,
        title=book.t("build.title"),
        description=book.t("build.description"),
        searchable=False,
        counts=counts,
        identity=book.identity,
        withheld=sorted(book.withheld.items()),
        history=_history(book),
    )


def _history(book: Book) -> str:
    """Whether the past of the records is told: `told`, `cut` or `unavailable`."""
    if book.past is None:
        return "unavailable"
    return "cut" if book.past.is_cut else "told"
