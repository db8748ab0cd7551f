"""An agency: what it holds and owes, what it signed, inherited and handed on."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from generator import addresses
from generator.metrics.attention import attention
from generator.metrics.snapshot import AgencyHoldings, Standing
from generator.model.entities import Agency
from generator.pages.book import Book, newest_first
from generator.pages.figures import (
    KeyFigure,
    anchor,
    attention_figures,
    delivery_figures,
    progress_chart,
)
from generator.pages.listing import listing, long_list
from generator.pages.page import Page

_LISTS = ("responsible", "supporting", "signed", "inherited", "handed_on")


def pages(book: Book) -> Iterator[Page]:
    """One page per agency."""
    predecessors = _predecessors(book)
    for agency in book.registry.agencies.values():
        yield from _pages(book, agency, predecessors.get(agency.id, []))


def _pages(book: Book, agency: Agency, predecessors: list[str]) -> Iterator[Page]:
    holdings = book.snapshot.of_agency.get(agency.id) or AgencyHoldings.empty()
    lists: Mapping[str, list[Standing]] = {
        name: newest_first(getattr(holdings, name)) for name in _LISTS
    }
    late = attention(book.snapshot, holdings.responsible)
    standings = book.snapshot.standings
    urgent = {
        name: newest_first(standings[record] for record in figure.records)
        for name, figure in late.items()
        if figure.records
    }
    shown = [name for name in _LISTS if lists[name]]
    yield book.page(
        "agency",
        addresses.agency(agency.id),
        title=_title(book, agency),
        description=book.t("agency.description", agency=book.plain(agency.name)),
        contents=[
            *([("attention", book.t("agency.attention"))] if urgent else []),
            *([("progress", book.t("agency.progress"))] if holdings.responsible else []),
            *((anchor(name), book.t(f"agency.{name}")) for name in shown),
            *([("succession", book.t("agency.succession"))] if agency.succession else []),
            *([("sources", book.t("commitment.sources"))] if agency.sources else []),
        ],
        agency_record=agency,
        predecessors=predecessors,
        figures=[_figure(book, agency, f"agency.{name}", len(lists[name])) for name in _LISTS],
        urgent={
            name: listing(items, addresses.agency_list(agency.id, name))
            for name, items in urgent.items()
        },
        urgent_figures=attention_figures(book, late, addresses.agency(agency.id)),
        delivery=delivery_figures(
            book, holdings.responsible, f"{addresses.agency(agency.id)}#responsible"
        ),
        progress=progress_chart(book, agency.id),
        lists={
            name: listing(lists[name], addresses.agency_list(agency.id, name)) for name in shown
        },
        origins=_origins(lists["inherited"]),
        responsible=len(holdings.responsible),
        ended=bool(agency.active_to_on and agency.active_to_on.last < book.snapshot.as_of),
    )
    for prefix, found in (("attention", urgent), ("agency", lists)):
        for name, items in found.items():
            yield from long_list(
                book,
                items,
                addresses.agency_list(agency.id, name),
                book.plain(agency.name),
                book.t(f"{prefix}.{name}.means"),
            )


def _title(book: Book, agency: Agency) -> str:
    """The agency's name; with its first or last day where another has the same name."""
    name = book.plain(agency.name)
    others = [other for other in book.registry.agencies.values() if other.name == agency.name]
    if len(others) == 1:
        return name
    if agency.active_to_on:
        return book.t("agency.name_until", name=name, date=book.writer.date(agency.active_to_on))
    if agency.active_from_on:
        return book.t("agency.name_since", name=name, date=book.writer.date(agency.active_from_on))
    return name


def _figure(book: Book, agency: Agency, key: str, value: int) -> KeyFigure:
    """A number that leads to its list on the agency's own page."""
    name = key.partition(".")[2]
    address = f"{addresses.agency(agency.id)}#{anchor(name)}"
    return KeyFigure(name, book.t(key), value, address)


def _predecessors(book: Book) -> Mapping[str, list[str]]:
    """Agency to those whose succession names it, with the day."""
    found: dict[str, list[str]] = {}
    for agency in book.registry.agencies.values():
        for entry in agency.succession:
            if agency.id not in found.setdefault(entry.to, []):
                found[entry.to].append(agency.id)
    return found


def _origins(inherited: list[Standing]) -> list[tuple[str, int]]:
    """From whom commitments came, with their number, the most first."""
    givers = sorted(
        giver
        for standing in inherited
        for giver in (standing.handovers[-1].givers or (standing.commitment.lead_agency or "",))
        if standing.handovers
    )
    counted = [(giver, len(list(items))) for giver, items in groupby(givers)]
    return sorted(counted, key=lambda pair: (-pair[1], pair[0]))
