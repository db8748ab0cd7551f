"""There is always someone who is responsible, and they are there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.checks.contract import Case, Codes, Pair, in_languages, leaves, moments
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model.dates import Date
from generator.model.entities import Agency, Commitment
from generator.model.responsibility import handovers, held_on

CODES = Codes(
    RESP01=Severity.ERROR,
    RESP02=Severity.WARNING,
    RESP03=Severity.ERROR,
    RESP04=Severity.WARNING,
    RESP05=Severity.REVIEW,
)

_ACTS: Mapping[str | int, Sequence[str]] = {
    "reported_by": ("reported_on",),
    "raised_by": ("raised_on",),
    "escalated_to": ("escalated_on",),
    "made_by": ("made_on",),
    "addressed_to": ("made_on",),
    "by": ("replied_on", "responded_on"),
}
"""Who did something, and the date beside it that says when: they must have been there."""


def record(document: Document, case: Case) -> Iterator[Finding]:
    """The agencies of a commitment, on its day and on the day of the check."""
    yield from _acts(document, case)
    commitment = case.record
    if not isinstance(commitment, Commitment) or commitment.moved_to is not None:
        return
    if commitment.ended_on is not None and case.has_come(commitment.ended_on.last):
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
    settings = case.settings
    coordinator = case.agencies.get(settings.coordinating_agency)
    names = coordinator.name if coordinator else {}
    return CODES.finding(
        "RESP02",
        document.at("title"),
        coordinator=settings.coordinating_agency,
        **in_languages("coordinator", names),
    )


def _lead_on_the_day(document: Document, commitment: Commitment, case: Case) -> Iterator[Finding]:
    lead = case.agencies.get(commitment.lead_agency or "")
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
    for holder in _holders(commitment, case):
        agency = case.agencies.get(holder)
        if agency and (limit := _absent_today(agency, case)):
            yield CODES.finding(
                "RESP01",
                document.at("transfers" if commitment.transfers else "lead_agency"),
                agency=holder,
                as_of=case.as_of,
                limit=limit,
                **in_languages("agency", agency.name),
            )


def _holders(commitment: Commitment, case: Case) -> Sequence[str]:
    """Who certainly holds on the day of the check: a step on each day on which that changes."""
    day = commitment.day
    if day is not None and not case.has_come(day.last):
        return ()
    held = [commitment.lead_agency] if commitment.lead_agency else []
    steps = handovers(commitment, case.agencies)
    past = [step for step in steps if case.has_come(step.on)]
    return sorted(held_on(held, past, date.max))


def _absent_today(agency: Agency, case: Case) -> Date | None:
    begins, ends = agency.active_from_on, agency.active_to_on
    if ends and ends.last < date.max and case.has_come(ends.last + timedelta(days=1)):
        return ends
    return begins if begins and not case.has_come(begins.first) else None


def _supporters(document: Document, commitment: Commitment, case: Case) -> Iterator[Finding]:
    for index, support in enumerate(commitment.supporting_agencies):
        begins = support.from_on or commitment.day
        if begins and begins.first > date.min:
            agency = case.agencies.get(support.agency)
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
    told = moments(document, case.schemas)
    for leaf in leaves(document, case.schemas, "ref"):
        for when in _ACTS.get(leaf.path[-1], ()):
            on = told.get((*leaf.path[:-1], when))
            agency = case.agencies.get(leaf.value) if on else None
            if agency and on and (limit := _absent(agency, on)):
                yield CODES.finding(
                    "RESP04",
                    document.at(*leaf.path),
                    agency=agency.id,
                    day=on,
                    limit=limit,
                    **in_languages("agency", agency.name),
                )


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """A lead agency that is another one than was published, and no transfer says so."""
    del case
    was, now = pair.was, pair.now
    if not isinstance(was, Commitment) or not isinstance(now, Commitment) or not pair.after:
        return
    if was.lead_agency and was.lead_agency != now.lead_agency and now.moved_to is None:
        yield CODES.finding(
            "RESP05", pair.after.at("lead_agency"), before=was.lead_agency, after=now.lead_agency
        )
