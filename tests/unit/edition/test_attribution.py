"""Persons are named in the internal edition alone; the public one says the agency."""

import pytest

from generator.edition import Attribution, Byline
from generator.history import Person
from tests import builders
from tests.builders import day

AGENCIES = {
    each.id: each
    for each in (
        builders.agency("energy", author_domains=["energy.example.org"]),
        builders.agency("grid", author_domains=["grid.energy.example.org"]),
        builders.merged("old", "new", "2025-03-01", author_domains=["shared.example.org"]),
        builders.agency("new", active_from_on="2025-03-01", author_domains=["shared.example.org"]),
        builders.agency("one", author_domains=["both.example.org"]),
        builders.agency("two", author_domains=["both.example.org"]),
        builders.agency("silent", author_domains=["silent.example.org"]),
    )
}
SHOWN = AGENCIES.keys() - {"silent"}


def of(address: str, on: str = "2025-01-31", edition: str = "public") -> Byline:
    return Attribution(AGENCIES, SHOWN, edition).of(Person("Mai", address), day(on))


@pytest.mark.parametrize(
    "address, on, agency",
    [
        ("mai@energy.example.org", "2025-01-31", "energy"),
        ("mai@ENERGY.example.org.", "2025-01-31", "energy"),
        ("mai@solar.energy.example.org", "2025-01-31", "energy"),
        ("mai@x.grid.energy.example.org", "2025-01-31", "grid"),
        ("mai@notenergy.example.org", "2025-01-31", None),
        ("energy.example.org@elsewhere.example", "2025-01-31", None),
        ("", "2025-01-31", None),
        ("mai@shared.example.org", "2025-02-28", "old"),
        ("mai@shared.example.org", "2025-03-01", "new"),
        ("mai@both.example.org", "2025-03-01", None),
        ("mai@silent.example.org", "2025-03-01", None),
    ],
)
def test_the_public_edition_says_the_agency_of_an_address(
    address: str, on: str, agency: str | None
) -> None:
    assert Byline(None, agency) == of(address, on)


def test_the_internal_edition_says_the_person_too() -> None:
    assert Byline(Person("Mai", "m@energy.example.org"), "energy") == of(
        "m@energy.example.org", edition="internal"
    )
