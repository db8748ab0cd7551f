"""How every figure is made: generated from the definitions that the figures follow."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics import definitions
from generator.metrics.delivery import STATUSES
from generator.pages.book import Book
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The methodology page."""
    metrics = definitions()
    yield book.page(
        "methodology",
        addresses.METHODOLOGY,
        title=book.t("methodology.title"),
        description=book.t("methodology.description"),
        contents=[
            (anchor, book.t(f"methodology.{anchor}"))
            for anchor in (
                "settings",
                "figures",
                "statuses",
                "responsibility",
                "dates",
                "marks",
                "editions",
            )
        ],
        metrics=metrics,
        statuses=STATUSES,
        legal=(
            "negotiating",
            "declared",
            "adopted",
            "signed",
            "in_force",
            "superseded",
            "terminated",
            "withdrawn",
            "expired",
        ),
    )
