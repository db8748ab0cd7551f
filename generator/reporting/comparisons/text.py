"""For a person at a terminal."""

from collections.abc import Iterator

from generator.reporting.comparisons.comparison import Comparison


def render(comparison: Comparison) -> str:
    """A paragraph for each record, then what they move."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield comparison.heading()
    for record in comparison.records:
        yield ""
        yield f"{comparison.title(record)}  ({record.entity}/{record.id})"
        yield from (f"    {comparison.sentence(change)}" for change in record.changes)
    for title, lines in comparison.sections():
        yield ""
        yield title
        yield from (f"    {line}" for line in lines)
    for note in comparison.notes():
        yield ""
        yield note
