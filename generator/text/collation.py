"""Sorting by a language's own alphabet, which its catalogue declares.

ICU is not at hand everywhere; an alphabet as data (`collation.alphabet`) is enough for
lists of names: letters weigh first, tone and other marks second.
"""

import unicodedata
from functools import lru_cache

from generator.text.catalogue import catalogue

Key = tuple[tuple[int, ...], tuple[str, ...], str]


@lru_cache
def _weights(language: str) -> dict[str, int]:
    alphabet = catalogue(language).text("collation.alphabet").split()
    return {letter: weight for weight, letter in enumerate(alphabet, start=1000)}


@lru_cache(maxsize=65536)
def _letter(character: str, language: str) -> tuple[int, str]:
    """A letter's weight, and the marks that the alphabet does not count as part of it."""
    weights = _weights(language)
    parts = unicodedata.normalize("NFD", character)
    base = parts[0]
    left: list[str] = []
    for mark in parts[1:]:
        joined = unicodedata.normalize("NFC", base + mark)
        if joined in weights:
            base = joined
        else:
            left.append(mark)
    # Signs and digits stand before the alphabet, letters of other alphabets behind it.
    other = ord(base[0]) + (10_000 if base.isalpha() else 0)
    return weights.get(base, other), "".join(left)


@lru_cache(maxsize=65536)
def collation_key(text: str, language: str) -> Key:
    """What to sort a text by in a language."""
    letters = [_letter(character, language) for character in text.casefold()]
    return tuple(weight for weight, _ in letters), tuple(marks for _, marks in letters), text
