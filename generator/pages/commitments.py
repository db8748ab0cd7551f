"""All commitments by year, and the lists that figures lead to: by status, by period."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.delivery import delivery
from generator.metrics.snapshot import Standing
from generator.model.dates import Period, quarters
from generator.pages.book import Book, newest_first
from generator.pages.figures import delivery_figures
from generator.pages.listing import listing, whole_list
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The list of all commitments, then one per status and per period."""
    standings = list(book.snapshot.standings.values())
    years: dict[str, list[Standing]] = {}
    for standing in newest_first(standings):
        day = standing.commitment.day
        years.setdefault(str(day.last.year) if day else "", []).append(standing)
    yield book.page(
        "commitments",
        addresses.COMMITMENTS,
        title=book.t("commitments.title"),
        description=book.n("commitments.description", len(standings)),
        contents=[
            (f"year-{year or 'open'}", year or book.t("legal.negotiating")) for year in years
        ],
        years={
            year: listing(items, addresses.commitments_new_in(year) if year else "")
            for year, items in years.items()
        },
        delivery=delivery_figures(book, standings),
        periods=_periods(standings),
    )
    for status, figure in delivery(standings, book.snapshot.as_of).items():
        if not figure.records:
            continue
        yield from whole_list(
            book,
            newest_first(book.snapshot.standings[record] for record in figure.records),
            addresses.commitments_by_status(status),
            book.t(f"status.{status}"),
            book.t(f"status.{status}.means"),
        )
    for period, items in _new_in(standings).items():
        yield from whole_list(
            book,
            newest_first(items),
            addresses.commitments_new_in(period.text),
            book.t("commitments.new_in", period=book.writer.period(period)),
            book.t("commitments.new_in.means"),
        )


def _new_in(standings: list[Standing]) -> dict[Period, list[Standing]]:
    """Quarters and years to the commitments whose day lies wholly in them."""
    found: dict[Period, list[Standing]] = {period: [] for period in _periods(standings)}
    for standing in standings:
        day = standing.commitment.day
        if day is None:
            continue
        for period in (Period.quarter_of(day.last), Period.parse(f"{day.last.year:04}")):
            if period.holds(day):
                found[period].append(standing)
    return found


def _periods(standings: list[Standing]) -> list[Period]:
    """Every quarter and year from the first record's day to the last, the latest first."""
    days = [item.commitment.day for item in standings if item.commitment.day]
    if not days:
        return []
    found = quarters(min(day.last for day in days), max(day.last for day in days))
    years = [Period.parse(str(year)) for year in sorted({quarter.first.year for quarter in found})]
    return sorted([*found, *years], key=lambda period: (period.last, period.text), reverse=True)
