"""What needs attention, and of whom: separate lists, since the reasons are."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.snapshot import Standing
from generator.pages.book import Book
from generator.pages.figures import ATTENTION, attention_figures
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The page of lists."""
    standings = list(book.snapshot.standings.values())
    lists = {
        name: sorted(filter(belongs, standings), key=_since) for name, belongs in ATTENTION.items()
    }
    yield book.page(
        "attention",
        addresses.ATTENTION,
        title=book.t("attention.title"),
        description=book.t("attention.description"),
        contents=[(name.replace("_", "-"), book.t(f"attention.{name}")) for name in lists],
        figures=attention_figures(book),
        lists=lists,
    )


def _since(standing: Standing) -> tuple[str, str]:
    """The longest waiting first."""
    day = standing.commitment.day
    return (day.last.isoformat() if day else "9999"), standing.id
