"""What follows from a commitment's dates: every function at its boundaries."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model import states
from generator.model.entities import Commitment, Limits
from tests.builders import commitment, day, update, words

LIMITS = Limits(stale_days=180, assignment_days=30)
DIFFICULTY = {"id": "d1", "raised_on": "2025-03-01", "kind": "legal", "description": words("law")}


def signed(**keys: object) -> Commitment:
    return commitment("c", **{"signed_on": "2025-01-01", **keys})


def on(text: str, **keys: object) -> states.Condition:
    return states.condition(signed(**keys), day(text), LIMITS)


# --- concluded, active, ended ---


def test_a_commitment_is_concluded_when_its_day_has_certainly_come() -> None:
    found = signed(signed_on="2025-04-14..2025-04-15")
    assert not states.is_concluded(found, day("2025-04-14"))
    assert states.is_concluded(found, day("2025-04-15"))
    assert not states.is_concluded(commitment("c"), day("2030-01-01"))


def test_a_commitment_is_active_until_the_day_it_ends() -> None:
    found = signed(ended_on="2025-06-30")
    assert [False, True, True, False] == [
        states.is_active(found, day(text))
        for text in ("2024-12-31", "2025-01-01", "2025-06-29", "2025-06-30")
    ]


def test_a_tombstone_is_never_active() -> None:
    assert not states.is_active(signed(moved_to="other"), day("2025-06-01"))


# --- legal status ---


@pytest.mark.parametrize(
    "keys,expected",
    [
        ({"signed_on": "2025-06-02"}, "negotiating"),
        ({"signed_on": "2025-06"}, "negotiating"),
        ({}, "signed"),
        ({"basis": "adopted", "adopted_on": "2025-01-01"}, "adopted"),
        ({"basis": "declared", "declared_on": "2025-01-01"}, "declared"),
        ({"in_force_on": "2025-06-01"}, "in_force"),
        ({"in_force_on": "2025-06-01..2025-06-02"}, "signed"),
        ({"in_force_on": "2025-02-01", "ended_on": "2025-06-01", "ending": "expired"}, "expired"),
        ({"ended_on": "2025-06-01", "ending": "withdrawn"}, "withdrawn"),
        ({"ended_on": "2025-06-01"}, "terminated"),
        ({"ended_on": "2025-06-02", "ending": "expired"}, "signed"),
    ],
)
def test_legal_status_follows_from_the_dates(keys: dict[str, Any], expected: str) -> None:
    assert expected == states.legal_status(signed(**keys), day("2025-06-01"), {})


def test_a_commitment_is_superseded_once_the_later_one_is_concluded() -> None:
    later = {"c": [signed(signed_on="2025-06-01", supersedes=["c"])]}
    found = signed(in_force_on="2025-02-01")
    assert "in_force" == states.legal_status(found, day("2025-05-31"), later)
    assert "superseded" == states.legal_status(found, day("2025-06-01"), later)


def test_the_way_it_ended_says_more_than_that_it_was_superseded() -> None:
    later = {"c": [signed(supersedes=["c"])]}
    found = signed(ended_on="2025-06-01", ending="terminated")
    assert "terminated" == states.legal_status(found, day("2025-06-01"), later)


# --- delivery ---


def test_the_latest_stated_holds_for_each_kind_of_value() -> None:
    updates = [
        update("u1", "2025-02-01", "in_progress"),
        update("u2", "2025-03-01", completion_percent=40),
        update("u3", "2025-04-01"),
    ]
    found = states.delivery(signed(updates=updates).updates, day("2025-06-01"))
    assert ("in_progress", 40) == (found.status, found.percent)
    assert found.status_from is not None
    assert found.percent_from is not None
    assert found.latest is not None
    assert ("u1", "u2", "u3") == (found.status_from.id, found.percent_from.id, found.latest.id)


def test_what_describes_a_day_to_come_does_not_count_yet() -> None:
    updates = [update("u1", "2025-02-01", "in_progress"), update("u2", "2025-03", "completed")]
    found = signed(updates=updates).updates
    assert "in_progress" == states.delivery(found, day("2025-03-30")).status
    assert "completed" == states.delivery(found, day("2025-03-31")).status


def test_a_corrected_entry_does_not_count_and_neither_does_a_corrected_correction() -> None:
    updates = [
        update("u1", "2025-02-01", "completed"),
        update("u2", "2025-03-01", "in_progress", corrects="u1"),
        update("u3", "2025-04-01", "not_started", corrects="u2"),
    ]
    found = signed(updates=updates).updates
    assert "completed" == states.delivery(found, day("2025-02-15")).status
    assert ["u2"] == [entry.id for entry in states.standing_updates(found, day("2025-03-15"))]
    assert ["u3"] == [entry.id for entry in states.standing_updates(found, day("2025-04-15"))]


def test_entries_of_one_day_count_in_the_order_of_the_log() -> None:
    updates = [
        update("u1", "2025-02-01", "in_progress"),
        update("u2", "2025-01-15", "not_started"),
        update("u3", "2025-02-01", "suspended"),
    ]
    found = states.standing_updates(signed(updates=updates).updates, day("2025-06-01"))
    assert ["u2", "u1", "u3"] == [entry.id for entry in found]


def test_zero_per_cent_is_a_value() -> None:
    found = states.delivery(
        signed(updates=[update("u1", "2025-02-01", completion_percent=0)]).updates,
        day("2025-06-01"),
    )
    assert 0 == found.percent


@pytest.mark.parametrize(
    "updates,reading",
    [
        ([], "not_reported"),
        ([update("u1", "2025-02-01")], "not_stated"),
        ([update("u1", "2025-02-01", "suspended"), update("u2", "2025-03-01")], "suspended"),
    ],
)
def test_no_update_and_no_status_are_two_things(
    updates: list[dict[str, Any]], reading: str
) -> None:
    assert reading == states.delivery(signed(updates=updates).updates, day("2025-06-01")).reading


# --- what needs attention ---


def test_not_reported_is_active_without_any_update() -> None:
    assert on("2025-01-01").not_reported
    assert not on("2024-12-31").not_reported
    assert on("2025-02-01", updates=[update("u1", "2025-03-01")]).not_reported
    assert not on("2025-03-01", updates=[update("u1", "2025-03-01")]).not_reported


def test_stale_is_older_than_the_limit_and_not_as_old_as_it() -> None:
    updates = [update("u1", "2025-01-01", "in_progress")]
    assert not on("2025-06-30", updates=updates).stale
    assert on("2025-07-01", updates=updates).stale


def test_an_update_known_to_the_month_is_as_old_as_its_last_day() -> None:
    updates = [update("u1", "2025-01", "in_progress")]
    assert not on("2025-07-30", updates=updates).stale
    assert on("2025-07-31", updates=updates).stale


@pytest.mark.parametrize("status", ["completed", "cancelled"])
def test_what_is_finished_owes_nothing(status: str) -> None:
    found = on(
        "2030-01-01",
        updates=[update("u1", "2025-02-01", status)],
        implementation={"to_on": "2025-12-31"},
        milestones=[{"id": "m1", "title": words("m"), "due_on": "2025-06-01"}],
    )
    assert (True, False) == (found.active, found.open)
    assert not any([found.stale, found.overdue, found.assignment_not_reported, found.at_risk])


def test_what_is_suspended_still_owes() -> None:
    found = on("2030-01-01", updates=[update("u1", "2025-02-01", "suspended")])
    assert found.open
    assert found.stale


@pytest.mark.parametrize(
    "due,last_day_in_time,first_day_late",
    [
        ("2025-06-30", "2025-06-30", "2025-07-01"),
        ("2025-06", "2025-06-30", "2025-07-01"),
        ("2025", "2025-12-31", "2026-01-01"),
        ("..2025-06-30", "2025-06-30", "2025-07-01"),
    ],
)
def test_overdue_from_the_day_after_the_last_possible_due_day(
    due: str, last_day_in_time: str, first_day_late: str
) -> None:
    assert not on(last_day_in_time, implementation={"to_on": due}).overdue
    assert on(first_day_late, implementation={"to_on": due}).overdue


def test_without_a_due_date_nothing_is_overdue() -> None:
    assert not on("2030-01-01").overdue
    assert not on("2030-01-01", implementation={"from_on": "2025"}).overdue
    assert states.due_on(signed()) is None


def test_an_assignment_is_missing_after_the_days_allowed() -> None:
    assert not on("2025-01-31").assignment_not_reported
    assert on("2025-02-01").assignment_not_reported
    assert not on("2025-02-01", assignment={"assigned_on": "2025-02-01"}).assignment_not_reported
    assert on("2025-02-01", assignment={"assigned_on": "2025-02"}).assignment_not_reported


@pytest.mark.parametrize(
    "name", ["not_reported", "stale", "overdue", "assignment_not_reported", "at_risk"]
)
def test_nothing_is_asked_of_what_is_not_active(name: str) -> None:
    keys: dict[str, Any] = {
        "implementation": {"to_on": "2025-02-01"},
        "difficulties": [{**DIFFICULTY, "beyond_authority": True}],
        "updates": [update("u1", "2025-01-15", "in_progress")],
        "ended_on": "2025-06-01",
    }
    assert not getattr(on("2026-01-01", **keys), name)
    assert not getattr(states.condition(commitment("c", **keys), day("2026-01-01"), LIMITS), name)


# --- milestones and difficulties ---


def milestone(**keys: object) -> Commitment:
    return signed(milestones=[{"id": "m1", "title": words("m"), "due_on": "2025-06-01", **keys}])


@pytest.mark.parametrize(
    "keys,late",
    [
        ({}, True),
        ({"due_on": "2025-06-30"}, False),
        ({"due_on": "2025-06"}, False),
        ({"completed_on": "2025-06-15"}, False),
        ({"completed_on": "2025-06"}, True),
        ({"dropped_on": "2025-06-15"}, False),
        ({"slips": [{"id": "s1", "slipped_on": "2025-05-01", "to_on": "2025-12"}]}, False),
        ({"slips": [{"id": "s1", "slipped_on": "2025-07-01", "to_on": "2025-12"}]}, True),
        ({"slips": [{"id": "s1", "slipped_on": "2025-05-01"}]}, False),
    ],
)
def test_a_milestone_is_overdue_by_its_current_date(keys: dict[str, Any], late: bool) -> None:
    found = milestone(**keys)
    assert late == states.is_milestone_overdue(found.milestones[0], day("2025-06-15"))
    assert late == states.condition(found, day("2025-06-15"), LIMITS).at_risk


def test_a_milestone_without_a_date_is_not_overdue() -> None:
    found = signed(milestones=[{"id": "m1", "title": words("m")}])
    assert not states.is_milestone_overdue(found.milestones[0], day("2030-01-01"))


def test_the_latest_slip_holds_and_of_one_day_the_last_in_the_log() -> None:
    slips = [
        {"id": "s1", "slipped_on": "2025-05-01", "to_on": "2025-12"},
        {"id": "s2", "slipped_on": "2025-03-01", "to_on": "2025-09"},
        {"id": "s3", "slipped_on": "2025-05-01", "to_on": "2026-03"},
    ]
    found = milestone(slips=slips).milestones[0]
    expected = {"2025-02-01": "2025-06-01", "2025-03-01": "2025-09", "2025-05-01": "2026-03"}
    assert expected == {text: str(states.milestone_due(found, day(text))) for text in expected}


def test_difficulties_are_open_from_the_day_raised_to_the_day_resolved() -> None:
    found = signed(difficulties=[{**DIFFICULTY, "resolved_on": "2025-05-01"}])
    assert [0, 1, 1, 0] == [
        len(states.open_difficulties(found, day(text)))
        for text in ("2025-02-28", "2025-03-01", "2025-04-30", "2025-05-01")
    ]


def test_open_difficulties_stand_oldest_first() -> None:
    newer = {**DIFFICULTY, "id": "d2", "raised_on": "2025-02"}
    found = signed(difficulties=[{**DIFFICULTY, "raised_on": "2025-04-01"}, newer])
    assert ["d2", "d1"] == [
        entry.id for entry in states.open_difficulties(found, day("2025-06-01"))
    ]


def test_only_a_difficulty_beyond_authority_is_a_risk() -> None:
    assert not on("2025-06-01", difficulties=[DIFFICULTY]).at_risk
    assert on("2025-06-01", difficulties=[{**DIFFICULTY, "beyond_authority": True}]).at_risk


# --- together ---

STATUSES = some.sampled_from(
    [None, "not_started", "in_progress", "substantial", "completed", "suspended", "cancelled"]
)
DAYS = some.dates(day("2024-06-01"), day("2026-12-31")).map(str)


@given(some.lists(some.tuples(DAYS, STATUSES), max_size=5), DAYS, some.none() | DAYS)
def test_stale_overdue_and_unassigned_are_open_and_open_is_active(
    entries: list[tuple[str, str | None]], as_of: str, ended: str | None
) -> None:
    updates = [update(f"u{number}", *entry) for number, entry in enumerate(entries)]
    keys: dict[str, Any] = {"updates": updates, "implementation": {"to_on": "2025-06"}}
    found = on(as_of, **keys, **({"ended_on": ended} if ended else {}))
    wanting = found.stale or found.overdue or found.assignment_not_reported or found.at_risk
    assert found.open or not wanting
    assert found.active or not (found.open or found.not_reported)
    assert not (found.stale and found.not_reported)
