"""Each agency that ends hands on all that it held, to one that is there to take it."""

from collections.abc import Iterator

from generator.checks.contract import Case, Codes
from generator.checks.relations import cycles
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model.entities import Agency, Successor

CODES = Codes(
    SUC01=Severity.ERROR,
    SUC02=Severity.ERROR,
    SUC03=Severity.ERROR,
    SUC04=Severity.ERROR,
    SUC05=Severity.WARNING,
    SUC06=Severity.WARNING,
)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """What one agency hands on."""
    agency = case.record
    if not isinstance(agency, Agency):
        return
    default = [entry for entry in agency.succession if entry.default]
    if agency.active_to_on is not None and not default:
        yield CODES.finding("SUC02", document.at("active_to_on"), ended=agency.active_to_on)
    for index, entry in enumerate(agency.succession):
        place = ("succession", index)
        if entry.default and agency.active_to_on is None:
            yield CODES.finding("SUC06", document.at(*place, "default"), to=entry.to)
        if not (entry.default or entry.fields or entry.functions):
            yield CODES.finding("SUC05", document.at(*place), to=entry.to)
        yield from _absent_successor(document, place, entry, case)


def _absent_successor(
    document: Document, place: tuple[str | int, ...], entry: Successor, case: Case
) -> Iterator[Finding]:
    successor = case.agencies.get(entry.to)
    if successor is None or not (entry.default or entry.fields):
        return  # unknown: the references check says so; functions move nothing
    begins, ends = successor.active_from_on, successor.active_to_on
    if ends and ends.last < entry.from_on.first:
        yield CODES.finding(
            "SUC03", document.at(*place, "to"), to=entry.to, from_on=entry.from_on, ended=ends
        )
    if begins and begins.first > entry.from_on.last:
        yield CODES.finding(
            "SUC04",
            document.at(*place, "from_on"),
            to=entry.to,
            from_on=entry.from_on,
            begins=begins,
        )


def registry(case: Case) -> Iterator[Finding]:
    """Successions that come back to where they began."""
    graph = {
        agency.id: [entry.to for entry in agency.succession if entry.default or entry.fields]
        for agency in case.agencies.values()
    }
    for cycle in cycles(graph):
        document = case.documents["agencies"][cycle[0]]
        index = next(
            at
            for at, entry in enumerate(case.agencies[cycle[0]].succession)
            if entry.to == cycle[1] and (entry.default or entry.fields)
        )
        yield CODES.finding(
            "SUC01", document.at("succession", index, "to"), cycle=" → ".join(cycle)
        )
