"""What a reader of a text would stumble over, or be deceived by."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.checks.contract import Codes, leaves, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import paths
from generator.schema import Leaf, Schemas

CODES = Codes({f"PROSE{number:02}": Severity.WARNING for number in range(1, 6)})

LONGEST_TITLE = 250
"""Characters: a longer title fits neither a list nor a browser's tab."""

_TITLES = frozenset({"title", "official_title", "name", "label", "abbreviation"})
_MARKDOWN = frozenset({"body"})
"""Limited Markdown, where spaces and lines have a meaning."""

_SPACES = re.compile(r"^\s|\s$|[^\S\n]{2,}")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts whose letters can be taken for each other."""

_BETWEEN = "\x00"  # no text has it
_ODD_SPACES = ("  ", f"{_BETWEEN} ", f" {_BETWEEN}")
_ODD = re.compile(
    "[^\x00 -%'-;=-~\u00a1-\u036f\u0590-\u139f\u1400-\u167f\u1681-\u1c7f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u2ddf\u3001-\ua63f\uac00-\ud7ff]"
)
"""One of these is in every text that gives a finding, but for spaces and long titles: odd
white space, a beginning of markup, a letter that is taken for a Latin one.  It names the
others: the first ranges hold nearly every character, and are tried first."""


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """Every text and string of a record."""
    """Every text and string of a record."""
    strings = [leaf for leaf in leaves(document, schemas, "string") if isinstance(leaf.value, str)]
    texts = [leaf for leaf in leaves(document, schemas, "text") if isinstance(leaf.value, dict)]
    if not _is_suspicious([*strings, *texts]):
        return
    for leaf in strings:
        yield from _text(document, leaf.path, str(leaf.path[-1]), leaf.value)
    for leaf in texts:
        for language, text in _words(leaf).items():
            yield from _text(document, (*leaf.path, language), str(leaf.path[-1]), text)


def _words(leaf: Leaf) -> Mapping[str, str]:
    """The strings of a text, or a string as if it had a language."""
    if isinstance(leaf.value, str):
        return {"": leaf.value}
    return {language: text for language, text in leaf.value.items() if isinstance(text, str)}


def _is_suspicious(written: Sequence[Leaf]) -> bool:
    """Whether one of the texts may give a finding."""
    parts = [""]
    for leaf in written:
        words = _words(leaf).values()
        parts += words
        if leaf.path[-1] in _TITLES and max(map(len, words), default=0) > LONGEST_TITLE:
            return True
    joined = _BETWEEN.join([*parts, ""])
    return _ODD.search(joined) is not None or any(spaces in joined for spaces in _ODD_SPACES)


def _text(document: Document, path: paths.Path, key: str, text: str) -> Iterator[Finding]:
    if key not in _MARKDOWN and (spaces := _SPACES.search(text)):
        yield CODES.finding("PROSE01", document.at(*path), found=_around(text, spaces.start()))
    if tag := _TAG.search(text):
        yield CODES.finding("PROSE02", document.at(*path), found=shown(tag[0]))
    if mixed := _mixed(text):
        yield CODES.finding("PROSE03", document.at(*path), found=shown(mixed[0]), letter=mixed[1])
    if key in _TITLES and len(text) > LONGEST_TITLE:
        yield CODES.finding("PROSE04", document.at(*path), length=len(text), limit=LONGEST_TITLE)
    if key in _TITLES and "\n" in text.strip():
        yield CODES.finding("PROSE05", document.at(*path))


def _around(text: str, at: int) -> str:
    """A few letters on both sides of a place, so that it can be found."""
    return text[max(at - 10, 0) : at + 12].replace("\n", "⏎").replace(" ", "·")


def _mixed(text: str) -> tuple[str, str] | None:
    """The first word of two scripts, and the name of its letter of the rarer one."""
    if text.isascii():
        return None
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        scripts = [(_script(letter), letter) for letter in word]
        used = {script for script, _ in scripts if script}
        if len(used) > 1:
            counts = {script: sum(own == script for own, _ in scripts) for script in used}
            rarer = min(sorted(used), key=lambda script: (counts[script], script == "LATIN"))
            stranger = next(letter for script, letter in scripts if script == rarer)
            return word, unicodedata.name(stranger)
    return None


@lru_cache(maxsize=4096)
def _script(letter: str) -> str | None:
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), None)
