"""Responsibility by succession, as the data model tells it: one test for each rule and case."""

from itertools import pairwise

import pytest

from generator.model.responsibility import Handover, Holding, handovers, responsible_agencies
from tests.builders import agency, commitment, day, heir, merged, transfer
from tests.unit.model.holders import MERGER, energy, held, known

# --- the lead ---


def test_the_lead_holds_it_from_the_record_s_day() -> None:
    agencies = known(agency("old"))
    assert () == held(energy(), agencies, "2022-12-13")
    assert ("old",) == held(energy(), agencies, "2022-12-14")
    assert ("old",) == held(energy(), agencies, "2030-01-01")


def test_without_a_lead_or_a_transfer_nobody_is_responsible() -> None:
    assert Holding() == responsible_agencies(
        commitment("c", signed_on="2022"), {}, day("2025-01-01")
    )


def test_a_transfer_gives_a_holder_to_what_had_no_lead() -> None:
    found = commitment("c", signed_on="2022-01-01", transfers=[transfer(["new"], "2023-01-01")])
    assert () == held(found, {}, "2022-12-31")
    assert ("new",) == held(found, {}, "2023-01-01")


def test_an_agency_that_the_registry_does_not_hold_keeps_what_it_was_given() -> None:
    assert ("old",) == held(energy(), {}, "2030-01-01")


# --- succession ---


def test_an_agency_that_ended_passes_on_to_its_default_successor() -> None:
    agencies = known(merged("old", "new", MERGER), agency("new"))
    assert ("old",) == held(energy(), agencies, "2025-02-28")
    assert ("new",) == held(energy(), agencies, "2025-03-01")
    assert (Handover(day(MERGER), "succession", ("old",), ("new",)),) == handovers(
        energy(), agencies
    )


def test_the_planning_ministry_s_science_goes_to_finance_when_no_field_went_elsewhere() -> None:
    """NVIDIA: the field is science, but the ministry as a whole became part of another."""
    agencies = known(merged("mpi", "mof", MERGER), agency("mof"), agency("most"))
    found = energy(lead_agency="mpi", field="science_technology_innovation")
    assert ("mof",) == held(found, agencies, MERGER)


def test_a_province_passes_on_like_a_ministry() -> None:
    """Hung Yen-WHA: the new province has its own id under the old name."""
    province = {"kind": "province"}
    agencies = known(
        merged("p-hung-yen", "p-hung-yen-2025", "2025-07-01", **province),
        agency("p-hung-yen-2025", active_from_on="2025-07-01", **province),
    )
    found = energy(signed_on="2025-05-16", lead_agency="p-hung-yen")
    assert ("p-hung-yen",) == held(found, agencies, "2025-06-30")
    assert ("p-hung-yen-2025",) == held(found, agencies, "2025-07-01")


def test_a_province_merged_twice_passes_on_twice() -> None:
    agencies = known(
        merged("first", "second", "2008-08-01"), merged("second", "third", "2025-07-01")
    )
    found = energy(signed_on="2005-01-01", lead_agency="first")
    assert ["first", "second", "second", "third"] == [
        held(found, agencies, on)[0]
        for on in ("2008-07-31", "2008-08-01", "2025-06-30", "2025-07-01")
    ]


def test_a_field_of_its_own_goes_where_the_field_went() -> None:
    agencies = known(
        merged("old", "new", MERGER, heir("health-ministry", MERGER, "health")), agency("new")
    )
    assert ("health-ministry",) == held(energy(field="health"), agencies, MERGER)
    assert ("new",) == held(energy(field="energy"), agencies, MERGER)


def test_a_field_split_in_two_goes_to_both() -> None:
    agencies = known(
        merged("old", "rest", MERGER, heir("b", MERGER, "energy"), heir("a", MERGER, "energy"))
    )
    assert ("a", "b") == held(energy(), agencies, MERGER)


def test_other_fields_of_a_commitment_move_nothing() -> None:
    agencies = known(merged("old", "new", MERGER, heir("health-ministry", MERGER, "health")))
    assert ("new",) == held(energy(other_fields=["health"]), agencies, MERGER)


def test_a_living_agency_passes_on_the_field_that_left_it_and_nothing_else() -> None:
    agencies = known(agency("old", heir("new", "2023-01-01", "energy")), agency("new"))
    assert ("new",) == held(energy(), agencies, "2023-01-01")
    assert ("old",) == held(energy(field="health"), agencies, "2030-01-01")


def test_a_default_entry_of_a_living_agency_moves_nothing() -> None:
    agencies = known(agency("old", heir("new", "2023-01-01", default=True)))
    assert ("old",) == held(energy(), agencies, "2030-01-01")


def test_functions_inform_and_move_nothing() -> None:
    licences = {"to": "police", "from_on": MERGER, "functions": {"en": "driving licences"}}
    agencies = known(merged("old", "new", MERGER, licences))
    assert ("new",) == held(energy(), agencies, MERGER)


def test_an_agency_passes_on_only_what_it_held_before_the_field_left() -> None:
    """The field left in 2020; what the agency signed since then in that field is its own."""
    agencies = known(merged("old", "new", MERGER, heir("other", "2020-01-01", "energy")))
    assert ("old",) == held(energy(), agencies, "2025-02-28")
    assert ("new",) == held(energy(), agencies, MERGER)
    assert ("other",) == held(energy(signed_on="2019-01-01"), agencies, "2021-01-01")


def test_what_is_signed_on_the_day_of_succession_was_not_held_before_it() -> None:
    agencies = known(merged("old", "new", MERGER))
    found = energy(signed_on=MERGER)
    assert ("old",) == held(found, agencies, MERGER)
    assert ("old",) == held(found, agencies, "2030-01-01")


def test_a_lead_that_ended_before_the_record_s_day_stays_and_shows() -> None:
    """The check on inactive holders names it; nothing is guessed."""
    agencies = known(merged("old", "new", MERGER))
    assert ("old",) == held(energy(signed_on="2025-06-01"), agencies, "2030-01-01")


# --- chains ---


def test_a_chain_on_one_day_is_followed_to_its_end() -> None:
    agencies = known(
        merged("old", "middle", MERGER), merged("middle", "new", MERGER), agency("new")
    )
    assert ("old",) == held(energy(), agencies, "2025-02-28")
    assert ("new",) == held(energy(), agencies, MERGER)
    assert (Handover(day(MERGER), "succession", ("old",), ("new",)),) == handovers(
        energy(), agencies
    )


def test_two_holders_that_merge_into_a_chain_leave_nobody_behind() -> None:
    agencies = known(
        merged("a", "middle", MERGER),
        merged("b", "middle", MERGER),
        merged("middle", "new", MERGER),
    )
    found = energy(transfers=[transfer(["a", "b"], "2023-01-01")])
    assert ("a", "b") == held(found, agencies, "2025-02-28")
    assert ("new",) == held(found, agencies, MERGER)


def test_two_holders_that_merge_become_one() -> None:
    agencies = known(merged("a", "new", MERGER), merged("b", "new", "2025-07-01"))
    found = energy(transfers=[transfer(["a", "b"], "2023-01-01")])
    assert ("b", "new") == held(found, agencies, MERGER)
    assert ("new",) == held(found, agencies, "2025-07-01")


def test_a_chain_over_time_follows_the_field_at_each_step() -> None:
    agencies = known(
        merged("old", "middle", "2023-01-01"),
        merged("middle", "rest", MERGER, heir("new", MERGER, "energy")),
    )
    assert ("middle",) == held(energy(), agencies, "2024-01-01")
    assert ("new",) == held(energy(), agencies, MERGER)


def test_a_successor_does_not_pass_on_by_what_it_did_before() -> None:
    """The successor's own succession of 2023 is behind it when it receives in 2025."""
    agencies = known(
        merged("old", "new", MERGER), agency("new", heir("far", "2023-01-01", "energy"))
    )
    assert ("new",) == held(energy(), agencies, "2030-01-01")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_cycle_on_one_day_ends_where_it_closes(size: int) -> None:
    names = ["old", "b", "c"][:size]
    following = pairwise([*names, "old"])
    agencies = known(*(merged(name, to, MERGER) for name, to in following))
    assert ("old",) == held(energy(), agencies, "2030-01-01")


def test_a_cycle_with_a_way_out_leaves_by_it() -> None:
    agencies = known(
        agency("old", heir("b", MERGER, "energy")),
        agency("b", heir("old", MERGER, "energy"), heir("new", MERGER, "energy")),
    )
    assert ("new",) == held(energy(), agencies, MERGER)


def test_a_cycle_over_time_goes_round_once() -> None:
    agencies = known(
        agency("old", heir("b", "2023-01-01", "energy")),
        agency("b", heir("old", "2024-01-01", "energy")),
    )
    assert [("b",), ("old",), ("old",)] == [
        held(energy(), agencies, on) for on in ("2023-01-01", "2024-01-01", "2030-01-01")
    ]


def test_many_successors_that_split_and_merge_on_one_day_take_no_time() -> None:
    layers = [
        agency(
            f"{side}{depth}",
            heir(f"a{depth + 1}", MERGER, "energy"),
            heir(f"b{depth + 1}", MERGER, "energy"),
        )
        for depth in range(200)
        for side in "ab"
    ]
    assert ("a200", "b200") == held(energy(lead_agency="a0"), known(*layers), MERGER)
