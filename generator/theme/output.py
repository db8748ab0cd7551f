"""Everything that MkDocs does not write: the filled pages, their files, sitemap and search."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from html import unescape

from generator import addresses
from generator.errors import PortalError
from generator.pages.page import Page
from generator.search import SearchIndex
from generator.site import Assembly
from generator.theme.shells import Frame, Shell
from generator.theme.sitemap import sitemap
from generator.theme.slots import Slots
from generator.theme.staging import Staging

Progress = Callable[[str, int, int], None]
"""Called with a stage (`pages`, `search`), what is done of it, and all of it (0: not known)."""

SITEMAP = "sitemap.xml"


def no_progress(stage: str, done: int, total: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Output:
    """What the pages of one build are made with."""

    assembly: Assembly
    slots: Mapping[str, Slots]
    shells: Mapping[Frame, Shell]
    error_shell: Shell
    staging: Staging
    progress: Progress
    search: SearchIndex = field(default_factory=SearchIndex)

    def write(self, own: Sequence[Page], rendered: Sequence[tuple[Page, tuple[str, ...]]]) -> None:
        """Write the assembly, the theme's `own` pages, and what serves to find all pages.

        `rendered` are the pages that MkDocs wrote, each with the languages it is in.
        """
        languages = tuple(self.assembly.title)
        listed = [(page.address, available) for page, available in rendered]
        for page, _ in rendered:
            self._index(page)
        for page in self._counted(own):
            self._write(page, languages)
            if page.address != addresses.ERROR:
                listed.append((page.address, languages))
            self._index(page)
        self.staging.write(SITEMAP, sitemap(listed, self._site, languages))
        self.progress("search", 0, 1)
        for language, address, content in self.search.files():
            self.staging.write(f"{self.slots[language].chrome.search}{address}", content)
        self.progress("search", 1, 1)

    def _counted(self, own: Sequence[Page]) -> Iterator[Page]:
        pages = self.assembly.pages
        total = len(own) + len(pages) if isinstance(pages, Sized) else 0
        done = 0
        for some in (own, pages):
            for page in some:
                yield page
                done += 1
                self.progress("pages", done, total)

    def _write(self, page: Page, languages: tuple[str, ...]) -> None:
        values = self.slots[page.language].of(page, languages)
        rooted = self._rooted(page)
        self.staging.write(path_of(rooted), self._shell(page, rooted).fill(values).encode())
        for address, content in page.files.items():
            self.staging.write(self.slots[page.language].chrome.rooted(address), content)

    def _shell(self, page: Page, rooted: str) -> Shell:
        if page.address == addresses.ERROR:
            return self.error_shell
        try:
            return self.shells[Frame(page.language, rooted.count("/"))]
        except KeyError as error:
            raise PortalError("page_too_deep", address=rooted) from error

    def _index(self, page: Page) -> None:
        if page.searchable and page.address != addresses.ERROR:
            section = self.slots[page.language].chrome.section_of(page.address)
            self.search.add(page, unescape(section.label) if section else "")

    @property
    def _site(self) -> str:
        return next(iter(self.slots.values())).chrome.site

    def _rooted(self, page: Page) -> str:
        return self.slots[page.language].chrome.rooted(page.address)


def path_of(rooted: str) -> str:
    """The file behind an address."""
    return f"{rooted}index.html" if rooted == "" or rooted.endswith("/") else rooted
