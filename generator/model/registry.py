"""A whole registry in memory, and how plain data become its records.

Plain data are what a YAML file holds (mappings, lists, strings, numbers); they must
have passed the schema and the calendar check.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import msgspec

from generator.model.dates import Date, Period
from generator.model.entities import (
    Activity,
    Agency,
    Code,
    Commitment,
    LongText,
    Partner,
    Programme,
    Record,
    Review,
    Settings,
    Statement,
    Update,
    Vocabulary,
)
from generator.model.paths import item_name

R = TypeVar("R", bound=Record)

ENTITIES: Mapping[str, type[Record]] = {
    "registry": Settings,
    "texts": LongText,
    "vocabularies": Vocabulary,
    "agencies": Agency,
    "partners": Partner,
    "activities": Activity,
    "commitments": Commitment,
    "reviews": Review,
    "programmes": Programme,
    "statements": Statement,
}
"""Entity name (its folder in a registry) to the class of its records."""


def _decode(kind: type, value: object) -> object:
    # One and the same day stands in a registry a thousand times.
    if kind in _WRITTEN_AS_TEXT and isinstance(value, str):
        return _WRITTEN_AS_TEXT[kind](value)
    raise TypeError(kind)


def _encode(value: object) -> object:
    if isinstance(value, Date | Period):
        return value.text
    raise TypeError(type(value))


_encoder = msgspec.msgpack.Encoder(enc_hook=_encode)

_WRITTEN_AS_TEXT = {kind: lru_cache(maxsize=65536)(kind.parse) for kind in (Date, Period)}


def structure(entity: str, data: Mapping[str, Any]) -> Record:
    """The record of an entity that plain data describe.

    Args:
        entity: a key of `ENTITIES`.
        data: plain data that passed the schema.

    Raises:
        msgspec.ValidationError: the data do not have the entity's shape.
    """
    return msgspec.convert(_with_disputed_dates(data), ENTITIES[entity], dec_hook=_decode)


def packed(record: Record) -> bytes:
    """A record as it is kept; the same record gives the same bytes."""
    return _encoder.encode(record)


def unpacked(value: bytes, kind: type[R]) -> R:
    """The record that was packed.

    Raises:
        msgspec.DecodeError: it is of another kind.
    """
    return msgspec.msgpack.decode(value, type=kind, dec_hook=_decode)


def structured_updates(data: Any) -> tuple[Update, ...]:  # noqa: ANN401 - plain data
    """The entries of a log that plain data describe.

    Raises:
        msgspec.ValidationError: the data do not have the shape of a log.
    """
    return msgspec.convert(data, tuple[Update, ...], dec_hook=_decode)


def _with_disputed_dates(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """An absent date on which sources differ reads as the span over its values."""
    for dispute in data.get("disputed", ()):
        *path, key = dispute["key"].split(".")
        if not key.endswith("_on"):
            continue
        span = _span(entry["value"] for entry in dispute["values"])
        data = _set_absent(data, path, key, span)
    return data


def _span(values: Iterable[str]) -> str:
    dates = [Date.parse(value) for value in values]
    first, last = min(day.first for day in dates), max(day.last for day in dates)
    return f"..{last}" if first == date.min else f"{first}..{last}"


def _set_absent(node: Any, path: list[str], key: str, value: str) -> Any:  # noqa: ANN401 - plain data
    """A copy of `node` in which the absent `key` at `path` has the value."""
    if not path:
        return {key: value, **node} if isinstance(node, Mapping) else node
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and step in node:
        return {**node, step: _set_absent(node[step], rest, key, value)}
    if isinstance(node, list):
        return [
            _set_absent(item, rest, key, value) if item_name(item, index) == step else item
            for index, item in enumerate(node)
        ]
    return node


@dataclass(frozen=True)
class Registry:
    """All records of a registry by entity and id, in the order of their ids."""

    settings: Settings
    texts: Mapping[str, LongText] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[tuple[str, Record]]) -> "Registry":
        """The registry of (entity, record) pairs, one of which is the settings.

        Raises:
            LookupError: no settings among them.
        """
        groups: dict[str, dict[str, Any]] = defaultdict(dict)
        for entity, record in records:
            groups[entity][record.id] = record
        ordered = {entity: dict(sorted(group.items())) for entity, group in groups.items()}
        settings = next(iter(ordered.pop("registry", {}).values()), None)
        if settings is None:
            raise LookupError("registry.yml")
        return cls(settings, **ordered)

    @cached_property
    def codes(self) -> Mapping[str, Mapping[str, Code]]:
        """Vocabulary name to its codes, each by its code, in the vocabulary's order."""
        return {
            name: {
                code.code: code
                for code in sorted(vocabulary.codes, key=lambda code: (code.order, code.code))
            }
            for name, vocabulary in self.vocabularies.items()
        }

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Group of agencies, such as all ministries, to the agency kinds that belong to it."""
        kinds: dict[str, list[str]] = defaultdict(list)
        for code in self.codes.get("agency-kinds", {}).values():
            for group in code.groups:
                kinds[group].append(code.code)
        return {group: tuple(codes) for group, codes in sorted(kinds.items())}
