"""What a page is made from, as a digest: the same digest, the same page.

Only plain values can be told apart for certain: what has no certain form has no digest, and
a page that is made from it is made again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from types import FunctionType
from typing import Any

from markupsafe import Markup

from generator.model.dates import Date, Period

_SIZE = 16


class UncertainError(Exception):
    """A value that has no certain form."""


class Digester:
    """Digests values; records that it knows by their own digests.

    What has a method `ingredients` tells by it all that decides about it.
    """

    def __init__(self, known: Iterable[tuple[object, bytes]] = ()) -> None:
        # An object's address says which it is as long as it lives: so they are kept alive.
        self._alive = list(known)
        self._known = {
            id(value): b"=%d:%b" % (len(digest), digest) for value, digest in self._alive
        }
        self._ways: dict[type, Callable[[Any, list[bytes]], None]] = {
            str: _text(b"s"),
            Markup: _text(b"m"),
            bytes: _bytes,
            Date: _span,
            Period: _span,
            tuple: self._sequence(b"("),
            list: self._sequence(b"("),
            **dict.fromkeys((type(None), bool, int, float, date), _plain),
            **dict.fromkeys((FunctionType, type), _code),
        }

    def digest(self, *values: object) -> bytes:
        """The digest of some values in their order.

        Raises:
            UncertainError: one of them, or a part of one, has no certain form.
        """
        parts: list[bytes] = []
        self._put(values, parts)
        return blake2b(b"".join(parts), digest_size=_SIZE).digest()

    def _put(self, value: object, parts: list[bytes]) -> None:
        if digest := self._known.get(id(value)):
            parts.append(digest)
            return
        kind = type(value)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        way(value, parts)

    def _way(self, kind: type) -> Callable[[Any, list[bytes]], None]:
        """How values of a class are put: found once for all of them."""
        name = _name(kind)
        put = self._sequence(name)
        if issubclass(kind, Enum):
            return lambda value, parts: parts.append(name + value.name.encode())
        if hasattr(kind, "ingredients"):
            return lambda value, parts: put((value.ingredients(),), parts)
        if issubclass(kind, Mapping):
            return lambda value, parts: put(
                [each for pair in value.items() for each in pair], parts
            )
        if issubclass(kind, frozenset | set):
            return lambda value, parts: put(sorted(self.digest(each) for each in value), parts)
        if is_dataclass(kind):
            names = [each.name for each in fields(kind)]
            return lambda value, parts: put([getattr(value, each) for each in names], parts)
        return put if issubclass(kind, tuple | list) else _uncertain

    def _sequence(self, name: bytes) -> Callable[[Any, list[bytes]], None]:
        def put(values: Iterable[object], parts: list[bytes]) -> None:
            parts.append(name)
            for each in values:
                self._put(each, parts)
            parts.append(b")")

        return put


def _text(mark: bytes) -> Callable[[str, list[bytes]], None]:
    def put(value: str, parts: list[bytes]) -> None:
        raw = value.encode("utf-8", "surrogatepass")
        parts += b"%b%d:" % (mark, len(raw)), raw

    return put


def _bytes(value: bytes, parts: list[bytes]) -> None:
    parts += b"b%d:" % len(value), value


def _span(value: Date | Period, parts: list[bytes]) -> None:
    parts.append(f"d{value.text};".encode())


def _plain(value: object, parts: list[bytes]) -> None:
    parts.append(f"{type(value).__name__} {value!r};".encode())


def _code(value: Any, parts: list[bytes]) -> None:  # noqa: ANN401 - a class or a function
    # What code does is the program's, which is known: unless it holds values of its own.
    if getattr(value, "__closure__", None) is not None or "<" in value.__qualname__:
        _uncertain(value, parts)
    parts.append(_name(value))


def _uncertain(value: object, parts: list[bytes]) -> None:  # noqa: ARG001 - as all ways are called
    raise UncertainError(type(value))


def _name(code: Any) -> bytes:  # noqa: ANN401 - likewise
    return f"<{code.__module__}.{code.__qualname__}(".encode()
