"""Reads at once what is written as most records are: a few forms of lines, and nothing else.

The parser proper looks at every character of every YAML there may be.  What `portal fmt`
writes has a dozen forms of lines; a text of these alone means the same to both, which tests
hold.  Whatever is not certain is left to the parser, and all that is wrong with it.
"""

import re
from functools import lru_cache
from typing import Any

from generator.model.paths import Path

_LINE = re.compile(r"( *+)(- )?+(?:([a-z][a-z0-9_]{0,63}+):(?: |(?=\n)))?+(.*+)\n")
"""Indentation, whether an element of a list begins, the key, and what stands behind it."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_NOT_IN_YAML = re.compile("[\ufffe\uffff]")
_NO_KEYS = frozenset({"true", "false", "null"})
_EMPTY = frozenset({"null", "Null", "NULL"})

_MOST_LINES = 5000
_DEEPEST = 8
_MOST_DIGITS = 15
_LONGEST_REPEATED = 40
"""Characters: ids, codes and dates come again and again, prose does not."""

_UNCERTAIN: Any = object()


def read(text: str) -> dict[str, Any] | None:
    """What a text holds, or `None` if the parser proper has to say."""
    if not text.endswith("\n") or _NOT_IN_YAML.search(text):
        return None
    raw = text[:-1].split("\n")
    if len(raw) > _MOST_LINES:
        return None
    root: dict[str, Any] = {}
    return root if _filled(root, raw, _LINE.findall(text)) and root else None


def _filled(  # noqa: C901, PLR0911, PLR0912 - one pass over the lines, read from top to bottom
    root: dict[str, Any], raw: list[str], lines: list[tuple[str, str, str, str]]
) -> bool:
    """Whether every line was certain."""
    # What is being filled, how far its entries stand in, and what lies around it.
    holder: Any = root
    level = 0
    around: list[tuple[int, Any]] = []
    at, end = 0, len(lines)
    while at < end:
        pad, dash, key, rest = lines[at]
        at += 1
        indent = len(pad)
        while indent < level:
            level, holder = around.pop()
        if indent != level:
            return False
        if dash:
            if type(holder) is not list:
                return False
            if key:
                around.append((level, holder))
                holder.append({})
                holder = holder[-1]
                level += 2
        elif not key or type(holder) is not dict:
            return False
        if key and (key in holder or key in _NO_KEYS):
            return False
        if rest:
            if rest == ">-":
                value, at = _folded(raw, at, " " * (level + 2))
            else:
                value = _value(rest) if len(rest) <= _LONGEST_REPEATED else _scalar(rest)
            if value is _UNCERTAIN:
                return False
            if key:
                holder[key] = value
            else:
                holder.append(value)
        elif key and at < end and len(lines[at][0]) == level + 2 and len(around) < _DEEPEST:
            around.append((level, holder))
            holder[key] = [] if lines[at][1] else {}
            holder = holder[key]
            level += 2
        else:
            return False
    return True


def places(  # noqa: C901 - likewise
    text: str,
) -> dict[Path, tuple[int, int]] | None:
    """Line and column, from 1, of each key and list item of a text that `read` is certain of."""
    if read(text) is None:
        return None
    found: dict[Path, tuple[int, int]] = {}
    path: Path = ()
    level, index, folded = 0, -1, len(text)
    around: list[tuple[int, Path, int]] = []
    for line, (pad, dash, key, rest) in enumerate(_LINE.findall(text), start=1):
        if len(pad) >= folded:
            continue
        while len(pad) < level:
            level, path, index = around.pop()
        if dash:
            index += 1
            found[*path, index] = line, level + 3
            if key:
                around.append((level, path, index))
                level, path, index = level + 2, (*path, index), -1
        place = (*path, key or index)
        if key:
            found[place] = line, level + 1
        folded = level + 2 if rest == ">-" else len(text)
        if not rest:
            around.append((level, path, index))
            level, path, index = level + 2, place, -1
    return found


def _folded(raw: list[str], at: int, pad: str) -> tuple[Any, int]:
    """The text of a folded block that begins in a line, and the line behind it."""
    width, begin = len(pad), at
    while at < len(raw) and raw[at].startswith(pad) and raw[at][width : width + 1].strip(" "):
        at += 1
    parts = [line[width:] for line in raw[begin:at]]
    if not parts or any(part.endswith(" ") for part in parts):
        return _UNCERTAIN, at
    return " ".join(parts), at


def _scalar(text: str) -> Any:  # noqa: ANN401 - text, number or truth value
    first = text[0]
    if first.isalpha():
        if ": " in text or " #" in text or text[-1] in ": " or text in _EMPTY:
            return _UNCERTAIN
        return {"true": True, "false": False}.get(text, text)
    if first == "'":
        return text[1:-1].replace("''", "'") if _QUOTED.fullmatch(text) else _UNCERTAIN
    if len(text) <= _MOST_DIGITS and (number := _NUMBER.fullmatch(text)):
        return float(text) if number[1] else int(text)
    return _UNCERTAIN


_value = lru_cache(maxsize=65536)(_scalar)
