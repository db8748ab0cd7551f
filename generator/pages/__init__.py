"""One file per page kind; each yields the pages of its kind in one language.

A page kind is a module of this package with a function `pages(book) -> Iterator[Page]`.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from generator.pages.book import Book
from generator.pages.page import Page

__all__ = ["Book", "Page", "all_pages", "kinds"]


def kinds() -> tuple[str, ...]:
    """The modules that make pages, in order of their names."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        name for name in found if hasattr(importlib.import_module(f"{__name__}.{name}"), "pages")
    )


def all_pages(book: Book) -> Iterator[Page]:
    """Every page of a book, kind by kind."""
    for kind in kinds():
        yield from importlib.import_module(f"{__name__}.{kind}").pages(book)
