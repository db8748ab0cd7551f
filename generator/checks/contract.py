"""What a check is, and what it may ask.

A check is a module of this package.  It declares `CODES`, and has one or more of

    def document(document: Document, schemas: Schemas) -> Iterator[Finding]
    def record(document: Document, case: Case) -> Iterator[Finding]
    def registry(case: Case) -> Iterator[Finding]

and `STRUCTURAL`, if some of its codes keep a record out of the model.

`document` looks at one file alone, so what it finds depends on the file's bytes alone;
`record` looks at one file in the light of all; `registry` looks at the whole.  Files that
break their schema are seen by all three: typed records are made of the sound ones only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property, lru_cache

from generator.errors import Finding, Location, Severity
from generator.load import Document
from generator.model.dates import Date
from generator.model.entities import Record
from generator.model.registry import Registry
from generator.schema import Leaf, Schemas, Shape

_LONGEST_SHOWN = 80
_LONGEST_COMPARED = 80
_MOST_COMPARED = 500
_MOST_WRONG = 3
"""Letters that a misspelt word has more or less than the one that was meant."""


class Codes(dict[str, Severity]):
    """The codes of a check with their severities; it makes their findings."""

    def finding(self, code: str, location: Location, /, **arguments: object) -> Finding:
        """A finding; arguments that are `None` are left out."""
        given = {name: str(value) for name, value in arguments.items() if value is not None}
        return Finding(code, self[code], location, given)


@dataclass(frozen=True)
class Case:
    """A registry as the checks see it on a day."""

    documents: tuple[Document, ...]
    records: Mapping[str, Record]
    """The records of sound documents, by path."""
    ids: Mapping[str, frozenset[str]]
    """Entity to the ids that exist, those of files that cannot be read among them."""
    registry: Registry
    as_of: date
    schemas: Schemas

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str], Document]:
        """The documents by entity and id."""
        return {(document.entity, document.id): document for document in self.documents}

    def leaves(self, document: Document, *types: str) -> Iterator[Leaf]:
        """The values of a document that have one of the types in its schema."""
        return leaves(document, self.schemas, *types)


def leaves(document: Document, schemas: Schemas, *types: str) -> Iterator[Leaf]:
    """The values of a document that have one of the types in its schema."""
    by_type = _walked(_Same(document), schemas)
    for kind in types:
        yield from by_type.get(kind, ())


@dataclass(frozen=True, slots=True)
class _Same:
    """A document as the key of a cache: the same object, not an equal one."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document


@lru_cache(maxsize=1)
def _walked(same: _Same, schemas: Schemas) -> Mapping[str, list[Leaf]]:
    """A document's leaves by type: many checks in a row ask for those of one document."""
    found: dict[str, list[Leaf]] = defaultdict(list)
    for leaf in schemas.leaves(same.document.entity, same.document.data):
        # A value of another kind breaks the schema, which is another check's business.
        if isinstance(leaf.value, dict | str):
            found[leaf.shape.type].append(leaf)
    return found


def moment(value: object) -> Date | None:
    """A value as a date, if it is a sound one: others are the calendar check's business."""
    try:
        return Date.parse(value) if isinstance(value, str) else None
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
