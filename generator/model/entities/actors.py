"""Who makes commitments, and where: agencies, partners, high-level activities."""

from dataclasses import dataclass

from generator.model.dates import Date
from generator.model.entities.basics import Item, Record, Text


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
