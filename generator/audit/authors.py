"""A record is written by whom it belongs to, and approved by somebody else.

An author's address is a claim.  That makes this a rule against mistakes and open overreach;
who forges addresses is found out by signatures.
"""

from collections.abc import Iterator

from generator.audit.contract import Codes, Notes, Step
from generator.audit.owners import agencies_of, helpers, owners
from generator.errors import Finding, Severity
from generator.history import Person

CODES = Codes(AUD18=Severity.REVIEW, AUD19=Severity.WARNING, AUD20=Severity.REVIEW)


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """Records edited from outside, by nobody's address, or approved by their own authors."""
    del notes
    yield from _outsiders(step)
    yield from _alone(step)


def _outsiders(step: Step) -> Iterator[Finding]:
    coordinator = step.settings.coordinating_agency if step.settings else ""
    unknown: set[str] = set()
    for deed in step.deeds:
        of = owners(deed, step)
        for person in deed.writers:
            writers = agencies_of(person.email, step)
            domain = person.email.rpartition("@")[2] or "?"
            if not writers and domain not in unknown:
                unknown.add(domain)
                yield step.finding(CODES, "AUD19", deed, domain=domain, who=_who(person))
            elif writers and not writers & (of | helpers(deed) | {coordinator}):
                yield step.finding(
                    CODES,
                    "AUD18",
                    deed,
                    who=_who(person),
                    writer=", ".join(sorted(writers)),
                    owner=", ".join(sorted(of)) or coordinator,
                )


def _alone(step: Step) -> Iterator[Finding]:
    """Changes that nobody but their own authors let through.

    Whoever merges a proposal has looked at it.  What was pushed without one has no approval
    to be judged; that it was pushed, the forge's own rules are to forbid.
    """
    if not step.deeds:
        return
    revision = step.revision
    authors = {_who(person) for deed in step.deeds for person in deed.writers}
    approvers = {_who(approval.by) for approval in revision.approvals if approval.counts}
    if revision.merged:
        approvers.add(_who(step.commit.author))
    if approvers and approvers <= authors:
        claimed = sum(not approval.counts for approval in revision.approvals)
        yield step.finding(
            CODES, "AUD20", step.deeds[0], approvers=", ".join(sorted(approvers)), claimed=claimed
        )


def _who(person: Person) -> str:
    return person.email.strip().lower() or person.name
