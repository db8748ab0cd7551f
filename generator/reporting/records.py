"""A record as text for people: its keys in the reader's words, its texts in their language."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.reporting.printable import printable
from generator.schema import Shape
from generator.text import Catalogue, catalogue, writer

_STEP = "  "
_UNKNOWN = Shape()


def lines(
    data: Mapping[str, Any], shape: Shape, language: str, languages: Sequence[str]
) -> Iterator[str]:
    """The lines of a record, in the schema's order; each fits what is inside by two spaces.

    Args:
        data: its plain data.
        shape: the shape of its entity.
        language: the reader's.
        languages: the registry's: a text that lacks the reader's is shown in the first of them,
            with its code.
    """
    return _Record(catalogue(language), tuple(languages)).mapping(data, shape, "")


class _Record:
    def __init__(self, texts: Catalogue, languages: tuple[str, ...]) -> None:
        self._texts = texts
        self._languages = languages

    def mapping(self, data: Mapping[str, Any], shape: Shape, pad: str) -> Iterator[str]:
        ranks = {key: rank for rank, key in enumerate(shape.keys)}
        for key in sorted(data, key=lambda key: (ranks.get(key, len(ranks)), key)):
            value, below = data[key], shape.keys.get(key, _UNKNOWN)
            head = f"{pad}{self._label(key)}:"
            single = self._single(value, below)
            if single is not None:
                yield f"{head} {single}"
            elif isinstance(value, Mapping):
                yield head
                yield from self.mapping(value, below, pad + _STEP)
            else:
                yield head
                yield from self._items(value, below.items or _UNKNOWN, pad + _STEP)

    def _items(self, items: Sequence[Any], shape: Shape, pad: str) -> Iterator[str]:
        for item in items:
            single = self._single(item, shape)
            if single is not None:
                yield f"{pad}- {single}"
            else:
                first, *rest = list(self.mapping(item, shape, pad + _STEP))
                yield f"{pad}- {first.lstrip()}"
                yield from rest

    def _single(self, value: Any, shape: Shape) -> str | None:  # noqa: ANN401 - plain data
        """A value that stands on one line, if it is one."""
        if isinstance(value, Mapping):
            return self._words(value) if shape.type == "text" and value else None
        if isinstance(value, list):
            plain = all(not isinstance(each, Mapping | list) for each in value)
            return ", ".join(map(printable, value)) if plain else None
        return printable(str(value).lower() if isinstance(value, bool) else value)

    def _words(self, text: Mapping[str, str]) -> str:
        words, language = writer(self._texts.language).words(text, self._languages)
        shown = printable(words)
        return shown if language == self._texts.language else f"[{printable(language)}] {shown}"

    def _label(self, key: str) -> str:
        named = f"key.{key}"
        return self._texts.text(named) if self._texts.has(named) else printable(key)
