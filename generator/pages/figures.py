"""Key figures and charts as parts of pages: each leads to the records behind it."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.charts import delivery, new, progress
from generator.charts.contract import Chart
from generator.metrics.delivery import STATUSES
from generator.metrics.snapshot import Standing
from generator.pages.book import Book

ATTENTION: dict[str, Callable[[Standing], bool]] = {
    "overdue": lambda item: item.overdue,
    "at_risk": lambda item: item.at_risk,
    "stale": lambda item: item.stale,
    "not_reported": lambda item: item.not_reported,
    "assignment_not_reported": lambda item: item.assignment_not_reported,
    "no_agency": lambda item: item.commitment.lead_agency is None and not item.responsible.agencies,
}
"""What needs attention, the most pressing first: name of the list to who is on it."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number, what it counts, and where its records are listed."""

    name: str
    label: str
    value: int
    address: str


def attention_figures(book: Book, items: Iterable[Standing] | None = None) -> list[KeyFigure]:
    """How many commitments need attention, by reason."""
    among = list(book.snapshot.standings.values() if items is None else items)
    return [
        KeyFigure(
            name,
            book.t(f"attention.{name}"),
            sum(map(belongs, among)),
            f"{addresses.ATTENTION}#{name.replace('_', '-')}",
        )
        for name, belongs in ATTENTION.items()
    ]


def delivery_figures(book: Book, items: Iterable[Standing]) -> list[KeyFigure]:
    """How many commitments have each delivery status; those that none has are left out."""
    counted = Counter(item.status for item in items)
    return [
        KeyFigure(
            status,
            book.t(f"status.{status}"),
            counted[status],
            addresses.commitments_by_status(status),
        )
        for status in STATUSES
        if counted[status]
    ]


def chart(book: Book, name: str) -> Markup:
    """A chart of the whole registry, `delivery` or `new`, as a figure."""
    snapshot = book.snapshot
    if name == "delivery":
        return _figure(book, delivery.draw(delivery.series(snapshot.active), book.language))
    numbers = new.series(snapshot, snapshot.standings.values())
    return _figure(book, new.draw(numbers, book.language))


def progress_chart(book: Book, agency: str) -> Markup:
    """What an agency was responsible for over time, as a figure."""
    numbers = progress.series(book.snapshot, agency)
    return _figure(book, progress.draw(numbers, book.language, f"progress-{agency}"))


def _figure(book: Book, chart: Chart | None) -> Markup:
    """A chart as an accessible figure; its drawings and its table become files of the site."""
    if chart is None:
        return Markup()
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
