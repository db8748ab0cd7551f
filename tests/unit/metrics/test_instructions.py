"""What reviews ordered: who was told, what they answered, and whether it was in time."""

from typing import Any

import pytest

from generator.metrics.instructions import (
    FollowUp,
    follow_ups,
    instructions_on_time,
    instructions_open,
    members,
)
from generator.model.dates import Date
from generator.model.entities import Record
from tests.builders import (
    agency,
    instruction,
    merged,
    registry,
    response,
    review,
    snapshot,
    vocabulary,
)

KINDS = vocabulary(
    "agency-kinds",
    ministry={"groups": ["all_ministries"]},
    province={"groups": ["all_localities"]},
)
AGENCIES = (
    agency("a"),
    agency("b"),
    merged("old", "new", "2025-03-01"),
    agency("new", active_from_on="2025-03-01"),
    agency("province", kind="province"),
)


def told(
    *instructions: dict[str, Any], held_on: str = "2025-01-03", as_of: str = "2025-12-31"
) -> tuple[FollowUp, ...]:
    records: list[Record] = [KINDS, *AGENCIES, review(held_on, *instructions)]
    return follow_ups(snapshot(as_of, *records))


def one(
    *responses: dict[str, Any], to: str = "a", as_of: str = "2025-12-31", **keys: object
) -> FollowUp:
    answers = {"responses": list(responses)} if responses else {}
    (found,) = told(instruction("i1", to, **answers, **keys), as_of=as_of)
    return found


# --- who is told ---


def test_a_group_is_as_of_the_day_of_the_review() -> None:
    made = registry(KINDS, *AGENCIES)
    assert ("a", "b", "old") == members(made, "all_ministries", Date.parse("2025-02-28"))
    assert ("a", "b", "new") == members(made, "all_ministries", Date.parse("2025-03-01"))
    assert ("province",) == members(made, "all_localities", Date.parse("2025"))


def test_each_agency_is_told_once_and_its_successor_answers() -> None:
    answer = response("new", "2025-04-01")
    found = one(answer, to="all_ministries")
    assert ["a", "b", "old"] == [entry.agency for entry in found.addressees]
    assert [("a",), ("b",), ("new",)] == [entry.heirs for entry in found.addressees]
    assert ["not_reported", "not_reported", "done"] == [entry.state for entry in found.addressees]
    assert "in_progress" == found.state
    (both,) = told(instruction("i1", "a", "all_ministries"))
    assert ["a", "b", "old"] == [entry.agency for entry in both.addressees]


def test_who_was_not_told_does_not_answer() -> None:
    assert "not_reported" == one(response("b", "2025-02-01")).state


# --- how it stands ---


@pytest.mark.parametrize(
    "responses,state",
    [
        ([], "not_reported"),
        ([response("a", "2025-02-01", "in_progress")], "in_progress"),
        ([response("a", "2025-02-01")], "done"),
        ([response("a", "2025-02-01"), response("a", "2025-03-01", "in_progress")], "in_progress"),
        ([response("a", "2025-03-01"), response("a", "2025-02-01", "in_progress")], "done"),
        ([response("a", "2025-02-01", "not_applicable")], "not_applicable"),
        ([response("a", "2026-01-01")], "not_reported"),
    ],
)
def test_the_latest_response_by_the_day_holds(responses: list[dict[str, Any]], state: str) -> None:
    assert state == one(*responses).state


@pytest.mark.parametrize(
    "states,expected",
    [
        (("done", "done", "done"), "done"),
        (("done", "not_applicable", "not_applicable"), "done"),
        (("not_applicable", "not_applicable", "not_applicable"), "not_applicable"),
        (("done", "in_progress", "done"), "in_progress"),
        (("in_progress", "in_progress", "in_progress"), "in_progress"),
    ],
)
def test_an_instruction_to_many_is_done_when_all_whom_it_concerns_have(
    states: tuple[str, ...], expected: str
) -> None:
    answers = [
        response(name, "2025-04-01", state)
        for name, state in zip(("a", "b", "new"), states, strict=True)
    ]
    assert expected == one(*answers, to="all_ministries").state


def test_a_standing_instruction_is_never_done_or_overdue() -> None:
    found = one(response("a", "2025-02-01"), kind="standing", due_on="2025-01-31")
    assert ("standing", False, False) == (found.state, found.overdue, found.on_time)


def test_overdue_from_the_day_after_its_due_date_until_it_is_done() -> None:
    assert not one(due_on="2025-06-30", as_of="2025-06-30").overdue
    assert one(due_on="2025-06-30", as_of="2025-07-01").overdue
    assert one(response("a", "2025-06-01", "in_progress"), due_on="2025-06").overdue
    assert not one(response("a", "2025-08-01"), due_on="2025-06-30").overdue
    assert not one(as_of="2030-01-01").overdue


@pytest.mark.parametrize(
    "responses,on_time",
    [
        ([response("a", "2025-06-30")], True),
        ([response("a", "2025-07-01")], False),
        ([response("a", "2025-06")], True),
        ([response("a", "2025-06-30..2025-07-01")], False),
        ([response("a", "2025-06-01"), response("a", "2025-08-01")], True),
        (
            [
                response("a", "2025-06-01"),
                response("a", "2025-07-01", "in_progress"),
                response("a", "2025-08-01"),
            ],
            False,
        ),
        ([], False),
    ],
)
def test_on_time_is_done_by_the_due_date_and_still_done(
    responses: list[dict[str, Any]], on_time: bool
) -> None:
    assert on_time == one(*responses, due_on="2025-06-30").on_time


# --- the figures ---


def test_the_share_is_of_those_that_were_due_or_done() -> None:
    due = {"due_on": "2025-06-30"}
    found = told(
        instruction("kept", "a", responses=[response("a", "2025-06-30")], **due),
        instruction("early", "a", responses=[response("a", "2025-06-30")], due_on="2026-06-30"),
        instruction("late", "a", responses=[response("a", "2025-07-30")], **due),
        instruction("open", "a", **due),
        instruction("later", "a", due_on="2026-06-30"),
        instruction("no-date", "a", responses=[response("a", "2025-07-30")]),
        instruction("standing", "a", kind="standing", **due),
        instruction(
            "nobody", "a", responses=[response("a", "2025-02-01", "not_applicable")], **due
        ),
        instruction("opinion", "a", kind="opinion_request", **due),
    )
    name = "review-2025-01-03"
    figure = instructions_on_time(found)
    assert 2 / 5 == figure.value
    assert (f"{name}/kept", f"{name}/early") == figure.records
    assert 5 == len(figure.of)
    assert [f"{name}/{each}" for each in ("open", "later", "opinion")] == list(
        instructions_open(found).records
    )


def test_without_any_due_there_is_no_share() -> None:
    assert instructions_on_time(told(instruction("i1", "a"))).value is None


def test_the_next_review_opens_with_the_latest_and_one_to_come_is_not_shown() -> None:
    found = follow_ups(
        snapshot(
            "2025-12-31",
            review("2025-01-03", instruction("i1", "a"), instruction("i2", "a")),
            review("2025-04-09", instruction("i1", "a")),
            review("2026-01-14", instruction("i1", "a")),
        )
    )
    assert ["review-2025-04-09/i1", "review-2025-01-03/i1", "review-2025-01-03/i2"] == [
        entry.id for entry in found
    ]
