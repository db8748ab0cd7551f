"""The records of a registry, frozen: names and meaning are those of `schema/README.md`.

`None` stands for a key that is absent: not known, or not applicable.  Nothing is
computed here; see `responsibility` and `states` for what follows from the dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.dates import Date, Period

Text = Mapping[str, str]
"""Words in several languages: language code to text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact is published; the record's other parts cite it by `id`."""

    id: str
    url: str | None = None
    document: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: Date | None = None
    retrieved_on: Date | None = None
    language: str | None = None
    translation_of: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A fact that the sources do not state; `key` is a path of keys and ids."""

    key: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A value that only the internal edition shows."""

    key: str
    ground: str
    review_on: Date | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    """One of several values that sources give for the same fact."""

    value: Any
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A fact on which the sources differ: all values are kept."""

    key: str
    values: tuple[DisputedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has."""

    id: str
    schema_version: int = 1
    note: Text | None = None
    visibility: str | None = None
    ground: str | None = None
    review_on: Date | None = None
    silent: bool = False
    public_from_on: Date | None = None
    sources: tuple[Source, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    disputed: tuple[Disputed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every list item with an `id` has; `sources` cites those of its record."""

    id: str
    sources: tuple[str, ...] = ()
    visibility: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of office that reports cover."""

    id: str
    title: Text
    from_on: Date
    to_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """When agencies owe a report; `days_allowed` counts from the end of each period."""

    cycle: str
    days_allowed: int
    first_period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """After how many days something counts as late."""

    stale_days: int
    assignment_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """A key that the publisher withholds in every record of an entity."""

    entity: str
    key: str
    ground: str
    review_on: Date | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """`registry.yml`: who publishes this registry, in which languages, by which rules."""

    title: Text
    publisher: Text
    country: str
    coordinating_agency: str
    site_address: str
    time_zone: str
    languages: tuple[str, ...]
    reporting: Reporting
    limits: Limits
    licence: str
    terms: tuple[Term, ...] = ()
    withhold: tuple[Withholding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Record):
    """A text of the publisher's own, such as `about`; the body is limited Markdown."""

    title: Text
    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of a vocabulary, with its label."""

    code: str
    label: Text
    order: float
    description: Text | None = None
    legal_basis: Text | None = None
    groups: tuple[str, ...] = ()
    reports: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Record):
    """A controlled list of codes."""

    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """Who takes over from an agency, from which day, and what of it."""

    to: str
    from_on: Date
    default: bool = False
    fields: tuple[str, ...] = ()
    functions: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Record):
    """A legal person of the publisher's own country that can hold a commitment."""

    name: Text
    kind: str
    abbreviation: Text | None = None
    other_names: tuple[Text, ...] = ()
    parent: str | None = None
    active_from_on: Date | None = None
    active_to_on: Date | None = None
    contact: Text | None = None
    owners: tuple[str, ...] = ()
    author_domains: tuple[str, ...] = ()
    succession: tuple[Successor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A level of partnership, for all fields or for some."""

    level: str
    sources: tuple[str, ...] = ()
    from_on: Date | None = None
    to_on: Date | None = None
    fields: tuple[str, ...] = ()
    commitment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Record):
    """A country, organisation or company on the other side of commitments."""

    name: Text
    kind: str
    country: str | None = None
    frameworks: tuple[Framework, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Item):
    """A commitment being prepared for an activity."""

    title: Text
    state: str
    partners: tuple[str, ...] = ()
    lead_agency: str | None = None
    field: str | None = None
    due_on: Date | None = None
    commitment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """A visit, summit or signing at which commitments are made."""

    title: Text
    kind: str
    from_on: Date | None = None
    to_on: Date | None = None
    cancelled_on: Date | None = None
    hosts: tuple[str, ...] = ()
    place: Text | None = None
    partners: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()


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
        return {
            "signed": self.signed_on,
            "adopted": self.adopted_on,
            "declared": self.declared_on,
        }[self.basis]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFinding(Item):
    """What a review found."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Item):
    """How an addressee followed an instruction up."""

    by: str
    responded_on: Date
    state: str
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction(Item):
    """What a review ordered, and of whom: agencies, or groups as of the day it was held."""

    kind: str
    text: Text
    addressed_to: tuple[str, ...]
    supporting: tuple[str, ...] = ()
    due_on: Date | None = None
    due_text: Text | None = None
    commitments: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """A meeting of the mechanism; offices only, no persons."""

    title: Text
    kind: str
    held_on: Date
    period: Period | None = None
    place: Text | None = None
    chair: Text | None = None
    presented_by: Text | None = None
    participants: tuple[str, ...] = ()
    findings: tuple[ReviewFinding, ...] = ()
    instructions: tuple[Instruction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Item):
    """A numbered task of a programme."""

    number: int
    kind: str
    title: Text
    lead_agency: str | None = None
    supporting_agencies: tuple[Support, ...] = ()
    due_on: Date | None = None
    due_text: Text | None = None
    updates: tuple[Update, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """A resolution or action programme with numbered tasks."""

    title: Text
    issued_by: str
    period: Period
    tasks: tuple[Task, ...]
    adopted_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """One published figure, shown beside the registry's own and never mixed with it."""

    metric: str
    value: float
    period: Period
    title: Text | None = None
    qualifier: str | None = None
    unit: str | None = None
    compared_with: Period | None = None
    scope: Text | None = None
    stated_by: Text | None = None
    stated_on: Date | None = None
    review: str | None = None
    activity: str | None = None
