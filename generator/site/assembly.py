"""Puts the layers together: documents in, pages and files out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version

from generator import addresses
from generator.checks import Request, Sound, sound_files
from generator.load import Document
from generator.load.collector import collector_at_rest
from generator.metrics.snapshot import Snapshot
from generator.model.registry import Registry
from generator.pages import Book, Page, all_pages
from generator.pages.book import Identity
from generator.pages.recorded import Recorded
from generator.pages.sight import Sight
from generator.pages.workshop import Workshop
from generator.site.memory import Memory, all_of
from generator.site.past import recorded
from generator.site.records import Shown, shown_records
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
    sight: Sight | None = None
    """What tells whether a page would be the same; `None` if nothing is remembered."""
    workshop: Workshop = field(default_factory=Workshop)


def assemble_from(
    settings: Settings, machine: Machine | None = None, memory: Memory | None = None
) -> Assembly:
    """The site of a registry folder.

    Raises:
        PortalError: the folder cannot be read, or the registry has errors.
    """
    may = machine or Machine()
    request = Request(settings.registry, settings.checked_on, may.cache, may.jobs)
    with collector_at_rest():
        files = sound_files(request)
        return _assembled(files, settings, recorded(files, settings, may.cache), memory)


def assemble(
    documents: Sequence[Document], settings: Settings, past: Recorded | None = None
) -> Assembly:
    """The site of sound documents.

    Args:
        documents: the registry's.
        settings: what is built.
        past: what is told of its past, in the same edition; `None` if nothing is known.

    Raises:
        PortalError: a language of the registry has no interface texts.
    """
    found = {document.path: document for document in documents}
    files = Sound(dict.fromkeys(found, ""), lambda paths: [found[path] for path in paths])
    return _assembled(files, settings, past, None)


def _assembled(
    files: Sound, settings: Settings, past: Recorded | None, memory: Memory | None
) -> Assembly:
    shown = shown_records(files, settings, memory)
    registry = _placed(Registry.of(shown.records), settings.site_address)
    snapshot = Snapshot(registry, settings.as_of)
    identity = Identity(
        settings.edition,
        settings.commit,
        settings.version,
        tuple((name, version(name)) for name in _BUILT_WITH),
    )
    languages = registry.settings.languages
    sight = _sight(shown, settings, snapshot, identity) if memory else None
    workshop = Workshop(sight.digester() if sight else None, dict(all_of(memory, "drawings")))
    books = [
        Book(snapshot, language, identity, shown.withheld, workshop, past) for language in languages
    ]
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
        sight,
        workshop,
    )


def _sight(shown: Shown, settings: Settings, snapshot: Snapshot, identity: Identity) -> Sight:
    """What every page sees, and what each commitment shows."""
    registry = snapshot.registry
    world = (settings.edition, settings.as_of, registry.settings.site_address, shown.world)
    return Sight(
        snapshot,
        repr((*world, sorted(shown.withheld.items()))).encode(),
        shown.digests,
        repr(identity).encode(),
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
