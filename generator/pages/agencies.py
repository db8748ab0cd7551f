"""All agencies: those that act today by kind, then those that ended and who followed them."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.model.entities import Agency
from generator.pages.book import Book
from generator.pages.figures import reporting_chart
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The list of agencies."""
    groups: dict[str, list[Agency]] = {}
    ended: list[Agency] = []
    for identifier in book.by_name("agencies"):
        agency = book.registry.agencies[identifier]
        if agency.active_to_on and agency.active_to_on.last < book.snapshot.as_of:
            ended.append(agency)
        else:
            groups.setdefault(agency.kind, []).append(agency)
    kinds = [code for code in book.registry.codes.get("agency-kinds", {}) if code in groups]
    yield book.page(
        "agencies",
        addresses.AGENCIES,
        title=book.t("agencies.title"),
        description=book.t("agencies.description"),
        contents=[
            *((kind, book.label("agency-kinds", kind)) for kind in kinds),
            ("reporting", book.t("chart.reporting.title")),
            *([("ended", book.t("agencies.ended"))] if ended else []),
        ],
        groups=[(kind, *_parted(book, groups[kind])) for kind in kinds],
        ended=ended,
        holdings=book.snapshot.of_agency,
        reporting_chart=reporting_chart(book),
    )


def _parted(
    book: Book, agencies: Sequence[Agency]
) -> tuple[list[tuple[Agency, list[tuple[str, int]]]], list[Agency]]:
    """Those that hold or concluded anything, with their named counts; and the others."""
    busy, idle = [], []
    for agency in agencies:
        held = book.snapshot.of_agency.get(agency.id)
        if held is None or not (held.responsible or held.signed):
            idle.append(agency)
            continue
        counts = {
            "column.responsible": len(held.responsible),
            "agency.signed": len(held.signed),
            "attention.overdue": sum(item.overdue for item in held.responsible),
            "status.not_reported": sum(item.not_reported for item in held.responsible),
        }
        busy.append((agency, [(book.t(name), count) for name, count in counts.items()]))
    return busy, idle
