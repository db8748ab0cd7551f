from generator.metrics.frameworks import frameworks_in_force, frameworks_without_movement
from tests.builders import commitment, partner, snapshot, update

STRATEGIC = {"level": "strategic", "from_on": "2012"}
COMPREHENSIVE = {"level": "comprehensive", "from_on": "2023-09-10"}


def test_a_framework_moves_while_something_under_it_is_recent() -> None:
    found = frameworks_in_force(
        snapshot(
            "2025-12-31",
            partner("new", STRATEGIC),
            partner("reported", STRATEGIC),
            partner("quiet", STRATEGIC),
            partner("nothing", STRATEGIC),
            partner("plain"),
            commitment("n", partners=[{"partner": "new"}], signed_on="2025-07-04"),
            commitment(
                "r",
                partners=[{"partner": "reported"}],
                signed_on="2020-01-01",
                updates=[update("u1", "2025-12-01")],
            ),
            commitment("q", partners=[{"partner": "quiet"}], signed_on="2025-07-03"),
            commitment("to-come", partners=[{"partner": "nothing"}], signed_on="2026-01-01"),
            commitment("negotiated", partners=[{"partner": "nothing"}]),
        )
    )
    assert {"new": True, "nothing": False, "quiet": False, "reported": True} == {
        entry.partner: entry.moves for entry in found
    }
    assert {"new": ("n",), "nothing": (), "quiet": ("q",), "reported": ("r",)} == {
        entry.partner: entry.commitments for entry in found
    }
    figure = frameworks_without_movement(found)
    assert (2, ("nothing", "quiet")) == (figure.value, figure.records)
    assert 4 == len(figure.of)


def test_a_commitment_counts_under_the_framework_of_its_own_day() -> None:
    (found,) = frameworks_in_force(
        snapshot(
            "2025-12-31",
            partner("xb", STRATEGIC, COMPREHENSIVE),
            commitment("old", signed_on="2020-01-01", updates=[update("u1", "2025-12-01")]),
        )
    )
    assert ("comprehensive", (), False) == (found.framework.level, found.commitments, found.moves)
    assert found.last_movement is None


def test_two_frameworks_of_one_level_and_partner_are_kept_apart() -> None:
    green, red = ({"level": "sectoral", "from_on": "2020", "fields": [name]} for name in "gr")
    found = frameworks_in_force(
        snapshot(
            "2025-12-31",
            partner("xb", green, red),
            commitment("g", signed_on="2025-12-01", field="g"),
        )
    )
    assert [(("g",), True), ((), False)] == [(entry.commitments, entry.moves) for entry in found]


def test_a_last_movement_known_to_the_month_may_be_too_old() -> None:
    (found,) = frameworks_in_force(
        snapshot("2025-12-31", partner("xb", STRATEGIC), commitment("c", signed_on="2025-07"))
    )
    assert (True, True) == (found.moves, found.uncertain)
    assert ("xb",) == frameworks_without_movement([found]).left_out
