"""What every record has: sources, marks, texts in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.dates import Date

Text = Mapping[str, str]
"""Words in several languages: language code to text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact is published; the record's other parts cite it by `id`."""

    id: str
    url: str | None = None
    document: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: Date | None = None
    retrieved_on: Date | None = None
    language: str | None = None
    translation_of: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A fact that the sources do not state; `key` is a path of keys and ids."""

    key: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A value that only the internal edition shows."""

    key: str
    ground: str
    review_on: Date | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    """One of several values that sources give for the same fact."""

    value: Any
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A fact on which the sources differ: all values are kept."""

    key: str
    values: tuple[DisputedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has."""

    id: str
    schema_version: int = 1
    note: Text | None = None
    visibility: str | None = None
    ground: str | None = None
    review_on: Date | None = None
    silent: bool = False
    public_from_on: Date | None = None
    sources: tuple[Source, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    disputed: tuple[Disputed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every list item with an `id` has; `sources` cites those of its record."""

    id: str
    sources: tuple[str, ...] = ()
    visibility: str | None = None
    ground: str | None = None
