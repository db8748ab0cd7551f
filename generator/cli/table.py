"""Rows of text in columns."""

from collections.abc import Iterable, Iterator, Sequence

_GAP = "  "


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table of numbers; every row has as many cells as the first.

    The first column stands to the left, numbers to the right.
    """
    cells, widths = _measured(rows)
    for first, *rest in cells:
        numbers = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        yield _GAP.join([f"{first:<{widths[0]}}", *numbers]).rstrip()


def listed(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table of words: all of them to the left."""
    cells, widths = _measured(rows)
    for row in cells:
        padded = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        yield _GAP.join(padded).rstrip()


def _measured(rows: Iterable[Sequence[str]]) -> tuple[list[list[str]], list[int]]:
    cells = [list(row) for row in rows]
    return cells, [max(map(len, column)) for column in zip(*cells, strict=True)]
