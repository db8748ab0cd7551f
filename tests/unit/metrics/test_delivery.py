from generator.metrics.delivery import STATUSES, delivery
from tests.builders import commitment, day, snapshot, standings, update


def test_every_active_commitment_has_one_status_and_no_other_has_any() -> None:
    done = [update("u1", "2025-02-01", "completed")]
    found = snapshot(
        "2025-06-01",
        commitment("done", signed_on="2025-01-01", updates=done),
        commitment("ended", signed_on="2025-01-01", ended_on="2025-05-01", updates=done),
        commitment("negotiated", updates=done),
        commitment("silent", signed_on="2025-01-01"),
        commitment("unclear", signed_on="2025-01-01", updates=[update("u1", "2025-02-01")]),
        commitment("uncertain", signed_on="2025-06"),
    )
    figures = delivery(standings(found), day("2025-06-01"))
    assert STATUSES == tuple(figures)
    assert {"completed": ("done",), "not_reported": ("silent",), "not_stated": ("unclear",)} == {
        status: figure.records for status, figure in figures.items() if figure.value
    }
    assert len(found.active) == sum(figure.value or 0 for figure in figures.values())
    assert ("uncertain",) == figures["not_started"].left_out
