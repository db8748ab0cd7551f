"""Whose a record is: who may be expected to write it."""

from generator.audit.contract import Deed, Step
from generator.model.entities import Agency, Commitment, Programme
from generator.model.responsibility import trail


def owners(deed: Deed, step: Step) -> frozenset[str]:
    """The agencies that a record belonged to when it was changed; empty: the coordinating one's.

    A new record belongs to whom it names.
    """
    record = deed.was or deed.now
    match record:
        case Commitment():
            held = trail(record, step.agencies).on(step.day)
            lead = [record.lead_agency] if record.lead_agency else []
            return frozenset(held.agencies or held.possibly or lead)
        case Programme():
            return frozenset({record.issued_by})
        case Agency():
            return frozenset({record.id})
    return frozenset()


def helpers(deed: Deed) -> frozenset[str]:
    """Agencies that take part in a record: they report their own share."""
    record = deed.was or deed.now
    match record:
        case Commitment():
            lead = {record.lead_agency} if record.lead_agency else set()
            return frozenset({each.agency for each in record.supporting_agencies} | lead)
        case Programme():
            leads = {task.lead_agency for task in record.tasks if task.lead_agency}
            return frozenset(leads)
    return frozenset()


def agencies_of(address: str, step: Step) -> frozenset[str]:
    """The agencies for which somebody with such an address commits, as of the revision."""
    domain = address.rpartition("@")[2].lower().rstrip(".")
    return frozenset(
        agency.id
        for agency in step.agencies.values()
        for own in agency.author_domains
        if domain == own.lower() or domain.endswith(f".{own.lower()}")
    )
