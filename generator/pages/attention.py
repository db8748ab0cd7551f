"""What needs attention, and of whom: separate lists, since the reasons are."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.attention import attention
from generator.metrics.snapshot import Standing
from generator.pages.book import Book
from generator.pages.figures import anchor, attention_figures
from generator.pages.listing import listing, long_list
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The page of lists."""
    standings = book.snapshot.standings
    figures = attention(book.snapshot, list(standings.values()))
    lists = {
        name: sorted((standings[record] for record in figure.records), key=_since)
        for name, figure in figures.items()
    }
    yield book.page(
        "attention",
        addresses.ATTENTION,
        title=book.t("attention.title"),
        description=book.t("attention.description"),
        contents=[(anchor(name), book.t(f"attention.{name}")) for name in lists],
        figures=attention_figures(book, figures, addresses.ATTENTION),
        lists={name: listing(items, addresses.attention(name)) for name, items in lists.items()},
    )
    for name, items in lists.items():
        yield from long_list(
            book,
            items,
            addresses.attention(name),
            book.t(f"attention.{name}"),
            book.t(f"attention.{name}.means"),
        )


def _since(standing: Standing) -> tuple[str, str]:
    """The longest waiting first."""
    day = standing.commitment.day
    return (day.last.isoformat() if day else "9999"), standing.id
