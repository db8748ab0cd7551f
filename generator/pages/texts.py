"""The publisher's own long texts, such as `about`."""

from collections.abc import Iterator

from generator import addresses
from generator.pages.book import Book
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """One page per text; `about` also leads to the others."""
    for text in book.registry.texts.values():
        others = [other for other in book.registry.texts.values() if other.id != text.id]
        yield book.page(
            "text",
            addresses.text(text.id),
            title=book.plain(text.title),
            description=book.plain(text.title),
            text=text,
            others=others if text.id == "about" else [],
        )
