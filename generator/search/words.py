"""The words of a page, and what a word is without its marks.

`search-index.js` has the same rules for what a reader types; a test holds them equal.
"""

import re
import unicodedata
from html import unescape
from sys import intern

_SAID = re.compile(
    # Possessive quantifiers (`*+`) never try again with less: this takes a quarter off.
    # A row that begins with a link is about another page, and is found there.
    r"<tr[^>]*+>\s*+<th[^>]*+><a\b[^<]*+(?:<(?!/tr>)[^<]*+)*+"
    # Labels stand on every page of a kind, so finding them says nothing.
    r'|<(?!(?:dt|caption|th scope="col"|span class="visually-hidden")[ >])[^>]*+>\s*+([^<\s][^<]*+)'
)
"""Finds each piece of text between two tags; nothing in rows of lists and in labels."""

_WHOLE = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ł": "l",
        "ŧ": "t",
        "ø": "o",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ς": "σ",
    }
)
"""Letters that Unicode does not take apart, and what one types for them."""

_ASCII = bytes(
    ord(chr(byte).lower() if chr(byte).isalnum() else " ") if chr(byte).isascii() else byte
    for byte in range(256)
)
"""Small letters, and spaces for signs: as much as a table of bytes can do, and no slower."""


class Words:
    """Finds words, and remembers what stood between two spaces: most of it comes again."""

    def __init__(self) -> None:
        self._seen = _Seen()

    def of_text(self, text: str) -> set[str]:
        """The words of a text, in small letters."""
        words = set(map(self._seen.__getitem__, text.encode().translate(_ASCII).split()))
        if several := words & self._seen.several:
            words -= several
            words.update(*map(str.split, several))
        return words

    def of_html(self, body: str, *others: str) -> set[str]:
        """The words of a page's body and of other texts, but for what every page of a kind says."""
        # Much is said twice on a page; finding it once is enough.
        text = " ".join({*_SAID.findall(f"<>{body}"), *others})
        return self.of_text(unescape(text) if "&" in text else text)


class _Seen(dict[bytes, str]):
    """What stands between spaces, to its words; `several` are those that are not one word."""

    def __init__(self) -> None:
        super().__init__()
        self.several: set[str] = set()

    def __missing__(self, piece: bytes) -> str:
        text = unicodedata.normalize("NFC", piece.decode()).lower()
        parted = "".join(letter if _is_of_a_word(letter) else " " for letter in text).split()
        words = self[piece] = intern(" ".join(parted))
        if len(parted) != 1:
            self.several.add(words)
        return words


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def fold(word: str) -> str:
    """A word as one types it without marks: `đường` is `duong`.

    Nothing is left of a word of marks alone.
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word).lower().translate(_WHOLE)
    return "".join(letter for letter in apart if letter.isalnum())
