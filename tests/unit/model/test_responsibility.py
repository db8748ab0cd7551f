"""Responsibility through time, as the data model tells it: one test for each rule and each case."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model.entities import Agency, Commitment
from generator.model.responsibility import (
    Handover,
    Holding,
    default_heirs,
    handovers,
    held_on,
    responsible_agencies,
    supporting_agencies,
    trail,
)
from tests.builders import agency, commitment, day, heir, merged, transfer

MERGER = "2025-03-01"


def known(*agencies: Agency) -> dict[str, Agency]:
    return {each.id: each for each in agencies}


def held(found: Commitment, agencies: dict[str, Agency], on: str) -> tuple[str, ...]:
    return responsible_agencies(found, agencies, day(on)).agencies


def possibly(found: Commitment, agencies: dict[str, Agency], on: str) -> tuple[str, ...]:
    return responsible_agencies(found, agencies, day(on)).possibly


def energy(**keys: object) -> Commitment:
    return commitment("c", **{"signed_on": "2022-12-14", "lead_agency": "old", **keys})


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


# --- transfers ---


def test_a_transfer_overrides_succession() -> None:
    """JETP: the environment ministry became another's, but JETP went to industry and trade."""
    agencies = known(merged("monre", "mae", MERGER), agency("mae"), agency("moit"))
    found = energy(lead_agency="monre", transfers=[transfer(["moit"], "2025-05-22")])
    assert [("monre",), ("mae",), ("mae",), ("moit",)] == [
        held(found, agencies, on) for on in ("2025-02-28", MERGER, "2025-05-21", "2025-05-22")
    ]


def test_on_one_day_the_transfer_comes_last_and_the_stop_over_does_not_show() -> None:
    agencies = known(merged("monre", "mae", MERGER), agency("mae"), agency("moit"))
    found = energy(lead_agency="monre", transfers=[transfer(["moit"], MERGER)])
    assert ("moit",) == held(found, agencies, MERGER)
    assert (Handover(day(MERGER), "transfer", ("monre",), ("moit",)),) == handovers(found, agencies)


def test_one_lead_may_have_two_successors() -> None:
    """Romania: labour went to home affairs by default, social protection to health."""
    agencies = known(merged("molisa", "moha", MERGER), agency("moha"), agency("moh"))
    found = energy(
        lead_agency="molisa", field="labour", transfers=[transfer(["moha", "moh"], MERGER)]
    )
    assert ("moh", "moha") == held(found, agencies, MERGER)
    assert (Handover(day(MERGER), "transfer", ("molisa",), ("moh", "moha")),) == handovers(
        found, agencies
    )


def test_what_was_transferred_before_does_not_follow_the_old_lead() -> None:
    agencies = known(merged("old", "new", MERGER), agency("other"))
    found = energy(transfers=[transfer(["other"], "2024-01-01")])
    assert ("other",) == held(found, agencies, MERGER)


def test_what_was_transferred_follows_the_succession_of_who_received_it() -> None:
    agencies = known(agency("old"), merged("other", "new", MERGER))
    found = energy(transfers=[transfer(["other"], "2024-01-01")])
    assert ("new",) == held(found, agencies, MERGER)


def test_a_transfer_to_an_agency_on_the_day_it_passes_on_stays_with_it() -> None:
    agencies = known(agency("old"), merged("other", "new", MERGER))
    found = energy(transfers=[transfer(["other"], MERGER)])
    assert ("other",) == held(found, agencies, "2030-01-01")


def test_a_transfer_replaces_all_holders() -> None:
    found = energy(
        transfers=[transfer(["a", "b"], "2023-01-01"), transfer(["b", "d"], "2024-01-01")]
    )
    assert ("a", "b") == held(found, {}, "2023-12-31")
    assert ("b", "d") == held(found, {}, "2024-01-01")
    assert Handover(day("2024-01-01"), "transfer", ("a",), ("d",)) == handovers(found, {})[1]


def test_transfers_act_in_order_of_their_dates_and_the_last_of_one_day_holds() -> None:
    found = energy(
        transfers=[
            transfer(["last"], "2024-01-01"),
            transfer(["first"], "2023-01-01"),
            transfer(["really-last"], "2024-01-01"),
        ]
    )
    assert ("first",) == held(found, {}, "2023-01-01")
    assert ("really-last",) == held(found, {}, "2024-01-01")


def test_a_transfer_dated_before_the_record_s_day_acts_on_it() -> None:
    found = energy(transfers=[transfer(["new"], "2020-01-01")])
    assert () == held(found, {}, "2022-12-13")
    assert ("new",) == held(found, {}, "2022-12-14")


def test_a_transfer_to_who_holds_it_already_is_no_change_of_hands() -> None:
    assert () == handovers(energy(transfers=[transfer(["old"], "2023-01-01")]), {})


# --- negotiations ---


def test_while_negotiating_the_lead_holds_it_until_it_ends() -> None:
    agencies = known(merged("old", "new", MERGER))
    found = commitment("c", lead_agency="old")
    assert ("old",) == held(found, agencies, "1990-01-01")
    assert ("old",) == held(found, agencies, "2025-02-28")
    assert ("new",) == held(found, agencies, MERGER)


def test_a_field_that_left_a_living_agency_moves_no_negotiation() -> None:
    agencies = known(agency("old", heir("new", "2023-01-01", "energy")))
    assert ("old",) == held(commitment("c", lead_agency="old"), agencies, "2030-01-01")


def test_nor_does_it_if_the_agency_ends_later() -> None:
    agencies = known(merged("old", "new", MERGER, heir("other", "2023-01-01", "energy")))
    found = commitment("c", lead_agency="old")
    assert ("old",) == held(found, agencies, "2024-01-01")
    assert ("new",) == held(found, agencies, MERGER)


def test_an_agency_that_ended_passes_a_negotiation_on_by_field() -> None:
    agencies = known(merged("old", "rest", MERGER, heir("new", MERGER, "energy")))
    assert ("new",) == held(commitment("c", lead_agency="old"), agencies, MERGER)


def test_a_negotiation_can_be_transferred() -> None:
    found = commitment("c", lead_agency="old", transfers=[transfer(["new"], "2024-01-01")])
    assert [("old",), ("new",)] == [held(found, {}, on) for on in ("2023-12-31", "2024-01-01")]


# --- spans ---


def test_a_span_acts_on_its_last_day_and_may_have_acted_from_its_first() -> None:
    agencies = known(agency("old", heir("new", "2023-05", "energy")))
    expected = {
        "2023-04-30": Holding(("old",), ()),
        "2023-05-01": Holding(("old",), ("new",)),
        "2023-05-30": Holding(("old",), ("new",)),
        "2023-05-31": Holding(("new",), ()),
    }
    assert expected == {on: responsible_agencies(energy(), agencies, day(on)) for on in expected}


def test_a_transfer_by_or_earlier_may_have_been_there_from_the_beginning() -> None:
    found = energy(transfers=[transfer(["new"], "..2025-05-22")])
    assert Holding() == responsible_agencies(found, {}, day("2022-12-13"))
    assert Holding(("old",), ("new",)) == responsible_agencies(found, {}, day("2022-12-14"))
    assert Holding(("new",), ()) == responsible_agencies(found, {}, day("2025-05-22"))


def test_the_lead_may_hold_it_from_the_first_day_of_an_uncertain_signing() -> None:
    found = energy(signed_on="2025-04-14..2025-04-15")
    assert ((), ("old",)) == (held(found, {}, "2025-04-14"), possibly(found, {}, "2025-04-14"))
    assert (("old",), ()) == (held(found, {}, "2025-04-15"), possibly(found, {}, "2025-04-15"))


def test_signed_in_the_month_of_a_succession_both_may_hold_it() -> None:
    agencies = known(merged("old", "new", "2025-03-15"))
    found = energy(signed_on="2025-03")
    assert ("old",) == held(found, agencies, "2025-04-01")
    assert ("new",) == possibly(found, agencies, "2025-04-01")


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


def supporters(found: Commitment, agencies: dict[str, Agency], on: str) -> Holding:
    responsible = responsible_agencies(found, agencies, day(on))
    return supporting_agencies(found, agencies, day(on), responsible)


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
