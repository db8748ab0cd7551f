"""Sorting by a language's own alphabet, which its catalogue declares.

ICU is not at hand everywhere; an alphabet as data (`collation.alphabet`) is enough for
lists of names: letters weigh first, tone and other marks second.
"""

import sys
import unicodedata
from functools import lru_cache

from generator.text.catalogue import catalogue

Key = tuple[tuple[int, ...], tuple[tuple[int, ...], ...], str]

_ALPHABET = sys.maxunicode + 1
"""Signs and digits weigh less, by their number; letters of other alphabets weigh more."""

_MARKS = "\u0300\u0309\u0303\u0301\u0323\u0302\u0308"
"""The order in which dictionaries list the tones and accents of one letter; others follow."""

_LIGATURES = {"æ": "ae", "œ": "oe"}
"""Two letters in one, where the alphabet does not count it as a letter of its own."""


@lru_cache
def _weights(language: str) -> dict[str, int]:
    alphabet = catalogue(language).text("collation.alphabet").split()
    return {letter: weight for weight, letter in enumerate(alphabet, start=_ALPHABET)}


@lru_cache(maxsize=65536)
def _letter(character: str, language: str) -> tuple[int, tuple[int, ...]]:
    """A letter's weight, and the marks that the alphabet does not count as part of it."""
    weights = _weights(language)
    parts = unicodedata.normalize("NFD", character)
    base = parts[0]
    left: list[int] = []
    for mark in parts[1:]:
        joined = unicodedata.normalize("NFC", base + mark)
        if joined in weights:
            base = joined
        else:
            left.append(_MARKS.index(mark) if mark in _MARKS else ord(mark))
    other = ord(base[0]) + (2 * _ALPHABET if base.isalpha() else 0)
    return weights.get(base, other), tuple(left)


@lru_cache(maxsize=65536)
def collation_key(text: str, language: str) -> Key:
    """What to sort a text by in a language."""
    weights = _weights(language)
    spelt = "".join(
        letter if letter in weights else _LIGATURES.get(letter, letter)
        for letter in unicodedata.normalize("NFC", text.casefold())
    )
    letters = [_letter(character, language) for character in spelt]
    return tuple(weight for weight, _ in letters), tuple(marks for _, marks in letters), text
