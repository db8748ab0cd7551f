"""Rows of text in columns: the first to the left, numbers to the right."""

from collections.abc import Iterable, Iterator, Sequence

_GAP = "  "


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; every row has as many cells as the first."""
    cells = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *rest in cells:
        numbers = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        yield _GAP.join([f"{first:<{widths[0]}}", *numbers]).rstrip()
