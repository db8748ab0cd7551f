"""Which pages have a word: kept as it is written, and changed only where pages changed.

A word has two rising lists of whole numbers, each written as the gaps between them: the pages
that have it in the title, and those that have it elsewhere.  A number of the first list also
holds how many words the title has, since a short title that has the word is nearer to it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import accumulate, chain
from operator import sub

import msgspec

from generator.search.words import fold

_LENGTHS = 64
"""What a page's number is multiplied by to hold the length of its title; longer count as 63."""

_Lists = tuple[list[int], list[int]]
_Places = defaultdict[bytes, list[int]]

_decode = msgspec.json.Decoder(_Lists).decode
_encode = msgspec.json.Encoder().encode


class Changes:
    """What has to be added to the lists of words, here in UTF-8, and taken from them."""

    def __init__(self) -> None:
        self._come: tuple[_Places, _Places] = defaultdict(list), defaultdict(list)
        self._gone: tuple[_Places, _Places] = defaultdict(list), defaultdict(list)

    def come(self, number: int, title: Collection[bytes], words: Collection[bytes]) -> None:
        """A page has these words now, in its title and elsewhere."""
        _note(self._come, number, title, words)

    def go(self, number: int, title: Collection[bytes], words: Collection[bytes]) -> None:
        """A page has these words no more."""
        _note(self._gone, number, title, words)

    def apply(self, entries: dict[str, bytes]) -> None:
        """Change the lists of all words concerned; a word that no page has goes.

        A list has the name of its word without marks and with them, `duong đường`, so that
        words without marks need not be made again to sort by.
        """
        for encoded in self._words():
            word = encoded.decode()
            name = f"{fold(word)} {word}"
            old = _decode(entries[name]) if name in entries else ([], [])
            titles, others = (
                _changed(gaps, come.get(encoded), gone.get(encoded))
                for gaps, come, gone in zip(old, self._come, self._gone, strict=True)
            )
            if titles or others:
                entries[name] = _encode((titles, others))
            else:
                entries.pop(name, None)

    def _words(self) -> Iterator[bytes]:
        return iter(dict.fromkeys(chain(*self._come, *self._gone)))


def _note(
    places: tuple[_Places, _Places], number: int, title: Collection[bytes], words: Collection[bytes]
) -> None:
    titles, others = places
    long = number * _LENGTHS + min(len(title), _LENGTHS - 1)
    for word in title:
        titles[word].append(long)
    for word in words:
        others[word].append(number)


def _changed(gaps: list[int], come: list[int] | None, gone: list[int] | None) -> list[int]:
    if not come and not gone:
        return gaps
    numbers = list(accumulate(gaps))
    if gone:
        numbers = list(set(numbers).difference(gone))
    numbers += come or ()
    numbers.sort()
    return list(map(sub, numbers, chain((0,), numbers)))
