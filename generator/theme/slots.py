"""What stands in the slots of a page's chrome: all that differs from page to page."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from generator import addresses
from generator.pages.page import Page
from generator.theme.chrome import Chrome, own_name

_FIXED = ("title", "head", "switch", "toc", "toc_top", "body")
_MACROS = "partials/portal/slots.html"


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language, named from the page and from anywhere."""

    language: str
    name: str
    relative: str
    absolute: str
    here: bool


class Slots:
    """Fills the slots of the pages of one language; the markup is the theme's."""

    def __init__(self, chrome: Chrome, environment: Environment) -> None:
        self.chrome = chrome
        # A module has the template's macros as attributes, which no type can know.
        self._macros: Any = environment.get_template(_MACROS).module

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all slots."""
        return (*_FIXED, *(link.slot for link in self.chrome.sections))

    def of(self, page: Page, languages: Iterable[str]) -> dict[str, str]:
        """The slots of a page that exists in these languages."""
        chrome, macros = self.chrome, self._macros
        toc = [(escape(anchor), escape(label)) for anchor, label in page.contents]
        alternates = [self._alternate(page.address, language) for language in languages]
        # The error page stands in for any address: it has none of its own.
        error = page.address == addresses.ERROR
        canonical = "" if error else escape(chrome.site + chrome.rooted(page.address))
        return {
            "title": self._title(page),
            "head": macros.head(
                escape(page.description),
                canonical,
                [] if error else alternates,
                self._feed(page),
                chrome.texts["feed"],
            ),
            "switch": macros.switch(alternates, chrome.texts["language"]),
            "toc": macros.toc(toc, chrome.texts["contents"]),
            "toc_top": macros.toc_top(toc, chrome.texts["contents"]),
            "body": page.body,
            **self._current(page.address),
        }

    def _feed(self, page: Page) -> str:
        """The address of a page's feed, from the page; empty if it has none."""
        rooted = self.chrome.rooted
        found = addresses.relative(rooted(page.feed), rooted(page.address)) if page.feed else ""
        return escape(found)

    def _title(self, page: Page) -> str:
        site = self.chrome.title
        return site if page.address == addresses.HOME else f"{escape(page.title)} – {site}"

    def _alternate(self, address: str, language: str) -> Alternate:
        chrome = self.chrome
        if address == addresses.ERROR:
            target = addresses.rooted(addresses.HOME, language, chrome.languages)
            relative = urlsplit(chrome.site + target).path
        else:
            target = addresses.rooted(address, language, chrome.languages)
            relative = addresses.relative(target, chrome.rooted(address))
        return Alternate(
            language=escape(language),
            name=escape(own_name(language)),
            relative=escape(relative),
            absolute=escape(chrome.site + target),
            here=language == chrome.language,
        )

    def _current(self, address: str) -> dict[str, str]:
        here = self.chrome.rooted(address)
        section = self.chrome.section_of(address)
        marks = {link.slot: "" for link in self.chrome.sections}
        if section:
            value = "page" if section.address == here else "true"
            marks[section.slot] = f' aria-current="{value}"'
        return marks
