"""Trails over all days, supporting agencies, and those who were told something."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from generator.model.responsibility import (
    Holding,
    default_heirs,
    handovers,
    held_on,
    responsible_agencies,
    trail,
)
from tests.builders import agency, commitment, day, heir, merged, transfer
from tests.unit.model.holders import MERGER, energy, held, known, supporters

# --- the trail ---


def test_a_trail_answers_for_every_day_what_responsible_agencies_does() -> None:
    agencies = known(merged("old", "new", MERGER), agency("new", heir("far", "2025-06", "energy")))
    found = trail(energy(signed_on="2022-12"), agencies)
    for on in ("2022-12-01", "2022-12-31", MERGER, "2025-06-01", "2025-06-30"):
        assert responsible_agencies(found.commitment, agencies, day(on)) == found.on(day(on))


NAMES = some.sampled_from("abcd")
MOMENTS = some.builds(
    lambda year, month: f"{year}-{month:02}-01", some.integers(2020, 2026), some.integers(1, 12)
)
HEIRS = some.builds(
    lambda to, on, fields: heir(to, on, *fields, default=not fields),
    NAMES,
    MOMENTS,
    some.sampled_from([(), ("energy",), ("health",)]),
)
AGENCIES = some.fixed_dictionaries({name: some.lists(HEIRS, max_size=3) for name in "abcd"})
TRANSFERS = some.lists(
    some.builds(transfer, some.lists(NAMES, min_size=1, unique=True), MOMENTS),
    max_size=3,
)


@given(AGENCIES, TRANSFERS, some.one_of(some.none(), MOMENTS), MOMENTS)
def test_whatever_happens_somebody_is_responsible(
    succession: dict[str, list[dict[str, Any]]],
    transfers: list[dict[str, Any]],
    signed_on: str | None,
    on: str,
) -> None:
    """Nothing is ever left without a responsible agency, nor does any history take for ever."""
    agencies = known(
        *(agency(name, *heirs, active_to_on="2024-12-31") for name, heirs in succession.items())
    )
    dates = {"signed_on": signed_on} if signed_on else {}
    found = commitment("c", lead_agency="a", transfers=transfers, **dates)
    steps = handovers(found, agencies)
    days = [step.on for step in steps]
    assert days == sorted(set(days))
    for step in steps:
        before = held_on(["a"], steps, step.on.replace(day=1).fromordinal(step.on.toordinal() - 1))
        assert set(step.givers) <= before
        assert before.isdisjoint(step.takers)
    if signed_on is None or signed_on <= on:
        assert held(found, agencies, on)
    else:
        assert () == held(found, agencies, on)


# --- supporting agencies ---


def test_supporting_agencies_follow_succession_likewise() -> None:
    agencies = known(merged("helper", "new-helper", MERGER))
    found = energy(supporting_agencies=[{"agency": "helper"}])
    assert Holding() == supporters(found, agencies, "2022-12-13")
    assert Holding(("helper",)) == supporters(found, agencies, "2022-12-14")
    assert Holding(("new-helper",)) == supporters(found, agencies, MERGER)


def test_who_is_responsible_does_not_support() -> None:
    agencies = known(merged("old", "new", MERGER), merged("helper", "new", MERGER))
    found = energy(supporting_agencies=[{"agency": "helper"}, {"agency": "other"}])
    assert Holding(("other",)) == supporters(found, agencies, MERGER)


def test_support_begins_and_ends_with_dates_of_its_own() -> None:
    helper = {"agency": "helper", "from_on": "2023-01-01", "to_on": "2023-12-31"}
    found = energy(supporting_agencies=[helper])
    expected = {
        "2022-12-31": (),
        "2023-01-01": ("helper",),
        "2023-12-31": ("helper",),
        "2024-01-01": (),
    }
    assert expected == {on: supporters(found, {}, on).agencies for on in expected}


def test_support_that_began_in_a_span_is_possible_before_it_is_certain() -> None:
    found = energy(supporting_agencies=[{"agency": "helper", "from_on": "2025-07-01..2025-08-14"}])
    assert Holding() == supporters(found, {}, "2025-06-30")
    assert Holding((), ("helper",)) == supporters(found, {}, "2025-07-01")
    assert Holding(("helper",), ()) == supporters(found, {}, "2025-08-14")


def test_support_does_not_begin_before_the_record() -> None:
    found = energy(supporting_agencies=[{"agency": "helper", "from_on": "..2025-05-22"}])
    assert Holding() == supporters(found, {}, "2022-12-13")
    assert Holding((), ("helper",)) == supporters(found, {}, "2022-12-14")


def test_a_new_supporter_does_not_follow_what_was_before_it_helped() -> None:
    agencies = known(agency("helper", heir("far", "2020-01-01", "energy")))
    found = energy(supporting_agencies=[{"agency": "helper"}])
    assert Holding(("helper",)) == supporters(found, agencies, "2030-01-01")


# --- those who were told ---


def test_an_instruction_follows_default_succession_only() -> None:
    agencies = known(merged("old", "new", MERGER, heir("other", MERGER, "energy")))
    assert ("old",) == default_heirs("old", agencies, day("2025-01-03"), day("2025-02-28"))
    assert ("new",) == default_heirs("old", agencies, day("2025-01-03"), day(MERGER))


def test_an_agency_told_after_it_ended_is_not_followed() -> None:
    agencies = known(merged("old", "new", MERGER))
    assert ("old",) == default_heirs("old", agencies, day("2025-04-09"), day("2030-01-01"))
