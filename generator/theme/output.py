"""Everything that MkDocs does not write: the filled pages, their files, sitemap and search."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

from generator import addresses
from generator.errors import PortalError
from generator.pages.page import Page
from generator.search import Known, SearchIndex
from generator.site import Assembly
from generator.theme.shells import Frame, Shell
from generator.theme.sitemap import sitemap
from generator.theme.slots import Slots
from generator.theme.staging import Staging
from generator.theme.workers import shared

Progress = Callable[[str, int, int], None]
"""Called with a stage (`pages`, `search`), what is done of it, and all of it (0: not known)."""

SITEMAP = "sitemap.xml"


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a page: its place, its files' hashes, and what the search knows of it."""

    language: str
    address: str
    hashes: Mapping[str, str]
    known: Known | None


@dataclass(frozen=True, slots=True)
class Output:
    """What the pages of one build are made with."""

    assembly: Assembly
    slots: Mapping[str, Slots]
    shells: Mapping[Frame, Shell]
    error_shell: Shell
    staging: Staging
    progress: Progress
    jobs: int = 1
    search: SearchIndex = field(default_factory=SearchIndex)

    def write(
        self, own: Sequence[Page], rendered: Sequence[tuple[Page, tuple[str, ...]]]
    ) -> Mapping[str, str]:
        """Write the assembly, the theme's `own` pages, and what serves to find all pages.

        `rendered` are the pages that MkDocs wrote, each with the languages it is in.

        Returns:
            The SHA-256 of each file that was written, by its address.
        """
        languages = tuple(self.assembly.title)
        listed = [(page.address, available) for page, available in rendered]
        hashes: dict[str, str] = {}
        for page, _ in rendered:
            self._take(page.language, page.address, self._known(page))
        for done in self._all_written(own):
            hashes |= done.hashes
            self._take(done.language, done.address, done.known)
            if done.address != addresses.ERROR:
                listed.append((done.address, languages))
        hashes |= self._put(SITEMAP, sitemap(listed, self._site, languages))
        self.progress("search", 0, 1)
        for language, address, content in self.search.files():
            hashes |= self._put(f"{self.slots[language].chrome.search}{address}", content)
        self.progress("search", 1, 1)
        return hashes

    def _all_written(self, own: Sequence[Page]) -> Sequence[Written]:
        """Every page written, in the order of languages and addresses."""
        found: list[Written] = []
        for done in shared(lambda share, shares: self._share(own, share, shares), self.jobs):
            found.append(done)
            self.progress("pages", len(found), 0)
        order = {language: number for number, language in enumerate(self.slots)}
        return sorted(found, key=lambda done: (order[done.language], done.address))

    def _share(self, own: Sequence[Page], share: int, shares: int) -> Iterator[Written]:
        """Write one share of all pages.

        With as many languages as shares, each has its languages: parts that stand on many
        pages are rendered once.
        """
        languages = list(self.slots)
        for number, page in enumerate(chain(own, self.assembly.pages)):
            part = languages.index(page.language) if len(languages) >= shares else number
            if part % shares == share:
                yield self._written(page)

    def _written(self, page: Page) -> Written:
        chrome = self.slots[page.language].chrome
        values = self.slots[page.language].of(page, tuple(self.assembly.title))
        rooted = self._rooted(page)
        hashes = self._put(path_of(rooted), self._shell(page, rooted).fill(values).encode())
        for address, content in page.files.items():
            hashes |= self._put(chrome.rooted(address), content)
        return Written(page.language, page.address, hashes, self._known(page))

    def _put(self, address: str, content: bytes) -> dict[str, str]:
        """Write a file; its address and SHA-256."""
        self.staging.write(address, content)
        return {address: hashlib.sha256(content).hexdigest()}

    def _known(self, page: Page) -> Known | None:
        """What the search is to know of a page, if it is to find it."""
        if not page.searchable or page.address == addresses.ERROR:
            return None
        section = self.slots[page.language].chrome.section_of(page.address)
        return self.search.known(page, unescape(section.label) if section else "")

    def _take(self, language: str, address: str, known: Known | None) -> None:
        if known:
            self.search.take(language, address, known)

    def _shell(self, page: Page, rooted: str) -> Shell:
        if page.address == addresses.ERROR:
            return self.error_shell
        try:
            return self.shells[Frame(page.language, rooted.count("/"))]
        except KeyError as error:
            raise PortalError("page_too_deep", address=rooted) from error

    @property
    def _site(self) -> str:
        return next(iter(self.slots.values())).chrome.site

    def _rooted(self, page: Page) -> str:
        return self.slots[page.language].chrome.rooted(page.address)


def path_of(rooted: str) -> str:
    """The file behind an address."""
    return f"{rooted}index.html" if rooted == "" or rooted.endswith("/") else rooted
