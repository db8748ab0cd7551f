"""Pages of the last build that would be the same again: they are linked, not rendered.

A page is the same if it is made from the same values, in the same chrome, and all that it saw
of the registry is as it was.  Its files are the same if the site folder still has the very
files that were written then: a stamp tells, without reading them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from generator.pages.page import Page
from generator.pages.sight import Sight
from generator.search import Known
from generator.site.memory import Memory, all_of
from generator.theme.staging import Staging, Stamp


class File(msgspec.Struct, array_like=True, gc=False):
    """A file of a page as it was written: its address from the root, its hash, its stamp."""

    address: str
    sha256: str
    stamp: Stamp


class Kept(msgspec.Struct, array_like=True, gc=False):
    """What is kept of a page.  The first three are empty if it cannot be known again."""

    digest: bytes
    """Of what it was made from, and of its chrome."""
    looked_at: tuple[str, ...]
    """The commitments that it looked at while it was rendered."""
    sight: bytes
    """Of all that it saw."""
    files: tuple[File, ...]
    known: Known | None
    """What the search knows of it."""
    drawings: tuple[str, ...] = ()
    """The names of those that it shows."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a page: its place, and what is kept of it if it is not the last build's."""

    language: str
    address: str
    kept: bytes
    drawings: Mapping[str, bytes]
    """New ones, by the digests of their numbers."""


_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(Kept)


def decoded(value: bytes) -> Kept | None:
    """What was kept of a page; `None` if it is something else."""
    try:
        return _decoder.decode(value)
    except msgspec.DecodeError:
        return None


class Recollection:
    """What the last build of a site folder knew of its pages, and what the next will."""

    def __init__(self, memory: Memory | None, sight: Sight | None, chrome: object) -> None:
        """A recollection; it knows nothing without a memory and a sight.

        Args:
            memory: what is remembered.
            sight: what tells whether what a page saw is the same.
            chrome: all that stands around pages, as a text of its own.
        """
        self._memory = memory if sight else None
        self._sight = sight
        self._chrome = blake2b(repr(chrome).encode("utf-8", "surrogatepass")).digest()
        self.pages: Mapping[str, Kept] = {
            name: kept for name, value in all_of(self._memory, "pages") if (kept := decoded(value))
        }
        """By language and address."""

    def digest(self, page: Page) -> bytes:
        """The digest of a page in its chrome; empty if there is none."""
        made_from = page.made_from() if self._sight else None
        return blake2b(self._chrome + made_from, digest_size=16).digest() if made_from else b""

    def recalled(self, page: Page, digest: bytes, staging: Staging) -> bool:
        """Whether a page is the same as in the last build, and its files now are linked."""
        kept = self.pages.get(named(page.language, page.address))
        return bool(
            digest
            and kept
            and kept.digest == digest
            and self._sight
            and self._sight.of(kept.looked_at) == kept.sight
            and all(staging.link(file.address, file.stamp) for file in kept.files)
        )

    def note(self, page: Page, digest: bytes) -> tuple[bytes, tuple[str, ...], bytes]:
        """What tells a page that was rendered from another: the first of what is kept of it."""
        looked_at = tuple(sorted(page.looked_at)) if digest else ()
        sight = self._sight.of(looked_at) if digest and self._sight else None
        return (digest, looked_at, sight) if sight else (b"", (), b"")

    def keep(self, found: Iterable[Written], pages: Mapping[str, Kept]) -> None:
        """Remember the pages of this build for the next one, and the drawings on them."""
        if self._memory is None:
            return
        rows = {named(each.language, each.address): each.kept for each in found if each.kept}
        self._memory.keep("pages", rows, self.pages.keys() - pages.keys())
        fresh = {name: drawn for each in found for name, drawn in each.drawings.items()}
        used = {name for kept in pages.values() for name in kept.drawings}
        gone = (name for name, _ in self._memory.all("drawings") if name not in used)
        self._memory.keep("drawings", fresh, gone)


def named(language: str, address: str) -> str:
    """What a page is called in the memory."""
    return f"{language}/{address}"


def encoded(kept: Kept) -> bytes:
    """What is kept of a page, as it is kept."""
    return _encode(kept)
