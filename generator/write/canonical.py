"""Writes plain data as YAML in the registry's one form.

Block style, two spaces, keys in the schema's order, prose folded at a fixed width.
What any YAML reader might take for something else than text is quoted.  Comments
are not data: they are not kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.schema import Shape

WIDTH = 100

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/–-]*[\w.)])?")
"""Most texts: a letter first, and nothing that has a meaning in YAML."""

_ALSO_PLAIN = re.compile(r"[^\W\d_][^\n]*")
_RISKY = re.compile(r": |:$| #|[\"'\\]$")
_LINES_LOST = re.compile(r"[ ]\n|\n[ ]")
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
_LONGEST_WORD = max(map(len, _WORDS))
_UNKNOWN = Shape()


def canonical(data: Mapping[str, Any], shape: Shape, languages: Sequence[str]) -> bytes:
    """A record's file in canonical form.

    Args:
        data: plain data: mappings, lists, strings, numbers and booleans.
        shape: the entity's shape; its keys give the order.
        languages: the registry's languages; texts are written in this order.
    """
    writer = _Writer(tuple(languages))
    writer.mapping(data, shape, "", "")
    writer.lines.append("")
    return "\n".join(writer.lines).encode()


class _Writer:
    """Collects the lines of one file."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self.lines: list[str] = []

    def mapping(self, data: Mapping[str, Any], shape: Shape, pad: str, first: str) -> None:
        """The entries of a mapping, the first of them behind what begins its line."""
        for key, named, below in _layout(tuple(data), shape, self._languages):
            value = data[key]
            head = f"{first}{named}"
            if type(value) is str and len(head) + 2 * len(value) < WIDTH - 2 and "\n" not in value:
                # Most entries: their line cannot be too long, whatever is quoted.
                self.lines.append(f"{head} {_scalar(value)}")
            else:
                self._entry(head, value, below, pad)
            first = pad

    def _entry(self, head: str, value: Any, shape: Shape, pad: str) -> None:  # noqa: ANN401 - plain data
        kind = type(value)
        if kind is str:
            self._string(head, value, f"{pad}  ")
        elif kind is dict and value:
            self.lines.append(head)
            self.mapping(value, shape, f"{pad}  ", f"{pad}  ")
        elif kind is list and value:
            self.lines.append(head)
            self._sequence(value, shape.items or _UNKNOWN, f"{pad}  ", f"{pad}  ")
        else:
            self.lines.append(f"{head} {_value(value)}")

    def _sequence(self, items: list[Any], shape: Shape, pad: str, first: str) -> None:
        for item in items:
            if type(item) is dict and item:
                self.mapping(item, shape, f"{pad}  ", f"{first}- ")
            elif type(item) is list and item:
                self._sequence(item, shape.items or _UNKNOWN, f"{pad}  ", f"{first}- ")
            else:
                self._entry(f"{first}-", item, _UNKNOWN, pad)
            first = pad

    def _string(self, head: str, value: str, pad: str) -> None:
        if "\n" in value:
            # Only a text whose lines a literal block gives back as they are may stand in one.
            if value == value.strip() and not _LINES_LOST.search(value):
                self.lines.append(f"{head} |-")
                self.lines += [pad + part if part else "" for part in value.split("\n")]
            else:
                self.lines.append(f"{head} {_double_quoted(value)}")
        elif len(head) + len(value) >= WIDTH:
            if _may_fold(value):
                self.lines.append(f"{head} >-")
                self.lines += _folded(value, pad)
            else:
                self.lines.append(f"{head} {_text(value)}")
        else:
            line = f"{head} {_scalar(value)}"
            if len(line) > WIDTH and _may_fold(value):  # its quotes are too much
                self.lines.append(f"{head} >-")
                self.lines += _folded(value, pad)
            else:
                self.lines.append(line)


@lru_cache(maxsize=4096)
def _layout(
    keys: tuple[str, ...], shape: Shape, languages: tuple[str, ...]
) -> Sequence[tuple[str, str, Shape]]:
    """The keys of a mapping in order, each as it is written and with what is below it."""
    is_text = shape.type == "text"
    ranks = {key: rank for rank, key in enumerate(languages if is_text else shape.keys)}
    # Unknown keys are kept, behind the known ones: a formatter loses nothing.
    ordered = sorted(keys, key=lambda key: (ranks.get(key, len(ranks)), key))
    return [
        (key, f"{_scalar(key)}:", shape if is_text else shape.keys.get(key, _UNKNOWN))
        for key in ordered
    ]


def _may_fold(value: str) -> bool:
    """Whether a long line gives the same text when its lines are joined by single spaces."""
    return " " in value and "  " not in value and value == value.strip()


def _folded(value: str, pad: str) -> Iterator[str]:
    """The lines of a text: each as many words as fit, a longer word on a line of its own."""
    room = WIDTH - len(pad)
    start = 0
    while len(value) - start > room:
        end = value.rfind(" ", start, start + room + 1)
        if end < 0:
            end = value.find(" ", start)
            if end < 0:
                break
        yield pad + value[start:end]
        start = end + 1
    yield pad + value[start:]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    return "{}" if isinstance(value, Mapping) else "[]"


def _text(value: str) -> str:
    """A string on one line: as it is, or quoted if a reader might take it for something else."""
    if _PLAIN.fullmatch(value):
        plain = len(value) > _LONGEST_WORD or value.lower() not in _WORDS
    elif "\n" in value:
        return _double_quoted(value)
    else:
        plain = (
            _ALSO_PLAIN.fullmatch(value) is not None
            and not _RISKY.search(value)
            and value == value.strip()
            and value.lower() not in _WORDS
        )
    return value if plain else "'" + value.replace("'", "''") + "'"


_scalar = lru_cache(maxsize=65536)(_text)
"""Keys, ids, codes and dates come again and again."""


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    # The shortest digits that read back as the same number, never with an exponent.
    return f"{Decimal(repr(value)):f}"


def _double_quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
