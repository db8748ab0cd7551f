"""Puts the layers together: documents in, pages and files out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version

from generator import addresses
from generator.checks import Request, sound_documents
from generator.edition import admit
from generator.load import Document
from generator.load.collector import collector_at_rest
from generator.metrics.snapshot import Snapshot
from generator.model.registry import Registry, structure
from generator.pages import Book, Page, all_pages
from generator.pages.book import Identity
from generator.site.settings import Machine, Settings

_BUILT_WITH = ("commitments-portal", "mkdocs", "mkdocs-material", "matplotlib")
"""What decides the bytes of the site, besides the registry."""

_NAVIGATION = (
    ("home", addresses.HOME),
    ("attention", addresses.ATTENTION),
    ("commitments", addresses.COMMITMENTS),
    ("projects", addresses.PROJECTS),
    ("agencies", addresses.AGENCIES),
    ("partners", addresses.PARTNERS),
    ("fields", addresses.FIELDS),
    ("activities", addresses.ACTIVITIES),
    ("reviews", addresses.REVIEWS),
)

_CHROME = "chrome."


@dataclass(frozen=True)
class Assembly:
    """The site before the theme puts its chrome around the pages.

    `pages` can be read once.  Texts are by language, the default language first.
    """

    pages: Iterator[Page]
    navigation: Mapping[str, Sequence[tuple[str, str]]]
    title: Mapping[str, str]
    interface: Mapping[str, Mapping[str, str]]
    site_address: str
    build: Mapping[str, object] = field(default_factory=dict)
    """What `build.json` says, but for the files."""


def assemble_from(settings: Settings, machine: Machine | None = None) -> Assembly:
    """The site of a registry folder.

    Raises:
        PortalError: the folder cannot be read, or the registry has errors.
    """
    may = machine or Machine()
    request = Request(settings.registry, settings.checked_on, may.cache, may.jobs)
    with collector_at_rest():
        return assemble(sound_documents(request), settings)


def assemble(documents: Sequence[Document], settings: Settings) -> Assembly:
    """The site of sound documents.

    Raises:
        PortalError: a language of the registry has no interface texts.
    """
    admitted = admit(documents, settings.edition, settings.as_of)
    registry = _placed(
        Registry.of(
            (document.entity, structure(document.entity, document.data))
            for document in admitted.documents
        ),
        settings.site_address,
    )
    snapshot = Snapshot(registry, settings.as_of)
    identity = Identity(
        settings.edition,
        settings.commit,
        settings.version,
        tuple((name, version(name)) for name in _BUILT_WITH),
    )
    languages = registry.settings.languages
    books = [Book(snapshot, language, identity, admitted.withheld) for language in languages]
    return Assembly(
        _pages(books),
        {
            book.language: [(book.t(f"nav.{name}"), address) for name, address in _NAVIGATION]
            for book in books
        },
        {book.language: book.plain(registry.settings.title) for book in books},
        {book.language: _interface(book, settings.as_of) for book in books},
        registry.settings.site_address,
        {
            "as_of": settings.as_of.isoformat(),
            "commit": settings.commit,
            "edition": settings.edition,
            "version": settings.version,
            "built_with": dict(identity.built_with),
        },
    )


def _placed(registry: Registry, site_address: str | None) -> Registry:
    """The registry with the address that this build's site gets: a folder, so it ends in `/`."""
    address = site_address or registry.settings.site_address
    return replace(
        registry, settings=replace(registry.settings, site_address=f"{address.rstrip('/')}/")
    )


def _pages(books: Sequence[Book]) -> Iterator[Page]:
    for book in books:
        yield from all_pages(book)


def _interface(book: Book, as_of: date) -> Mapping[str, str]:
    """The texts of the theme's chrome."""
    values = {
        "chrome.as_of": {"date": book.writer.day(as_of)},
        "chrome.licence": {"licence": book.registry.settings.licence},
    }
    return {
        key.removeprefix(_CHROME): book.t(key, **values.get(key, {}))
        for key in book.catalogue.keys(_CHROME)
    }
