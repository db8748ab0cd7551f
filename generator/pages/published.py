"""Figures that were published at a review or about an activity, as these pages list them.

How each compares with the registry's own is explained on the page of statements.
"""

from dataclasses import dataclass

from generator.metrics import definitions
from generator.metrics.statements import statements
from generator.model.entities import Statement
from generator.pages.book import Book


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure, in words."""

    statement: Statement
    title: str
    value: str


def published(book: Book, *, review: str = "", activity: str = "") -> list[Published]:
    """What was published at a review, or about an activity."""
    known = [beside.statement for beside in statements(book.snapshot)]
    return [
        Published(one, _title(book, one), _value(book, one))
        for one in known
        if (review and one.review == review) or (activity and one.activity == activity)
    ]


def _title(book: Book, statement: Statement) -> str:
    if statement.title:
        return book.plain(statement.title)
    names = {metric.name: metric.title for metric in definitions()}
    if statement.metric in names:
        return book.t(names[statement.metric])
    return statement.metric.replace("_", " ").capitalize()


def _value(book: Book, statement: Statement) -> str:
    value = statement.value
    written = {
        "percent": lambda: book.t("published.percent", value=book.writer.number(value)),
        "ratio": lambda: book.t("published.times", value=book.writer.number(value)),
    }.get(statement.unit or "", lambda: book.writer.number(value))()
    if statement.qualifier is None:
        return written
    return f"{book.t(f'qualifier.{statement.qualifier}')} {written}"
