import pytest

from generator.metrics.snapshot import Snapshot, Standing
from tests.builders import agency, commitment, heir, merged, partner, snapshot, transfer, update


def ids(standings: list[Standing] | tuple[Standing, ...]) -> list[str]:
    return [standing.id for standing in standings]


def test_every_commitment_but_tombstones_has_its_standing_in_the_order_of_ids() -> None:
    found = snapshot(
        "2025-06-01", commitment("b"), commitment("a"), commitment("old", moved_to="a")
    )
    assert ["a", "b"] == list(found.standings)


def test_active_are_those_that_are_concluded_and_have_not_ended() -> None:
    found = snapshot(
        "2025-06-01",
        commitment("active", signed_on="2025-06-01"),
        commitment("ended", signed_on="2024-01-01", ended_on="2025-01-01"),
        commitment("negotiated"),
        commitment("to-come", signed_on="2025-06"),
    )
    assert ["active"] == ids(found.active)


def test_a_standing_says_what_the_states_say() -> None:
    found = snapshot(
        "2026-01-01",
        agency("lead"),
        commitment(
            "c",
            signed_on="2025-01-01",
            lead_agency="lead",
            implementation={"to_on": "2025-12-31"},
            updates=[update("u1", "2025-02-01", "in_progress")],
        ),
        commitment("later", signed_on="2025-05-01", supersedes=["c"], part_of="c"),
    )
    standing = found.standings["c"]
    assert ("superseded", "in_progress") == (standing.legal_status, standing.status)
    assert (True, True, True) == (standing.active, standing.open, standing.overdue)
    assert (True, True) == (standing.stale, standing.assignment_not_reported)
    assert (False, False) == (standing.not_reported, standing.at_risk)
    assert ("lead",) == standing.responsible.agencies
    assert ["later"] == [part.id for part in found.parts["c"]]


@pytest.fixture
def merger() -> Snapshot:
    """`old` became `new` on 1 March 2025; `other` received one commitment by transfer."""
    return snapshot(
        "2025-06-01",
        merged("old", "new", "2025-03-01"),
        agency("new"),
        agency("other"),
        commitment("kept", signed_on="2025-04-01", lead_agency="new"),
        commitment("merged", signed_on="2024-01-01", lead_agency="old"),
        commitment(
            "moved",
            signed_on="2024-01-01",
            lead_agency="old",
            supporting_agencies=[{"agency": "new"}],
            transfers=[transfer(["other"], "2025-03-01")],
        ),
        commitment(
            "moved-later",
            signed_on="2024-01-01",
            lead_agency="old",
            transfers=[transfer(["other"], "2025-05-01")],
        ),
    )


def test_an_agency_signed_inherited_handed_on_holds_and_supports(merger: Snapshot) -> None:
    old, new, other = (merger.of_agency[name] for name in ("old", "new", "other"))
    assert ["merged", "moved", "moved-later"] == ids(old.signed) == ids(old.handed_on)
    assert [] == ids(old.responsible)
    assert ["kept", "merged"] == ids(new.responsible)
    assert ["merged"] == ids(new.inherited)
    assert ["moved-later"] == ids(new.handed_on)
    assert ["moved"] == ids(new.supporting)
    assert ["moved", "moved-later"] == ids(other.inherited) == ids(other.responsible)


def test_what_passed_through_in_one_day_was_never_held(merger: Snapshot) -> None:
    assert "moved" not in ids(merger.of_agency["new"].handed_on)
    assert 1 == len(merger.standings["moved"].handovers)


def test_changes_of_hands_to_come_are_not_shown() -> None:
    found = snapshot(
        "2025-01-01",
        agency("old", heir("new", "2025-03-01", "energy")),
        commitment("c", signed_on="2024-01-01", lead_agency="old"),
    )
    assert () == found.standings["c"].handovers
    assert ("old",) == found.standings["c"].responsible.agencies


def test_what_came_back_was_not_handed_on() -> None:
    found = snapshot(
        "2025-06-01",
        commitment(
            "c",
            signed_on="2024-01-01",
            lead_agency="a",
            transfers=[transfer(["b"], "2024-06-01"), transfer(["a"], "2025-01-01")],
        ),
    )
    assert [] == ids(found.of_agency["a"].handed_on)
    assert ["c"] == ids(found.of_agency["b"].handed_on)


def test_a_partner_named_twice_has_the_commitment_once() -> None:
    both = [{"partner": "xb"}, {"partner": "xb", "role": "depositary"}, {"partner": "xc"}]
    found = snapshot("2025-06-01", commitment("c", partners=both))
    assert ["c"] == ids(found.of_partner["xb"]) == ids(found.of_partner["xc"])


def test_a_commitment_hangs_under_the_frameworks_of_its_day_by_field() -> None:
    green = {"level": "green", "from_on": "2022", "fields": ["energy"]}
    found = snapshot(
        "2025-06-01",
        partner("xb", {"level": "strategic", "from_on": "2012"}, green),
        commitment("energy", signed_on="2023-01-01"),
        commitment("health", signed_on="2023-01-01", field="health"),
        commitment("before", signed_on="2011-01-01"),
        commitment("negotiated"),
        commitment("unknown", signed_on="2023-01-01", partners=[{"partner": "nobody"}]),
    )
    levels = {
        identifier: [framework.level for _, framework in found.frameworks(standing.commitment)]
        for identifier, standing in found.standings.items()
    }
    assert {
        "before": [],
        "energy": ["green", "strategic"],
        "health": ["strategic"],
        "negotiated": [],
        "unknown": [],
    } == levels
