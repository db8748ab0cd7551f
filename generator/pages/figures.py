"""Key figures and charts as parts of pages: each leads to the records behind it."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from markupsafe import Markup

from generator import addresses
from generator.charts import (
    first_progress,
    flow,
    groups,
    milestones,
    new,
    new_by_field,
    progress,
    reporting,
)
from generator.charts.contract import Chart
from generator.charts.sheet import SHAPES
from generator.metrics.contract import Figure
from generator.metrics.delivery import delivery as delivery_by_status
from generator.metrics.snapshot import Snapshot, Standing
from generator.pages.book import Book, Deferred

Series = TypeVar("Series")

_FEWEST = 3
_MOST_DRAWINGS = 150
"""Of a whole site: every chart is drawn in two shapes, in every language."""
_OTHERS = 8
"""Charts that are not of one agency."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number, what it counts, and where its records are listed."""

    name: str
    label: str
    value: int
    address: str


def attention_figures(book: Book, figures: Mapping[str, Figure], page: str) -> list[KeyFigure]:
    """How many commitments need attention, by reason, with the lists on a page behind them."""
    return [
        KeyFigure(name, book.t(f"attention.{name}"), len(figure.records), f"{page}#{anchor(name)}")
        for name, figure in figures.items()
    ]


def anchor(name: str) -> str:
    """A name as the anchor of its section."""
    return name.replace("_", "-")


def delivery_figures(book: Book, items: Sequence[Standing], records: str = "") -> list[KeyFigure]:
    """How many commitments have each delivery status; those that none has are left out.

    `records` is where these are listed, if they are not all that the registry has.
    """
    return [
        KeyFigure(
            status,
            book.t(f"status.{status}"),
            len(figure.records),
            records or addresses.commitments_by_status(status),
        )
        for status, figure in delivery_by_status(items, book.snapshot.as_of).items()
        if figure.records
    ]


def standing_message(book: Book, figures: Sequence[KeyFigure]) -> str:
    """What counts by status come to, in a sentence: of how many nothing is known."""
    total = sum(figure.value for figure in figures)
    silent = sum(figure.value for figure in figures if figure.name == "not_reported")
    if silent in (0, total):
        return book.n("standing.none" if silent else "standing.all", total)
    return book.n("standing.some", silent, total=book.writer.number(total))


def new_chart(book: Book) -> Deferred:
    """New commitments of each quarter, as a figure."""
    snapshot = book.snapshot
    return _deferred(
        book,
        "new",
        lambda: new.series(snapshot, snapshot.standings.values()),
        lambda numbers: new.draw(numbers, book.language),
    )


def fields_chart(book: Book) -> Deferred:
    """Active commitments of each field and how far they are, as a figure."""
    return _deferred(
        book,
        "fields",
        lambda: groups.series(book.snapshot, "field"),
        lambda numbers: groups.draw(numbers, book.language, "fields"),
    )


def partners_chart(book: Book) -> Deferred:
    """Active commitments of the largest partners and how far they are, as a figure."""
    return _deferred(
        book,
        "partners",
        lambda: groups.series(book.snapshot, "partner"),
        lambda numbers: groups.draw(numbers, book.language, "partners"),
    )


def new_by_field_chart(book: Book) -> Deferred:
    """New commitments of each year in each field, as a figure."""
    return _deferred(
        book,
        "new_by_field",
        lambda: new_by_field.series(book.snapshot),
        lambda numbers: new_by_field.draw(numbers, book.language),
    )


def first_progress_chart(book: Book) -> Deferred:
    """How long it takes to the first published progress, as a figure."""
    return _deferred(
        book,
        "first_progress",
        lambda: first_progress.series(book.snapshot),
        lambda numbers: first_progress.draw(numbers, book.language),
    )


def reporting_chart(book: Book) -> Deferred:
    """Reports due by agency and period, as a figure."""
    return _deferred(
        book,
        "reporting",
        lambda: reporting.series(book.snapshot),
        lambda numbers: reporting.draw(numbers, book.language),
        lambda numbers: reporting.why_not(numbers, book.language),
    )


def projects_chart(book: Book) -> Deferred:
    """The milestones of key projects through time, as a figure."""
    return _deferred(
        book,
        "milestones",
        lambda: milestones.series(book.snapshot),
        lambda numbers: milestones.draw(numbers, book.language),
    )


def flow_chart(book: Book) -> Deferred:
    """Which agencies hold what others concluded, as a figure."""
    return _deferred(
        book,
        "flow",
        lambda: flow.series(book.snapshot),
        lambda numbers: flow.draw(numbers, book.language),
    )


def progress_chart(book: Book, agency: str) -> Deferred | None:
    """What an agency was responsible for over time, as a figure; nothing where it is too little."""
    if agency not in _drawn(book.snapshot):
        return None
    return _deferred(
        book,
        "progress",
        lambda: (f"progress-{agency}", progress.series(book.snapshot, agency)),
        lambda named: progress.draw(named[1], book.language, named[0]),
    )


@lru_cache(maxsize=4)
def _drawn(snapshot: Snapshot) -> frozenset[str]:
    """The agencies with the most commitments: a drawing of one or two says less than their list."""
    sizes = {
        agency: len(holdings.signed) + len(holdings.inherited)
        for agency, holdings in snapshot.of_agency.items()
    }
    worth = sorted((-size, agency) for agency, size in sizes.items() if size >= _FEWEST)
    languages = len(snapshot.registry.settings.languages)
    most = max(_MOST_DRAWINGS // (len(SHAPES) * languages) - _OTHERS, 0)
    return frozenset(agency for _, agency in worth[:most])


def _deferred(
    book: Book,
    name: str,
    series: Callable[[], Series],
    draw: Callable[[Series], Chart | None],
    why_not: Callable[[Series], str] | None = None,
) -> Deferred:
    """A chart as a figure, or the words for why there is none.

    What is drawn, or said, must follow from the series and the language alone.
    """

    def made() -> Markup:
        numbers = series()
        chart = book.drawn(lambda: draw(numbers), name, numbers)
        if chart is not None:
            return _figure(book, chart)
        words = why_not(numbers) if why_not else book.t(f"chart.{name}.empty")
        return Markup('<p class="empty">{}</p>').format(words)

    return Deferred(made, lambda: (name, series()))


def _figure(book: Book, chart: Chart) -> Markup:
    """A chart as an accessible figure; its drawings and its table become files of the site."""
    book.files |= {
        f"charts/{chart.name}-{drawing.name}.svg": drawing.svg for drawing in chart.drawings
    }
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerows([chart.header, *([_harmless(cell) for cell in row] for row in chart.rows)])
    book.files[f"charts/{chart.name}.csv"] = table.getvalue().encode("utf-8-sig")
    return book.render("parts/chart.html", chart=chart)


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
