"""The index in files small enough to ask for one by one, each with words that begin alike.

A file holds the words from its name on to the next file's, in the order of their letters
without marks.  Files end only where the first letters of words change, so a new word moves
nothing but what is beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

SMALL = 24_000
"""Bytes that a file may have, unless it has but one word however it is marked."""


class _Word(NamedTuple):
    folded: str
    line: bytes
    """The word and its lists, as in the file; it is letters and digits, with nothing to escape."""


def shards(entries: Mapping[str, bytes], small: int = SMALL) -> Iterator[tuple[str, bytes]]:
    """The name and content of each file, in order; the first file's name is empty.

    Args:
        entries: the lists of each word, by the word without marks and with them.
        small: how large files may be.
    """
    if not entries:
        return
    words = []
    # As JavaScript compares texts.
    for name in sorted(entries, key=lambda name: name.encode("utf-16-be")):
        folded, _, word = name.partition(" ")
        words.append(_Word(folded, b'"%b":%b' % (word.encode(), entries[name])))
    for place, (run, depth) in enumerate(_cut(words, 0, small)):
        name = run[0].folded[:depth] if place else ""
        yield name, b"{" + b",\n".join(word.line for word in run) + b"}"


def _cut(words: Sequence[_Word], depth: int, small: int) -> Iterator[tuple[Sequence[_Word], int]]:
    """Runs of words, each with how many first letters tell it from the run before."""
    if words[0].folded == words[-1].folded or _size(words) <= small:
        yield words, depth
        return
    depth += 1
    run: list[_Word] = []
    size = 0
    for _, group in groupby(words, lambda word: word.folded[:depth]):
        alike = list(group)
        more = _size(alike)
        if run and size + more > small:
            yield run, depth
            run, size = [], 0
        if more > small:
            yield from _cut(alike, depth, small)
        else:
            run += alike
            size += more
    if run:
        yield run, depth


def _size(words: Sequence[_Word]) -> int:
    return sum(len(word.line) + 2 for word in words)
