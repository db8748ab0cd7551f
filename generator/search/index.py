"""Collects the pages of a site, then makes their index: anew, or from what the last one kept."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
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

    result: Result
    title: bytes
    words: bytes


@dataclass(slots=True)
class _Index:
    """The index of one language: its pages by address, and the lists of its words."""

    pages: dict[str, Known]
    entries: dict[str, bytes]


class SearchIndex:
    """The indexes of all languages, each by itself.

    What one keeps makes the next one fast and never different: an index that starts from
    `kept` and from the pages of then has the same bytes as one that starts from nothing.
    """

    def __init__(
        self,
        kept: Mapping[str, bytes] | None = None,
        pages: Mapping[str, dict[str, Known]] | None = None,
    ) -> None:
        self._last = _read(kept or {}, pages or {})
        self._pages: dict[str, dict[str, Known]] = {}
        self._indexes: dict[str, _Index] = {}
        self._words = Words()

    def add(self, page: Page, section: str) -> None:
        """Add a page: `take` what `known` says of it."""
        self.take(page.language, page.address, self.known(page, section))

    def take(self, language: str, address: str, known: Known) -> None:
        """Add what is known of a page, perhaps by another process."""
        self._pages.setdefault(language, {})[address] = known

    def known(self, page: Page, section: str) -> Known:
        """What the index needs to know of a page that lies in a section of this name."""
        result = (page.address, page.title, section, page.description)
        title = self._words.of_text(page.title)
        # The last part of an address is a record's id.
        identifier = page.address.rstrip("/").rpartition("/")[2]
        words = self._words.of_html(page.body, page.description, identifier)
        return Known(result, _joined(title), _joined(words - title))

    def files(self) -> Iterator[tuple[str, str, bytes]]:
        """Each file of each language's index: the language, the file's address, its content."""
        for language, pages in self._pages.items():
            index = _updated(self._last.pop(language, _Index({}, {})), pages)
            self._indexes[language] = index
            for address, content in _files(index):
                yield language, address, content

    @property
    def pages(self) -> Mapping[str, dict[str, Known]]:
        """The pages of each language, by address."""
        return self._pages

    def kept(self) -> dict[str, bytes]:
        """What the next index can start from, by language, when the files are made."""
        return {
            language: msgspec.msgpack.encode((_token(index.pages), index.entries))
            for language, index in self._indexes.items()
        }


def _read(kept: Mapping[str, bytes], pages: Mapping[str, dict[str, Known]]) -> dict[str, _Index]:
    """The last indexes; without those that cannot be read, or were made of other pages."""
    found = {}
    for language, value in kept.items():
        try:
            token, entries = msgspec.msgpack.decode(value, type=tuple[bytes, dict[str, bytes]])
        except msgspec.MsgspecError:
            continue
        there = pages.get(language, {})
        if token == _token(there):
            found[language] = _Index(there, entries)
    return found


def _token(pages: Mapping[str, Known]) -> bytes:
    """What tells pages, and the words on them, from others."""
    made = blake2b(digest_size=16)
    for address in sorted(pages):
        known = pages[address]
        for part in (address.encode(), known.title, known.words):
            made.update(b"%d:%b" % (len(part), part))
    return made.digest()


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
