"""A commitment and all that its record holds."""

from dataclasses import dataclass

from generator.model.dates import Date, Period
from generator.model.entities.basics import Item, Record, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A partner's part in a commitment; `body` acts for it."""

    partner: str
    role: str = "party"
    body: Text | None = None
    from_on: Date | None = None
    to_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """An agency that supports the lead, for a span of time."""

    agency: str
    from_on: Date | None = None
    to_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Item):
    """A hand-over of this record alone: `to` replaces all holders."""

    to: tuple[str, ...]
    from_on: Date
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The order, given after signing, that tells an agency to carry the commitment out."""

    assigned_on: Date
    document: str | None = None
    due_on: Date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """The time that was agreed for implementation."""

    from_on: Date | None = None
    to_on: Date | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Item):
    """A sum of money, in units of `currency` (ISO 4217)."""

    value: float
    currency: str
    what: Text
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Item):
    """A milestone's due date moved; without `to_on` there is no new date."""

    slipped_on: Date
    to_on: Date | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Item):
    """A step on the way; `due_on` stays the first target."""

    title: Text
    due_on: Date | None = None
    completed_on: Date | None = None
    dropped_on: Date | None = None
    weight: float | None = None
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyProject:
    """Why a commitment counts as a key project."""

    category: str
    instruction: str | None = None
    basis: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Item):
    """What was true on `state_on`: a report if it has `reported_by`, else a published fact."""

    state_on: Date
    summary: Text
    delivery_status: str | None = None
    completion_percent: float | None = None
    reported_by: str | None = None
    reported_on: Date | None = None
    period: Period | None = None
    reason: Text | None = None
    corrects: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty(Item):
    """An obstacle, open until `resolved_on`."""

    raised_on: Date
    kind: str
    description: Text
    raised_by: str | None = None
    beyond_authority: bool = False
    escalated_to: str | None = None
    escalated_on: Date | None = None
    handled_by: str | None = None
    resolved_on: Date | None = None
    resolution: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a recommendation."""

    replied_on: Date
    by: str
    decision: str
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Item):
    """What an agency asks another to do."""

    made_on: Date
    made_by: str
    addressed_to: str
    text: Text
    reply: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """What was agreed with partners, who carries it out, and how far it is.

    A tombstone has `moved_to` and little else: it was filed twice.
    """

    title: Text
    content: Text | None = None
    official_title: Text | None = None
    basis: str = "signed"
    instrument_kind: str = "other"
    signed_on: Date | None = None
    adopted_on: Date | None = None
    declared_on: Date | None = None
    approved_on: Date | None = None
    in_force_on: Date | None = None
    ended_on: Date | None = None
    ending: str | None = None
    activity: str | None = None
    place: Text | None = None
    signatory: Text | None = None
    partners: tuple[Party, ...] = ()
    field: str = ""
    other_fields: tuple[str, ...] = ()
    lead_agency: str | None = None
    supporting_agencies: tuple[Support, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    assignment: Assignment | None = None
    implementation: Implementation | None = None
    conditions: Text | None = None
    amounts: tuple[Amount, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    key_project: KeyProject | None = None
    part_of: str | None = None
    implements: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    moved_to: str | None = None
    updates: tuple[Update, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()

    @property
    def day(self) -> Date | None:
        """The record's day: that of its basis; `None` while it is not concluded."""
        if self.basis == "signed":
            return self.signed_on
        return self.adopted_on if self.basis == "adopted" else self.declared_on
