"""An agency: what it holds and owes, what it signed, inherited and handed on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator import addresses
from generator.metrics.attention import attention
from generator.metrics.snapshot import AgencyHoldings, Standing
from generator.model.entities import Agency
from generator.pages.book import Book, newest_first
from generator.pages.figures import KeyFigure, anchor, progress_chart
from generator.pages.listing import WHOLE, listing, long_list
from generator.pages.page import Page
from generator.pages.past import activity_of_agency

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
    lists["responsible"].sort(key=_pressing)
    late = attention(book.snapshot, holdings.responsible)
    standings = book.snapshot.standings
    urgent = {
        name: sorted((standings[record] for record in figure.records), key=_pressing)
        for name, figure in late.items()
        if figure.records
    }
    shown = [name for name in _LISTS if lists[name]]
    past = activity_of_agency(book, agency.id)
    progress = progress_chart(book, agency.id) if holdings.responsible else None
    yield book.page(
        "agency",
        addresses.agency(agency.id),
        title=_title(book, agency),
        description=book.t("agency.description", agency=book.plain(agency.name)),
        contents=[
            *([("attention", book.t("agency.attention"))] if urgent else []),
            *((anchor(name), book.t(f"agency.{name}")) for name in shown[:1]),
            *([("progress", book.t("agency.progress"))] if progress else []),
            *((anchor(name), book.t(f"agency.{name}")) for name in shown[1:]),
            *([("succession", book.t("agency.succession"))] if agency.succession else []),
            *([past.contents] if past else []),
            *([("sources", book.t("commitment.sources"))] if agency.sources else []),
        ],
        agency_record=agency,
        past=past,
        predecessors=predecessors,
        figures=[_figure(book, agency, name, len(lists[name])) for name in shown],
        urgent=[
            _urgent(book, agency, name, urgent.get(name, []))
            for name in late
            if urgent and name != "no_agency"
        ],
        progress=progress,
        lists={
            name: listing(lists[name], addresses.agency_list(agency.id, name)) for name in shown
        },
        above=_above(lists),
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


def _pressing(standing: Standing) -> tuple[object, ...]:
    """What waits for its agency first: late, stuck, silent; and of these the oldest."""
    day = standing.commitment.day
    return (
        not standing.overdue,
        not standing.at_risk,
        not standing.stale,
        not standing.not_reported,
        not standing.assignment_not_reported,
        day.last.isoformat() if day else "9999",
        standing.id,
    )


def _above(lists: Mapping[str, list[Standing]]) -> frozenset[str]:
    """The lists of which nothing is left to say once the first was read."""
    answered = {standing.id for standing in lists["responsible"]}
    return frozenset(
        name
        for name in ("signed", "inherited")
        if all(standing.id in answered for standing in lists[name])
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


def _figure(book: Book, agency: Agency, name: str, value: int) -> KeyFigure:
    """A number that leads to its list on the agency's own page."""
    address = f"{addresses.agency(agency.id)}#{anchor(name)}"
    return KeyFigure(name, book.t(f"agency.{name}"), value, address)


def _urgent(book: Book, agency: Agency, name: str, items: Sequence[Standing]) -> KeyFigure:
    """A number that leads to its own list if that is long, else to the table that marks each."""
    own = addresses.agency_list(agency.id, name)
    address = own if len(items) > WHOLE else f"{addresses.agency(agency.id)}#responsible"
    return KeyFigure(name, book.t(f"attention.{name}"), len(items), address)


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
