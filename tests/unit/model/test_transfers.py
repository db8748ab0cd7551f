"""Transfers, which override succession; negotiations; dates known only as spans."""

from generator.model.responsibility import Handover, Holding, handovers, responsible_agencies
from tests.builders import agency, commitment, day, heir, merged, transfer
from tests.unit.model.holders import MERGER, energy, held, known, possibly

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
