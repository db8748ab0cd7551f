"""Everything that MkDocs does not write: the filled pages, their files, sitemap and search."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain

from generator import addresses
from generator.errors import PortalError
from generator.pages.page import Page
from generator.search import Known, SearchIndex
from generator.site import Assembly
from generator.site.memory import Memory, all_of
from generator.theme.recollection import File, Kept, Recollection, Written, decoded, encoded, named
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
class Output:
    """What the pages of one build are made with."""

    assembly: Assembly
    slots: Mapping[str, Slots]
    shells: Mapping[Frame, Shell]
    error_shell: Shell
    staging: Staging
    progress: Progress
    jobs: int = 1
    memory: Memory | None = None

    def write(
        self, own: Sequence[Page], rendered: Sequence[tuple[Page, tuple[str, ...]]]
    ) -> Mapping[str, str]:
        """Write the assembly, the theme's `own` pages, and what serves to find all pages.

        `rendered` are the pages that MkDocs wrote, each with the languages it is in.

        Returns:
            The SHA-256 of each file that was written, by its address.
        """
        languages = tuple(self.assembly.title)
        last = Recollection(self.memory, self.assembly.sight, self._chrome())
        search = SearchIndex(dict(all_of(self.memory, "search")), _known(last.pages))
        found = self._all_written(own, last, search)
        listed = [(page.address, available) for page, available in rendered]
        listed += ((done.address, languages) for done in found if done.address != addresses.ERROR)
        for page, _ in rendered:
            kept = Kept(b"", (), b"", (), search.known(page, self._section(page)))
            found.append(Written(page.language, page.address, encoded(kept), {}))
        pages = {named(done.language, done.address): self._kept(done, last) for done in found}
        hashes = {file.address: file.sha256 for kept in pages.values() for file in kept.files}
        for done in found:
            if known := pages[named(done.language, done.address)].known:
                search.take(done.language, done.address, known)
        hashes |= self._put(SITEMAP, sitemap(listed, self._site, languages))
        self.progress("search", 0, 1)
        for language, address, content in search.files():
            hashes |= self._put(f"{self.slots[language].chrome.search}{address}", content)
        self.progress("search", 1, 1)
        if self.memory:
            self.memory.keep("search", search.kept())
            last.keep(found, pages)
        return hashes

    def _all_written(
        self, own: Sequence[Page], last: Recollection, search: SearchIndex
    ) -> list[Written]:
        """Every page written, in the order of languages and addresses."""
        found: list[Written] = []

        def share(number: int, shares: int) -> Iterator[Written]:
            return self._share(own, (number, shares), last, search)

        for done in shared(share, self.jobs):
            found.append(done)
            self.progress("pages", len(found), 0)
        order = {language: number for number, language in enumerate(self.slots)}
        return sorted(found, key=lambda done: (order[done.language], done.address))

    @staticmethod
    def _kept(done: Written, last: Recollection) -> Kept:
        """What is kept of a page: what it was made into now, or what was known of it before."""
        kept = decoded(done.kept) if done.kept else last.pages[named(done.language, done.address)]
        assert kept is not None  # noqa: S101 - it was encoded a moment ago
        return kept

    def _share(
        self, own: Sequence[Page], part: tuple[int, int], last: Recollection, search: SearchIndex
    ) -> Iterator[Written]:
        """Write one share of all pages.

        With as many languages as shares, each has its languages: parts that stand on many
        pages are rendered once.
        """
        share, shares = part
        languages = list(self.slots)
        for number, page in enumerate(chain(own, self.assembly.pages)):
            turn = languages.index(page.language) if len(languages) >= shares else number
            if turn % shares == share:
                digest = last.digest(page)
                if last.recalled(page, digest, self.staging):
                    yield Written(page.language, page.address, b"", {})
                else:
                    yield self._written(page, digest, last, search)

    def _written(
        self, page: Page, digest: bytes, last: Recollection, search: SearchIndex
    ) -> Written:
        chrome = self.slots[page.language].chrome
        values = self.slots[page.language].of(page, tuple(self.assembly.title))
        rooted = self._rooted(page)
        files = [(path_of(rooted), self._shell(page, rooted).fill(values).encode())]
        files += ((chrome.rooted(address), content) for address, content in page.files.items())
        written = tuple(self._file(address, content) for address, content in files)
        findable = page.searchable and page.address != addresses.ERROR
        known = search.known(page, self._section(page)) if findable else None
        used, fresh = self.assembly.workshop.taken()
        kept = Kept(*last.note(page, digest), written, known, used)
        return Written(page.language, page.address, encoded(kept), fresh)

    def _file(self, address: str, content: bytes) -> File:
        """Write a file."""
        self.staging.write(address, content)
        return File(address, hashlib.sha256(content).hexdigest(), self.staging.stamp(address))

    def _put(self, address: str, content: bytes) -> dict[str, str]:
        """Write a file; its address and SHA-256."""
        self.staging.write(address, content)
        return {address: hashlib.sha256(content).hexdigest()}

    def _section(self, page: Page) -> str:
        """What the section is called that a page lies in."""
        section = self.slots[page.language].chrome.section_of(page.address)
        return unescape(section.label) if section else ""

    def _chrome(self) -> object:
        """All that stands around pages."""
        assembly = self.assembly
        said = (assembly.title, assembly.navigation, assembly.interface, assembly.site_address)
        return said, sorted(self.shells.items()), self.error_shell

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


def _known(pages: Mapping[str, Kept]) -> Mapping[str, dict[str, Known]]:
    """What the search knew of pages, by language and address."""
    found: dict[str, dict[str, Known]] = {}
    for name, kept in pages.items():
        if kept.known:
            language, _, address = name.partition("/")
            found.setdefault(language, {})[address] = kept.known
    return found


def path_of(rooted: str) -> str:
    """The file behind an address."""
    return f"{rooted}index.html" if rooted == "" or rooted.endswith("/") else rooted
