"""Which pages two states of a registry give other content, by making both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator.load import Document
from generator.pages import Page
from generator.site.assembly import assemble
from generator.site.settings import Settings

_SIZE = 16

Place = tuple[str, str]
"""Address and language."""


@dataclass(frozen=True, slots=True)
class PageDifference:
    """A page that is `added`, `removed` or `changed`, in the languages in which it is."""

    address: str
    what: str
    languages: tuple[str, ...]


def page_differences(
    before: Sequence[Document], after: Sequence[Document], settings: Settings
) -> tuple[PageDifference, ...]:
    """The pages that differ, by address.

    Args:
        before: the sound documents of one state.
        after: those of the other.
        settings: of both sites.

    Raises:
        PortalError: the settings of one state cannot be shown.
    """
    if _told(before) == _told(after):
        return ()
    was, now = dict(_digests(before, settings)), dict(_digests(after, settings))
    found: dict[tuple[str, str], list[str]] = {}
    for place in (*now, *(place for place in was if place not in now)):
        if was.get(place) != now.get(place):
            what = "added" if place not in was else "changed" if place in now else "removed"
            found.setdefault((place[0], what), []).append(place[1])
    return tuple(
        PageDifference(address, what, tuple(languages))
        for (address, what), languages in sorted(found.items())
    )


def _told(documents: Sequence[Document]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(each.path, each.data) for each in documents]


def _digests(documents: Sequence[Document], settings: Settings) -> Iterator[tuple[Place, bytes]]:
    for page in assemble(documents, settings).pages:
        yield (page.address, page.language), _digest(page)


def _digest(page: Page) -> bytes:
    """A page's own content: what the chrome around it says is the same in both states."""
    made = blake2b(digest_size=_SIZE)
    files = [(name, content) for name, content in sorted(page.files.items())]
    made.update(repr((page.title, page.description, page.body, files)).encode("utf-8", "replace"))
    return made.digest()
