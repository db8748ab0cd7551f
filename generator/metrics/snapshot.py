"""A registry on one day: what follows for each commitment, computed once for all figures."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import responsibility, states
from generator.model.entities import Commitment, Framework
from generator.model.registry import Registry
from generator.model.responsibility import Handover, Holding
from generator.model.states import Delivery


@dataclass(frozen=True, slots=True)
class Standing:
    """How one commitment stands on the day."""

    commitment: Commitment
    active: bool
    legal_status: str
    delivery: Delivery
    responsible: Holding
    supporting: Holding
    handovers: tuple[Handover, ...]
    """Changes of hands up to the day."""
    overdue: bool
    stale: bool
    not_reported: bool
    assignment_not_reported: bool
    at_risk: bool

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.commitment.id

    @property
    def status(self) -> str:
        """The delivery status, `not_reported` without any update, `not_stated` if none states one."""
        if self.delivery.status:
            return self.delivery.status
        return "not_stated" if self.delivery.latest else "not_reported"


class Snapshot:
    """A registry as of a day."""

    def __init__(self, registry: Registry, as_of: date) -> None:
        self.registry = registry
        self.as_of = as_of

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Every commitment but tombstones by id, in the order of ids."""
        return {
            commitment.id: self._standing(commitment)
            for commitment in self.registry.commitments.values()
            if commitment.moved_to is None
        }

    @cached_property
    def active(self) -> tuple[Standing, ...]:
        """Commitments that are concluded and have not ended."""
        return tuple(standing for standing in self.standings.values() if standing.active)

    @cached_property
    def superseded_by(self) -> Mapping[str, list[Commitment]]:
        """Id to the commitments that supersede it."""
        found: dict[str, list[Commitment]] = defaultdict(list)
        for commitment in self.registry.commitments.values():
            for old in commitment.supersedes:
                found[old].append(commitment)
        return found

    @cached_property
    def parts(self) -> Mapping[str, list[Commitment]]:
        """Id to the commitments that are part of it."""
        found: dict[str, list[Commitment]] = defaultdict(list)
        for commitment in self.registry.commitments.values():
            if commitment.part_of:
                found[commitment.part_of].append(commitment)
        return found

    @cached_property
    def of_partner(self) -> Mapping[str, list[Standing]]:
        """Partner id to its commitments."""
        found: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings.values():
            for partner in dict.fromkeys(party.partner for party in standing.commitment.partners):
                found[partner].append(standing)
        return found

    @cached_property
    def of_agency(self) -> Mapping[str, "AgencyHoldings"]:
        """Agency id to what it signed, inherited, handed on, holds and supports."""
        found: dict[str, AgencyHoldings] = defaultdict(AgencyHoldings.empty)
        for standing in self.standings.values():
            commitment = standing.commitment
            lead = commitment.lead_agency
            holders = standing.responsible.agencies
            if lead:
                found[lead].signed.append(standing)
            for agency in holders:
                found[agency].responsible.append(standing)
                if agency != lead:
                    found[agency].inherited.append(standing)
            before = {lead} if lead else set()
            before |= {giver for step in standing.handovers for giver in step.givers}
            for agency in sorted(before - set(holders)):
                found[agency].handed_on.append(standing)
            for agency in standing.supporting.agencies:
                found[agency].supporting.append(standing)
        return found

    def frameworks(self, commitment: Commitment) -> tuple[tuple[str, Framework], ...]:
        """The partners' frameworks of the day that a commitment hangs under.

        A framework without fields ends the one before it; one with fields runs beside, for
        commitments of its fields.

        Returns:
            (partner id, framework) pairs, in the commitment's order of partners.
        """
        day = commitment.day
        if day is None:
            return ()
        found: list[tuple[str, Framework]] = []
        for party in commitment.partners:
            partner = self.registry.partners.get(party.partner)
            general: Framework | None = None
            for framework in partner.frameworks if partner else ():
                begun = framework.from_on is None or framework.from_on.has_come(day.last)
                over = framework.to_on is not None and framework.to_on.last < day.first
                if begun and not framework.fields:
                    general = None if over else framework
                elif begun and not over and commitment.field in framework.fields:
                    found.append((party.partner, framework))
            if general:
                found.append((party.partner, general))
        return tuple(found)

    def _standing(self, commitment: Commitment) -> Standing:
        agencies, as_of = self.registry.agencies, self.as_of
        limits = self.registry.settings.limits
        return Standing(
            commitment,
            states.is_active(commitment, as_of),
            states.legal_status(commitment, as_of, self.superseded_by),
            states.delivery(commitment.updates, as_of),
            responsibility.responsible_agencies(commitment, agencies, as_of),
            responsibility.supporting_agencies(commitment, agencies, as_of),
            tuple(
                step for step in responsibility.handovers(commitment, agencies) if step.on <= as_of
            ),
            states.is_overdue(commitment, as_of),
            states.is_stale(commitment, as_of, limits),
            states.is_not_reported(commitment, as_of),
            states.is_assignment_not_reported(commitment, as_of, limits),
            states.is_at_risk(commitment, as_of),
        )


@dataclass(frozen=True, slots=True)
class AgencyHoldings:
    """An agency's commitments on the day, by how it came to them."""

    signed: list[Standing]
    inherited: list[Standing]
    handed_on: list[Standing]
    responsible: list[Standing]
    supporting: list[Standing]

    @classmethod
    def empty(cls) -> "AgencyHoldings":
        """An agency without any."""
        return cls([], [], [], [], [])
