"""What the mechanism does: reviews, programmes, published figures."""

from dataclasses import dataclass

from generator.model.dates import Date, Period
from generator.model.entities.basics import Item, Record, Text
from generator.model.entities.commitments import Support, Update


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
