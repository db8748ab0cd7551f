"""Collects the pages of a site, then makes their index: anew, or from what the last one kept."""

from collections.abc import Collection, Iterator
from hashlib import blake2b

import msgspec

from generator.pages.page import Page
from generator.search.numbers import files_for, numbered
from generator.search.postings import Changes
from generator.search.shards import shards
from generator.search.words import Words

DIRECTORY = "index.json"

Result = tuple[str, str, str, str]
"""What the search page shows of a page: address, title, section, description."""


class Known(msgspec.Struct, array_like=True, gc=False):
    """A page of the index; its words are kept to be taken out of it when the page changes."""

    digest: str
    result: Result
    title: bytes
    words: bytes


class _Index(msgspec.Struct, array_like=True):
    """The index of one language: its pages by address, and the lists of its words."""

    pages: dict[str, Known]
    entries: dict[str, bytes]


class SearchIndex:
    """The indexes of all languages, each by itself.

    What one keeps makes the next one fast and never different: an index that starts from
    `kept` has the same bytes as one that starts from nothing.
    """

    def __init__(self, kept: bytes = b"") -> None:
        self._last = _read(kept)
        self._pages: dict[str, dict[str, Known]] = {}
        self._indexes: dict[str, _Index] = {}
        self._words = Words()

    def add(self, page: Page, section: str, digest: str = "") -> None:
        """Add a page: `take` what `known` says of it."""
        self.take(page.language, page.address, self.known(page, section, digest))

    def take(self, language: str, address: str, known: Known) -> None:
        """Add what is known of a page, perhaps by another process."""
        self._pages.setdefault(language, {})[address] = known

    def known(self, page: Page, section: str, digest: str = "") -> Known:
        """What the index needs to know of a page.

        Args:
            page: not rendered if its digest is the one that it had in the last index.
            section: what the section is called that it lies in.
            digest: of what its body is made from; empty if that is not known.
        """
        result = (page.address, page.title, section, page.description)
        index = self._last.get(page.language)
        known = index.pages.get(page.address) if index else None
        if not (digest and known and known.digest == digest and known.result == result):
            known = self._read(page, digest, result)
        return known

    def _read(self, page: Page, digest: str, result: Result) -> Known:
        title = self._words.of_text(page.title)
        # The last part of an address is a record's id.
        identifier = page.address.rstrip("/").rpartition("/")[2]
        words = self._words.of_html(page.body, page.description, identifier)
        return Known(digest, result, _joined(title), _joined(words - title))

    def files(self) -> Iterator[tuple[str, str, bytes]]:
        """Each file of each language's index: the language, the file's address, its content."""
        for language, pages in self._pages.items():
            index = _updated(self._last.pop(language, _Index({}, {})), pages)
            self._indexes[language] = index
            for address, content in _files(index):
                yield language, address, content

    def kept(self) -> bytes:
        """What the next index of the same program can start from, when the files are made."""
        return msgspec.msgpack.encode(self._indexes)


def _read(kept: bytes) -> dict[str, _Index]:
    """What the last index kept; nothing if there was none or it cannot be read."""
    try:
        return msgspec.msgpack.decode(kept, type=dict[str, _Index])
    except msgspec.MsgspecError:
        return {}


def _updated(last: _Index, pages: dict[str, Known]) -> _Index:
    """The index of these pages, from the last one's."""
    if files_for(len(last.pages)) != files_for(len(pages)):
        last = _Index({}, {})  # Nearly every page gets another number.
    now = numbered(pages)
    was = now if last.pages.keys() == pages.keys() else numbered(last.pages)
    changes = Changes()
    for address in dict.fromkeys((*was, *now)):
        old, new = last.pages.get(address), pages.get(address)
        before, after = was.get(address, -1), now.get(address, -1)
        if old and new and before == after and old.title == new.title:
            if old.words is not new.words:
                gone, come = set(old.words.split()), set(new.words.split())
                changes.go(before, (), gone - come)
                changes.come(after, (), come - gone)
            continue
        if old:
            changes.go(before, old.title.split(), old.words.split())
        if new:
            changes.come(after, new.title.split(), new.words.split())
    changes.apply(last.entries)
    return _Index(pages, last.entries)


def _files(index: _Index) -> Iterator[tuple[str, bytes]]:
    """What the search page asks for: results, words, and first of all the directory of both."""
    results = _results(index.pages)
    words = dict(shards(index.entries))
    yield from ((f"pages/{number}.json", content) for number, content in enumerate(results))
    yield from ((f"words/{_file_name(start)}.json", content) for start, content in words.items())
    # Asked for with each file, so that no file of another version is taken from a browser's store.
    version = blake2b(b"".join((*results, *words.values())), digest_size=6).hexdigest()
    directory = {"version": version, "files": len(results), "words": list(words)}
    yield DIRECTORY, msgspec.json.encode(directory)


def _results(pages: dict[str, Known]) -> list[bytes]:
    files: list[list[Result]] = [[] for _ in range(files_for(len(pages)))]
    for address, number in numbered(pages).items():
        files[number % len(files)].append(pages[address].result)
    return [msgspec.json.encode(results) for results in files]


def _file_name(start: str) -> str:
    """Letters that every file system and server takes; `w-` since some take no `con`."""
    plain = (letter if letter.isascii() else f"~{ord(letter):x}" for letter in start)
    return f"w-{''.join(plain)}"


def _joined(words: Collection[str]) -> bytes:
    return " ".join(words).encode()
