"""A small subset of YAML 1.2, read strictly: plain data, or the first problem with its place.

PyYAML's C parser gives events; nothing recursive is asked of it, since its composer
crashes the process on deep nesting.  Only `true`, `false`, plain integers and plain
decimals are typed: `no`, `012`, `1_000` and dates stay strings as written.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it

from generator.load import plain
from generator.load.files import MAXIMUM_BYTES

MAXIMUM_DEPTH = 12
MAXIMUM_NODES = 20_000
MAXIMUM_DIGITS = 15

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+", re.ASCII)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_UNSEEN = re.compile(
    "[^\t\n\r -~\u00a0-\u00ac\u00ae-\u061b\u061d-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ufefe"
    "\uff00-\ufff8\ufffc-\U000dffff\U000e0080-\U0010ffff]"
)
"""Control, bidirectional, zero-width and tag characters: what a reader cannot see.

It names what they can see: the first ranges hold nearly every character, and are tried first.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not a record; lines and columns count from 1."""

    code: str
    line: int
    column: int
    arguments: Mapping[str, str]


class _Refused(Exception):  # noqa: N818 - carries the one problem to the border of this module
    def __init__(self, code: str, mark: Any = None, **arguments: str) -> None:  # noqa: ANN401
        super().__init__(code)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.problem = Problem(code, line, column, arguments)


Position = tuple[int, int]
"""Line and column, from 1."""


def parse(content: bytes) -> dict[str, Any] | Problem:
    """The mapping that a file holds, or the first problem of its text."""
    try:
        text = _decode(content)
    except _Refused as refusal:
        return refusal.problem
    return plain.read(text) or _parsed(text, None)


def positions(content: bytes) -> dict[tuple[str | int, ...], Position]:
    """Where each key and list item of a well-formed file stands, by its path.

    It is asked for only when a finding needs a place, so parsing need not pay for it.
    """
    text = _decode(content)
    found = plain.places(text)
    if found is None:
        found = {}
        _parsed(text, found)
    return found


def _parsed(
    text: str, places: dict[tuple[str | int, ...], Position] | None
) -> dict[str, Any] | Problem:
    try:
        return _build(text, places)
    except _Refused as refusal:
        return refusal.problem
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return Problem("YAML01", *place, {"detail": str(error.problem or error.context)})
    except yaml.YAMLError as error:
        return Problem("YAML01", 0, 0, {"detail": str(error).partition("\n")[0]})


def _decode(content: bytes) -> str:
    if len(content) > MAXIMUM_BYTES:
        raise _Refused("LOAD04", size=str(len(content)), limit=str(MAXIMUM_BYTES))
    if content[:3] == b"\xef\xbb\xbf" or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _Refused("TEXT01")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - before.rfind(b"\n")
        raise _Refused("TEXT01", _Mark(before.count(b"\n"), column - 1)) from None
    for character, code in (("\r", "TEXT02"), ("\t", "TEXT03")):
        if (at := text.find(character)) >= 0:
            raise _Refused(code, _mark(text, at))
    if unseen := _UNSEEN.search(text):
        name = f"U+{ord(unseen[0]):04X}"
        raise _Refused("TEXT04", _mark(text, unseen.start()), character=name)
    if not unicodedata.is_normalized("NFC", text):
        raise _Refused("TEXT05", _mark(text, _first_decomposed(text)))
    return text


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    column: int


def _mark(text: str, at: int) -> _Mark:
    return _Mark(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)


def _first_decomposed(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    pairs = zip(text, composed, strict=False)
    first = next((at for at, (old, new) in enumerate(pairs) if old != new), len(composed))
    # Where marks stand in another order, the letter that they belong to is before them.
    while first > 0 and unicodedata.combining(text[first : first + 1] or text[-1]):
        first -= 1
    return first


def _scalar(event: Any) -> object:  # noqa: ANN401 - PyYAML's events are untyped
    value: str = event.value
    if event.style:
        return value
    if value in _EMPTY:
        raise _Refused("YAML06", event.start_mark)
    first = value[0]
    if first in "tf":
        return {"true": True, "false": False}.get(value, value)
    if first not in "-0123456789" or not (_INTEGER.fullmatch(value) or _DECIMAL.fullmatch(value)):
        return value
    if len(value) > MAXIMUM_DIGITS:
        raise _Refused("YAML07", event.start_mark, limit=str(MAXIMUM_DIGITS))
    return float(value) if "." in value else int(value)


def _build(  # noqa: C901, PLR0912, PLR0915 - one pass over the events, read from top to bottom
    text: str, places: dict[tuple[str | int, ...], Position] | None
) -> dict[str, Any]:
    parser: Any = CParser(text)  # its events differ in what they carry
    root: Any = None
    stack: list[Any] = []
    keys: list[Any] = []  # the key that waits for its value, or the next index, per level
    nodes = documents = 0
    while (event := parser.get_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None:
                raise _Refused("YAML03", event.start_mark)
            if event.tag is not None:
                raise _Refused("YAML04", event.start_mark, tag=event.tag)
            if stack and keys[-1] is None and type(stack[-1]) is dict:
                key = event.value
                if type(_scalar(event)) is not str:
                    raise _Refused("YAML05", event.start_mark, key=key)
                if key in stack[-1]:
                    raise _Refused("YAML02", event.start_mark, key=key)
                keys[-1] = key
                if places is not None:
                    mark = event.start_mark
                    places[tuple(keys)] = (mark.line + 1, mark.column + 1)
                continue
            value = _scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None:
                raise _Refused("YAML03", event.start_mark)
            if event.tag is not None:
                raise _Refused("YAML04", event.start_mark, tag=event.tag)
            if stack and keys[-1] is None and type(stack[-1]) is dict:
                raise _Refused("YAML05", event.start_mark, key="[…]")
            if len(stack) >= MAXIMUM_DEPTH:
                raise _Refused("YAML08", event.start_mark, limit=str(MAXIMUM_DEPTH))
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
            if stack and type(stack[-1]) is dict:
                keys[-1] = None
            continue
        elif kind is yaml.AliasEvent:
            raise _Refused("YAML03", event.start_mark)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1 or event.version or event.tags:
                raise _Refused("YAML09", event.start_mark)
            continue
        else:
            continue
        nodes += 1
        if nodes > MAXIMUM_NODES:
            raise _Refused("YAML10", event.start_mark, limit=str(MAXIMUM_NODES))
        if not stack:
            root = value
        elif type(stack[-1]) is dict:
            stack[-1][keys[-1]] = value
        else:
            stack[-1].append(value)
            keys[-1] += 1
            if places is not None:
                mark = event.start_mark
                places[tuple(keys)] = (mark.line + 1, mark.column + 1)
        if type(value) is dict or type(value) is list:
            stack.append(value)
            keys.append(None if type(value) is dict else -1)
        elif stack and type(stack[-1]) is dict:
            keys[-1] = None
    if type(root) is not dict:
        raise _Refused("YAML11")
    return root
