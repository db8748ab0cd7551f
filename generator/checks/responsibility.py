"""There is always someone who is responsible, and they are there."""

from collections.abc import Iterator
from datetime import date

from generator.checks.contract import Case, Codes, in_languages
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import states
from generator.model.dates import Date
from generator.model.entities import Agency, Commitment
from generator.model.responsibility import responsible_agencies

CODES = Codes(
    RESP01=Severity.ERROR,
    RESP02=Severity.WARNING,
    RESP03=Severity.ERROR,
    RESP04=Severity.WARNING,
)

_ACTS = (
    ("reported_by", "reported_on"),
    ("raised_by", "raised_on"),
    ("escalated_to", "escalated_on"),
    ("made_by", "made_on"),
    ("addressed_to", "made_on"),
    ("by", "replied_on"),
    ("by", "responded_on"),
)
"""Who did something, and when: they must have been there."""


def record(document: Document, case: Case) -> Iterator[Finding]:
    """The agencies of a commitment, on its day and on the day of the check."""
    yield from _acts(document, case)
    commitment = case.records.get(document.path)
    if not isinstance(commitment, Commitment) or commitment.moved_to is not None:
        return
    if states.has_ended(commitment, case.as_of):
        return
    if commitment.lead_agency is None and not commitment.transfers:
        yield _nobody(document, case)
    yield from _lead_on_the_day(document, commitment, case)
    yield from _holders_today(document, commitment, case)
    yield from _supporters(document, commitment, case)


def _absent(agency: Agency | None, on: Date) -> Date | None:
    """The date that says that an agency certainly was not there on a day."""
    if agency is None:
        return None  # unknown: the references check says so
    if agency.active_to_on and agency.active_to_on.last < on.first:
        return agency.active_to_on
    if agency.active_from_on and agency.active_from_on.first > on.last:
        return agency.active_from_on
    return None


def _nobody(document: Document, case: Case) -> Finding:
    settings = case.registry.settings
    coordinator = case.registry.agencies.get(settings.coordinating_agency)
    names = coordinator.name if coordinator else {}
    return CODES.finding(
        "RESP02",
        document.at("title"),
        coordinator=settings.coordinating_agency,
        **in_languages("coordinator", names),
    )


def _lead_on_the_day(document: Document, commitment: Commitment, case: Case) -> Iterator[Finding]:
    lead = case.registry.agencies.get(commitment.lead_agency or "")
    if lead and commitment.day and (limit := _absent(lead, commitment.day)):
        yield CODES.finding(
            "RESP03",
            document.at("lead_agency"),
            agency=lead.id,
            day=commitment.day,
            limit=limit,
            **in_languages("agency", lead.name),
        )


def _holders_today(document: Document, commitment: Commitment, case: Case) -> Iterator[Finding]:
    today = Date.of(case.as_of)
    for holder in responsible_agencies(commitment, case.registry.agencies, case.as_of).agencies:
        agency = case.registry.agencies.get(holder)
        if agency and (limit := _absent(agency, today)):
            yield CODES.finding(
                "RESP01",
                document.at("transfers" if commitment.transfers else "lead_agency"),
                agency=holder,
                as_of=case.as_of,
                limit=limit,
                **in_languages("agency", agency.name),
            )


def _supporters(document: Document, commitment: Commitment, case: Case) -> Iterator[Finding]:
    for index, support in enumerate(commitment.supporting_agencies):
        begins = support.from_on or commitment.day
        if begins and begins.first > date.min:
            agency = case.registry.agencies.get(support.agency)
            if agency and (limit := _absent(agency, begins)):
                yield CODES.finding(
                    "RESP03",
                    document.at("supporting_agencies", index),
                    agency=agency.id,
                    day=begins,
                    limit=limit,
                    **in_languages("agency", agency.name),
                )


def _acts(document: Document, case: Case) -> Iterator[Finding]:
    values = {
        leaf.path: leaf.value
        for leaf in case.leaves(document, "ref", "date")
        if isinstance(leaf.value, str)
    }
    for path, value in values.items():
        for who, when in _ACTS:
            # The reply of a recommendation has its own `by`; its day stands beside it.
            day = values.get((*path[:-1], when)) if path[-1] == who else None
            agency = case.registry.agencies.get(value)
            try:
                on = Date.parse(day) if day else None
            except ValueError:
                continue
            if agency and on and (limit := _absent(agency, on)):
                yield CODES.finding(
                    "RESP04",
                    document.at(*path),
                    agency=agency.id,
                    day=on,
                    limit=limit,
                    **in_languages("agency", agency.name),
                )
