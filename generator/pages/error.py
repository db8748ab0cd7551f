"""What a reader sees at an address that has no page: the first language's page serves all."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator import addresses
from generator.pages.book import Book
from generator.pages.page import Page
from generator.text import catalogue


def pages(book: Book) -> Iterator[Page]:
    """The error page, in every language on one page."""
    if book.language != book.languages[0]:
        return
    root = urlsplit(book.registry.settings.site_address).path
    yield book.page(
        "error",
        addresses.ERROR,
        title=book.t("error.title"),
        description=book.t("error.description"),
        searchable=False,
        # It stands in for any address, so its links begin at the root of the host.
        homes=[
            (
                language,
                catalogue(language).text,
                f"{root}{addresses.rooted('', language, book.languages)}",
            )
            for language in book.languages
        ],
    )
