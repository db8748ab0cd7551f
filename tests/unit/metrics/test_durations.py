from typing import Any

import pytest

from generator.metrics.durations import Duration, durations
from generator.model.entities import Commitment
from tests.builders import commitment, day, snapshot, standings, update


def measured(name: str, *made: Commitment, as_of: str = "2025-12-31") -> Duration:
    return durations(standings(snapshot(as_of, *made)), day(as_of))[name]


def signed(identifier: str = "c", **keys: object) -> Commitment:
    return commitment(identifier, **{"signed_on": "2025-01-01", **keys})


def assigned(identifier: str, on: str, **keys: object) -> Commitment:
    return signed(identifier, assignment={"assigned_on": on}, **keys)


def test_the_median_counts_open_ones_as_at_least_so_long() -> None:
    quick = [assigned(f"c{number}", "2025-01-11") for number in range(2)]
    found = measured("days_to_assignment", *quick, assigned("d", "2025-02-01"))
    assert 10 == found.figure.value
    found = measured(
        "days_to_assignment", *quick, *(signed(f"open{number}") for number in range(3))
    )
    assert found.figure.value is None
    assert ("open0", "open1", "open2") == found.open
    assert (("c0", "c1"), 5) == (found.figure.records, len(found.figure.of))
    assert [(10, 5, 2)] == [(step.days, step.at_risk, step.events) for step in found.curve]


@pytest.mark.parametrize(
    "keys,days",
    [
        ({"assignment": {"assigned_on": "2025-01-01"}}, 0),
        ({"assignment": {"assigned_on": "2024-12-01"}}, 0),
        ({"assignment": {"assigned_on": "2025-12-31"}}, 364),
        ({"assignment": {"assigned_on": "2026-01-01"}}, None),
    ],
)
def test_days_to_assignment(keys: dict[str, Any], days: int | None) -> None:
    assert days == measured("days_to_assignment", signed(**keys)).figure.value


@pytest.mark.parametrize(
    "updates,days",
    [
        ([update("u1", "2025-01-31", "in_progress")], 30),
        ([update("u1", "2025-01-31", "not_started"), update("u2", "2025-03-02", "completed")], 60),
        ([update("u1", "2025-01-31", completion_percent=0)], None),
        ([update("u1", "2025-01-31", completion_percent=1)], 30),
        ([update("u1", "2025-01-31", "suspended")], None),
        ([update("u1", "2025-01-31")], None),
        (
            [update("u1", "2025-01-31", "in_progress"), update("u2", "2025-02-01", corrects="u1")],
            None,
        ),
    ],
)
def test_first_progress_is_the_first_update_that_states_some(
    updates: list[dict[str, Any]], days: int | None
) -> None:
    assert days == measured("days_to_first_progress", signed(updates=updates)).figure.value


@pytest.mark.parametrize(
    "states,days",
    [
        (["in_progress", "completed"], 2),
        (["completed", "completed"], 1),
        (["completed", None], 1),
        (["completed", "in_progress"], None),
        (["completed", "in_progress", "completed"], 3),
    ],
)
def test_completion_counts_from_when_it_lasts(states: list[str | None], days: int | None) -> None:
    updates = [
        update(f"u{number}", f"2025-01-{number + 1:02}", state)
        for number, state in enumerate(states, start=1)
    ]
    assert days == measured("days_to_completion", signed(updates=updates)).figure.value


def test_nobody_waits_after_the_end_or_the_cancellation() -> None:
    made = [
        signed("ended", ended_on="2025-01-11"),
        signed("cancelled", updates=[update("u1", "2025-01-21", "cancelled")]),
        signed("late", assignment={"assigned_on": "2025-01-31"}),
    ]
    (step,) = measured("days_to_assignment", *made).curve
    assert (30, 1) == (step.days, step.at_risk)


def test_spans_are_left_out_and_listed_and_negotiations_are_not_measured() -> None:
    found = measured(
        "days_to_assignment",
        assigned("exact", "2025-01-11"),
        assigned("month", "2025-02"),
        signed("signed-in-a-month", signed_on="2025-01"),
        commitment("negotiated"),
    )
    assert ("exact",) == found.figure.of
    assert ("month", "signed-in-a-month") == found.figure.left_out
