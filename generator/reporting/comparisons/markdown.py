"""For a comment on a pull request: lists in Markdown in which nothing else is markup."""

from collections.abc import Iterator

from generator.reporting.comparisons.comparison import Comparison
from generator.reporting.printable import plain_markdown

_SHOWN = 20
"""Lines that are open: a comment is read on a phone, too, and forges limit its length."""


def render(comparison: Comparison) -> str:
    """A list for each record, then what they move; long lists can be opened."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"### {plain_markdown(comparison.heading())}"
    for record in comparison.records:
        yield ""
        yield f"**{plain_markdown(comparison.title(record))}**"
        yield ""
        yield from _items([comparison.sentence(change) for change in record.changes])
    for title, lines in comparison.sections():
        yield ""
        if len(lines) <= _SHOWN:
            yield f"#### {plain_markdown(title)}"
            yield ""
            yield from _items(lines)
        else:
            yield f"<details><summary>{plain_markdown(title)}</summary>"
            yield ""
            yield from _items(lines)
            yield ""
            yield "</details>"
    for note in comparison.notes():
        yield ""
        yield plain_markdown(note)


def _items(lines: list[str]) -> Iterator[str]:
    return (f"- {plain_markdown(line)}" for line in lines)
