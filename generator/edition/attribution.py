"""What an edition says of who made a commit: persons are named in the internal edition alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from generator.history import Person
from generator.model.entities import Agency


@dataclass(frozen=True, slots=True)
class Byline:
    """Who did something, as far as it is known and may be said."""

    person: Person | None
    agency: str | None
    """The id of the agency that the person's address belongs to."""


class Attribution:
    """Tells whose a commit is; an address is a claim, and so is what follows from it."""

    def __init__(
        self, agencies: Mapping[str, Agency], shown: Collection[str], edition: str
    ) -> None:
        """An edition's.

        Args:
            agencies: all of them by id, with their `author_domains`, which are internal.
            shown: the ids of those that the edition shows.
            edition: `internal` names persons; anything else is the public edition.
        """
        self._domains = [
            (domain.lower().strip("."), agency)
            for agency in agencies.values()
            for domain in agency.author_domains
        ]
        self._shown = shown
        self._names_persons = edition == "internal"

    def of(self, person: Person, day: date) -> Byline:
        """Who is said to have done something.

        Args:
            person: as the commit names them.
            day: when: of agencies that share a domain, the one that existed then is meant.
        """
        agency = self._agency(person.email.rpartition("@")[2].lower().rstrip("."), day)
        return Byline(
            person if self._names_persons else None, agency if agency in self._shown else None
        )

    def _agency(self, domain: str, day: date) -> str | None:
        """The one agency with the longest domain that fits; several are none."""
        fitting = [
            (own, agency)
            for own, agency in self._domains
            if domain == own or domain.endswith(f".{own}")
        ]
        longest = max((len(own) for own, _ in fitting), default=0)
        named = [agency for own, agency in fitting if len(own) == longest]
        if len(named) > 1:
            named = [agency for agency in named if _existed(agency, day)]
        return named[0].id if len(named) == 1 else None


def _existed(agency: Agency, day: date) -> bool:
    begun = agency.active_from_on is None or agency.active_from_on.first <= day
    return begun and (agency.active_to_on is None or agency.active_to_on.last >= day)
