"""What a check is, and what it may ask.

A check is a module of this package.  It declares `CODES`, and has one or more of

    def document(document: Document, schemas: Schemas) -> Iterator[Finding]
    def record(document: Document, case: Case) -> Iterator[Finding]
    def registry(case: Case) -> Iterator[Finding]
    def change(pair: Pair, case: Case) -> Iterator[Finding]

and `STRUCTURAL`, if some of its codes keep a record out of the model.

`document` looks at one file alone, so what it finds depends on the file's bytes alone;
`record` looks at one file in the light of the others; `registry` looks at the whole.  Files
that break their schema are seen by all: typed records are made of the sound ones only.
`change` runs only if there is a base to compare with, for each record that differs from it.

What is found is kept until something changes that was looked at.  So a `record` sees nothing
but its document and what the case notes down; and since there may be very many commitments,
it learns of others only that they exist.  What needs more of them is for `registry`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property, lru_cache

from generator.checks.base import Pair
from generator.checks.case import Case, Member
from generator.errors import Codes
from generator.load import Document
from generator.model.dates import Date, Period
from generator.model.paths import Path
from generator.schema import Leaf, Schemas, Shape

__all__ = [
    "Case",
    "Codes",
    "Member",
    "Pair",
    "closest",
    "in_languages",
    "leaves",
    "moment",
    "moments",
    "period",
    "shape_at",
    "shown",
]

_LONGEST_SHOWN = 80
_LONGEST_COMPARED = 80
_MOST_COMPARED = 500
_MOST_WRONG = 3
"""Letters that a misspelt word has more or less than the one that was meant."""


def leaves(document: Document, schemas: Schemas, kind: str) -> Sequence[Leaf]:
    """The values of a document that have a type in its schema."""
    return _walk(_Same(document), schemas).by_type.get(kind, ())


def moments(document: Document, schemas: Schemas) -> Mapping[Path, Date]:
    """The sound dates of a document by their places: others are the calendar check's business."""
    return _walk(_Same(document), schemas).moments


class _Same:
    """A document as the key of a cache: the same object, not an equal one."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


class _Walk:
    """A document's leaves by type: many checks in a row ask for those of one document."""

    def __init__(self, document: Document, schemas: Schemas) -> None:
        self.by_type: dict[str, list[Leaf]] = defaultdict(list)
        for leaf in schemas.leaves(document.entity, document.data):
            # A value of another kind breaks the schema, which is another check's business.
            if type(leaf.value) is str or type(leaf.value) is dict:
                self.by_type[leaf.shape.type].append(leaf)

    @cached_property
    def moments(self) -> Mapping[Path, Date]:
        found = ((leaf.path, moment(leaf.value)) for leaf in self.by_type.get("date", ()))
        return {path: told for path, told in found if told}


@lru_cache(maxsize=1)
def _walk(same: _Same, schemas: Schemas) -> _Walk:
    return _Walk(same.document, schemas)


def moment(value: object) -> Date | None:
    """A value as a date, if it is a sound one: others are the calendar check's business."""
    return _date(value) if isinstance(value, str) else None


def period(value: object) -> Period | None:
    """A value as a period, if it is a sound one."""
    return _period(value) if isinstance(value, str) else None


@lru_cache(maxsize=65536)
def _date(text: str) -> Date | None:
    try:
        return Date.parse(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def shape_at(shape: Shape, path: tuple[str | int, ...]) -> Shape | None:
    """The shape of a place in an entity's records, or `None` if there is no such key."""
    for step in path:
        below = shape.items if isinstance(step, int) else shape.keys.get(step)
        if below is None:
            return None
        shape = below
    return shape


def closest(word: str, known: Collection[str]) -> str | None:
    """The known word that was probably meant, if one is near; always the same one."""
    near = sorted(name for name in known if abs(len(name) - len(word)) <= _MOST_WRONG)
    # Comparing is slow: of very many, those are compared that begin or end alike.
    if len(near) > _MOST_COMPARED:
        near = [name for name in near if name[:2] == word[:2] or name[-2:] == word[-2:]]
    compared = near[:_MOST_COMPARED] if len(word) <= _LONGEST_COMPARED else []
    matches = get_close_matches(word, compared, 1)
    return matches[0] if matches else None


def shown(value: object) -> str:
    """A value as a finding quotes it: short, on one line."""
    text = " ".join(value.split()) if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def in_languages(name: str, words: Mapping[str, str]) -> dict[str, str]:
    """An argument that reads differently in each language: reporting picks the reader's.

    An argument of this kind named `fix` replaces the fix of the catalogue.
    """
    return {f"{name}:{language}": text for language, text in words.items()}
