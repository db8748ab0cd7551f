"""Writes plain data as YAML in the registry's one form.

Block style, two spaces, keys in the schema's order, prose folded at a fixed width.
What any YAML reader might take for something else than text is quoted.  Comments
are not data: they are not kept.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.schema import Shape

WIDTH = 100

_PLAIN = re.compile(r"[^\W\d_][^\n]*")
_RISKY = re.compile(r": |:$| #|^[=<>|%@`!&*?,\[\]{}-]|[\"'\\]$")
_WORDS = frozenset(
    [
        "y",
        "n",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
        "none",
        "nan",
        "inf",
    ]  # YAML 1.1 reads these as no text
)


def canonical(data: Mapping[str, Any], shape: Shape, languages: Sequence[str]) -> bytes:
    """A record's file in canonical form.

    Args:
        data: plain data: mappings, lists, strings, numbers and booleans.
        shape: the entity's shape; its keys give the order.
        languages: the registry's languages; texts are written in this order.
    """
    return "".join(f"{line}\n" for line in _mapping(data, shape, languages, 0)).encode()


def _mapping(
    data: Mapping[str, Any], shape: Shape, languages: Sequence[str], indent: int
) -> Iterator[str]:
    order = languages if shape.type == "text" else list(shape.keys)
    ranks = {key: rank for rank, key in enumerate(order)}
    # Unknown keys are kept, behind the known ones: a formatter loses nothing.
    for key in sorted(data, key=lambda key: (ranks.get(key, len(ranks)), key)):
        below = shape if shape.type == "text" else shape.keys.get(key, Shape())
        yield from _entry(f"{' ' * indent}{_scalar(key)}:", data[key], below, languages, indent)


def _entry(
    head: str, value: object, shape: Shape, languages: Sequence[str], indent: int
) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, shape, languages, indent + 2)
    elif isinstance(value, list) and value:
        yield head
        yield from _sequence(value, shape.items or Shape(), languages, indent + 2)
    elif isinstance(value, str):
        yield from _string(head, value, indent + 2)
    else:
        yield f"{head} {_scalar(value)}"


def _sequence(
    items: list[Any], shape: Shape, languages: Sequence[str], indent: int
) -> Iterator[str]:
    pad = " " * indent
    for item in items:
        if isinstance(item, Mapping) and item:
            first, *rest = _mapping(item, shape, languages, indent + 2)
            yield f"{pad}- {first[indent + 2 :]}"
            yield from rest
        elif isinstance(item, list) and item:
            first, *rest = _sequence(item, shape.items or Shape(), languages, indent + 2)
            yield f"{pad}- {first[indent + 2 :]}"
            yield from rest
        elif isinstance(item, str):
            yield from _string(f"{pad}-", item, indent + 2)
        else:
            yield f"{pad}- {_scalar(item)}"


def _string(head: str, value: str, indent: int) -> Iterator[str]:
    line = f"{head} {_scalar(value)}"
    if "\n" in value:
        # Only a text whose lines a literal block gives back as they are may stand in one.
        if value == value.strip() and not re.search(r"[ ]\n|\n[ ]", value):
            yield f"{head} |-"
            yield from (" " * indent + part if part else "" for part in value.split("\n"))
        else:
            yield f"{head} {_double_quoted(value)}"
    elif (
        len(line) > WIDTH
        and " " in value
        and value == " ".join(value.split(" ")).strip()
        and "  " not in value
    ):
        yield f"{head} >-"
        yield from textwrap.wrap(
            value,
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    else:
        yield line


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if not isinstance(value, str):
        return "{}" if isinstance(value, Mapping) else "[]"
    if "\n" in value:
        return _double_quoted(value)
    plain = (
        _PLAIN.fullmatch(value)
        and not _RISKY.search(value)
        and value == value.strip()
        and value.lower() not in _WORDS
    )
    return value if plain else "'" + value.replace("'", "''") + "'"


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    # The shortest digits that read back as the same number, never with an exponent.
    return f"{Decimal(repr(value)):f}"


def _double_quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
