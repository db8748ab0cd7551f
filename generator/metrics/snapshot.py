"""A registry on one day: what follows for each commitment, computed once for all figures."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import responsibility, states
from generator.model.entities import Commitment, Framework
from generator.model.partnership import frameworks_on
from generator.model.registry import Registry
from generator.model.responsibility import Handover, Holding, Trail
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
    trail: Trail
    """Who was responsible on every other day."""
    open: bool
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
        """The delivery status; without one `not_stated`, and `not_reported` without any update."""
        return self.delivery.reading

    @property
    def no_agency(self) -> bool:
        """Whether nobody is known to have concluded it, or to be responsible."""
        return self.commitment.lead_agency is None and not self.responsible.agencies


class Snapshot:
    """A registry as of a day."""

    def __init__(self, registry: Registry, as_of: date) -> None:
        self.registry = registry
        self.as_of = as_of
        self.grouped: dict[str, Mapping[str, tuple[Standing, ...]]] = {}
        """What `scope.groups` has found so far."""

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
        """The partners' frameworks of the record's day that a commitment hangs under.

        Returns:
            (partner id, framework) pairs, in the commitment's order of partners.
        """
        day = commitment.day
        if day is None:
            return ()
        return tuple(
            (partner, framework)
            for partner in dict.fromkeys(party.partner for party in commitment.partners)
            if partner in self.registry.partners
            for framework in frameworks_on(self.registry.partners[partner], day)
            if not framework.fields or commitment.field in framework.fields
        )

    def _standing(self, commitment: Commitment) -> Standing:
        agencies, as_of = self.registry.agencies, self.as_of
        condition = states.condition(commitment, as_of, self.registry.settings.limits)
        trail = responsibility.trail(commitment, agencies)
        responsible = trail.on(as_of)
        return Standing(
            commitment=commitment,
            active=condition.active,
            legal_status=states.legal_status(commitment, as_of, self.superseded_by),
            delivery=condition.delivery,
            responsible=responsible,
            supporting=responsibility.supporting_agencies(commitment, agencies, as_of, responsible),
            handovers=tuple(step for step in trail.certain if step.on <= as_of),
            trail=trail,
            open=condition.open,
            overdue=condition.overdue,
            stale=condition.stale,
            not_reported=condition.not_reported,
            assignment_not_reported=condition.assignment_not_reported,
            at_risk=condition.at_risk,
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
