"""Agencies that ended, and which agencies answer for their commitments now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.metrics.snapshot import AgencyHoldings, Standing
from generator.model.dates import Date
from generator.model.entities import Agency, Successor
from generator.pages.book import Book
from generator.pages.figures import KeyFigure, flow_chart
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Flow:
    """How many commitments of an ended agency another one answers for now."""

    to: str
    commitments: int
    transferred: int
    """Of these, those that left the ended agency's line by a transfer of their own."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An agency that ended, who followed it by law, and where its commitments are."""

    agency: Agency
    on: Date
    succession: tuple[Successor, ...]
    """Only entries that move commitments: the default one first."""
    held: int
    flows: tuple[Flow, ...]
    """The most commitments first."""
    nobody: int
    """Commitments that no agency answers for now: an error of the registry."""


def pages(book: Book) -> Iterator[Page]:
    """The page of agencies that ended."""
    as_of = book.snapshot.as_of
    agencies = (book.registry.agencies[name] for name in book.by_name("agencies"))
    ended = [
        _ended(book, agency, agency.active_to_on)
        for agency in agencies
        if agency.active_to_on and agency.active_to_on.last < as_of
    ]
    held = sorted((item for item in ended if item.held), key=lambda item: -item.held)
    empty = sorted((item for item in ended if not item.held), key=lambda item: item.on)
    moved = {
        standing.id
        for item in held
        for standing in book.snapshot.of_agency[item.agency.id].handed_on
    }
    yield book.page(
        "ended",
        addresses.ENDED_AGENCIES,
        title=book.t("agencies.ended"),
        description=book.t("ended.description"),
        contents=[
            *([("moved", book.t("ended.moved"))] if held else []),
            *([("without", book.t("ended.without"))] if empty else []),
        ],
        chart=flow_chart(book),
        figures=[
            KeyFigure(
                name, book.t(f"ended.figure.{name}"), value, f"{addresses.ENDED_AGENCIES}#{at}"
            )
            for name, value, at in (
                ("held", len(held), "moved"),
                ("commitments", len(moved), "moved"),
                ("without", len(empty), "without"),
            )
        ],
        held=held,
        empty=empty,
    )


def _ended(book: Book, agency: Agency, on: Date) -> Ended:
    holdings = book.snapshot.of_agency.get(agency.id) or AgencyHoldings.empty()
    moving = [entry for entry in agency.succession if entry.default or entry.fields]
    return Ended(
        agency,
        on,
        tuple(sorted(moving, key=lambda entry: not entry.default)),
        len(holdings.handed_on),
        _flows(agency.id, holdings.handed_on),
        sum(1 for standing in holdings.handed_on if not standing.responsible.agencies),
    )


def _flows(giver: str, standings: Sequence[Standing]) -> tuple[Flow, ...]:
    """Who holds now what an agency once held."""
    every: Counter[str] = Counter()
    transferred: Counter[str] = Counter()
    for standing in standings:
        later = _after(giver, standing)
        for holder in standing.responsible.agencies:
            every[holder] += 1
            transferred[holder] += "transfer" in later
    flows = (Flow(to, number, transferred[to]) for to, number in every.items())
    return tuple(sorted(flows, key=lambda flow: (-flow.commitments, flow.to)))


def _after(giver: str, standing: Standing) -> set[str]:
    """The kinds of the changes of hands from the day on which an agency gave a commitment away."""
    gave = [step.on for step in standing.handovers if giver in step.givers]
    return {step.kind for step in standing.handovers if gave and step.on >= gave[-1]}
