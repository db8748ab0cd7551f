"""Figures that were published at a review or about an activity, as these pages list them.

How each compares with the registry's own is explained on the page of statements.
"""

from dataclasses import dataclass
from functools import lru_cache

from generator.metrics import definitions
from generator.metrics.snapshot import Snapshot
from generator.metrics.statements import Beside, statements
from generator.model.entities import Statement
from generator.pages.book import Book


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure, in words."""

    statement: Statement
    title: str
    value: str


@lru_cache(maxsize=4)
def known(snapshot: Snapshot) -> tuple[Beside, ...]:
    """Every statement known by the day beside the registry's own figure, computed once."""
    return statements(snapshot)


def published(book: Book, *, review: str = "", activity: str = "") -> list[Published]:
    """What was published at a review, or about an activity."""
    return [
        Published(one, title(book, one), _value(book, one))
        for one in (beside.statement for beside in known(book.snapshot))
        if (review and one.review == review) or (activity and one.activity == activity)
    ]


def title(book: Book, statement: Statement) -> str:
    """What a statement is about: its own title, else its metric's name."""
    if statement.title:
        return book.plain(statement.title)
    names = {metric.name: metric.title for metric in definitions()}
    if statement.metric in names:
        return book.t(names[statement.metric])
    return statement.metric.replace("_", " ").capitalize()


def _value(book: Book, statement: Statement) -> str:
    written = amount(book, statement.value, statement.unit)
    if statement.qualifier is None:
        return written
    return f"{book.t(f'qualifier.{statement.qualifier}')} {written}"


def amount(book: Book, value: float, unit: str | None) -> str:
    """A published value, or one to stand beside it, in its unit."""
    number = book.writer.number(value)
    if unit == "percent":
        return book.t("published.percent", value=number)
    if unit == "ratio":
        return book.t("published.times", value=number)
    return number
