"""Pages of a small registry, and what a reader finds on them."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib import import_module

from generator.metrics.snapshot import Snapshot
from generator.model.entities import Record
from generator.pages.book import Book, Identity
from generator.pages.page import Page
from generator.site import Settings, assemble_from
from tests.builders import day, registry
from tests.tools.registries import AS_OF, VALMORA


def pages(kind: str, as_of: str, *records: Record) -> dict[str, Page]:
    """The pages of one kind by their addresses."""
    book = Book(Snapshot(registry(*records), day(as_of)), "en", Identity("public"))
    made: Iterator[Page] = import_module(f"generator.pages.{kind}").pages(book)
    return {page.address: page for page in made}


@cache
def invented() -> dict[str, Page]:
    """The English pages of the invented registry that the tests share."""
    found = assemble_from(Settings(VALMORA, AS_OF)).pages
    return {page.address: page for page in found if page.language == "en"}


def words(html: str) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def section(page: Page, anchor: str) -> str:
    """What stands under a heading of the second level; empty without it."""
    found = re.search(rf'<h2 id="{anchor}">(.*?)(?=<h2 |\Z)', page.body, re.DOTALL)
    return words(found[1]) if found else ""


def part(page: Page, identifier: str) -> str:
    """What stands from an id on, up to the next id: enough for what a test looks for."""
    found = re.search(rf'id="{identifier}">(.*?)(?= id="|\Z)', page.body, re.DOTALL)
    return words(found[1]) if found else ""
