"""What happened to a record, told by what it was before and is now."""

from typing import Any

import pytest

from generator.changes import ABSENT, Change, changes

DAY = "2025-03-01"
UPDATE = {"id": "u1", "state_on": DAY, "summary": {"en": "Begun"}, "delivery_status": "in_progress"}
MILESTONE = {"id": "m2", "title": {"en": "Ground-breaking"}, "due_on": "2025-06"}


def told(
    before: dict[str, Any], after: dict[str, Any], entity: str = "commitments"
) -> list[Change]:
    common = {"id": "x", "title": {"en": "X"}}
    return list(changes(entity, "x", common | before, common | after))


def kinds(before: dict[str, Any], after: dict[str, Any], entity: str = "commitments") -> list[str]:
    return [change.kind for change in told(before, after, entity)]


def test_a_record_comes_and_goes() -> None:
    assert ["record_added"] == [each.kind for each in changes("texts", "x", ABSENT, {"id": "x"})]
    assert ["record_vanished"] == [each.kind for each in changes("texts", "x", {"id": "x"}, ABSENT)]
    assert () == changes("texts", "x", ABSENT, ABSENT)
    assert () == changes("texts", "x", {"id": "x"}, {"id": "x"})


def test_a_first_report_moves_the_status_too() -> None:
    assert ["status_forward", "update_reported"] == kinds({}, {"updates": [UPDATE]})


def test_a_status_that_goes_back_is_told_with_its_reason() -> None:
    back = {
        **UPDATE,
        "id": "u2",
        "state_on": "2025-04-01",
        "delivery_status": "suspended",
        "reason": {"en": "No funds"},
    }
    first, second = told({"updates": [UPDATE]}, {"updates": [UPDATE, back]})
    assert ("status_back", "in_progress", "suspended") == (first.kind, first.before, first.after)
    assert {"en": "No funds"} == first.reason == second.reason
    assert "update_reported" == second.kind


@pytest.mark.parametrize(
    "before, after, kind", [(10, 20, "percent_raised"), (20, 10, "percent_lowered")]
)
def test_a_percentage_moves_up_or_down(before: int, after: int, kind: str) -> None:
    first = {**UPDATE, "completion_percent": before}
    second = {**first, "id": "u2", "state_on": "2025-05-01", "completion_percent": after}
    assert [kind, "update_reported"] == kinds({"updates": [first]}, {"updates": [first, second]})


def test_a_correction_is_no_new_report() -> None:
    second = {**UPDATE, "id": "u2", "corrects": "u1"}
    assert ["update_corrected"] == kinds({"updates": [UPDATE]}, {"updates": [UPDATE, second]})


def test_a_published_report_that_was_changed_is_told_as_such() -> None:
    other = {**UPDATE, "summary": {"en": "Done"}}
    found = told({"updates": [UPDATE]}, {"updates": [other]})
    assert [("update_rewritten", "updates.u1.summary.en", "Begun", "Done")] == [
        (each.kind, each.key, each.before, each.after) for each in found
    ]
    assert ["status_back", "update_removed"] == kinds({"updates": [UPDATE]}, {})


def test_a_log_that_breaks_its_schema_moves_no_status() -> None:
    assert ["value_changed"] == kinds({"updates": "none"}, {"updates": 5})


def test_a_slip_tells_the_date_that_held_before_it() -> None:
    slips = [
        {"id": "s1", "slipped_on": DAY, "to_on": "2025-12", "reason": {"en": "Land"}},
        {"id": "s2", "slipped_on": DAY},
    ]
    slipped = [{**MILESTONE, "slips": slips[:number]} for number in (1, 2)]
    first = told({"milestones": [MILESTONE]}, {"milestones": [slipped[0]]})
    second = told({"milestones": [slipped[0]]}, {"milestones": [slipped[1]]})
    assert [("due_slipped", "2025-06", "2025-12")] == [(c.kind, c.before, c.after) for c in first]
    assert [{"en": "Land"}] == [change.reason for change in first]
    assert [("due_slipped", "2025-12", ABSENT)] == [(c.kind, c.before, c.after) for c in second]
    assert MILESTONE["title"] == first[0].item["title"]


@pytest.mark.parametrize(
    "entity, before, after, kind",
    [
        ("commitments", {}, {"milestones": [MILESTONE]}, "milestone_added"),
        (
            "commitments",
            {"milestones": [MILESTONE]},
            {"milestones": [{**MILESTONE, "completed_on": DAY}]},
            "milestone_completed",
        ),
        ("commitments", {"lead_agency": "a"}, {"lead_agency": "b"}, "lead_changed"),
        ("commitments", {}, {"transfers": [{"id": "t1", "to": ["b"]}]}, "transferred"),
        ("commitments", {}, {"supporting_agencies": [{"agency": "b"}]}, "support_added"),
        ("commitments", {"supporting_agencies": [{"agency": "b"}]}, {}, "support_removed"),
        ("commitments", {}, {"difficulties": [{"id": "d1"}]}, "difficulty_raised"),
        (
            "commitments",
            {"difficulties": [{"id": "d1"}]},
            {"difficulties": [{"id": "d1", "escalated_to": "pm", "escalated_on": DAY}]},
            "difficulty_escalated",
        ),
        (
            "commitments",
            {"recommendations": [{"id": "r1"}]},
            {"recommendations": [{"id": "r1", "reply": {"by": "pm"}}]},
            "recommendation_answered",
        ),
        (
            "reviews",
            {"instructions": [{"id": "i1"}]},
            {"instructions": [{"id": "i1", "responses": [{"id": "a1"}]}]},
            "instruction_answered",
        ),
        ("agencies", {}, {"succession": [{"to": "b", "from_on": DAY}]}, "succession_added"),
        ("partners", {}, {"frameworks": [{"level": "strategic"}]}, "framework_added"),
        ("statements", {"value": 1}, {"value": 2}, "figure_changed"),
        ("commitments", {}, {"ended_on": DAY}, "record_retired"),
        ("commitments", {}, {"moved_to": "y"}, "record_merged"),
        ("commitments", {}, {"sources": [{"id": "s"}]}, "source_added"),
        ("commitments", {"sources": [{"id": "s"}]}, {}, "source_removed"),
        ("commitments", {}, {"visibility": "internal"}, "visibility_changed"),
        (
            "commitments",
            {"amounts": [{"id": "a"}]},
            {"amounts": [{"id": "a", "visibility": "internal"}]},
            "visibility_changed",
        ),
        ("commitments", {}, {"withheld": [{"key": "place"}]}, "visibility_changed"),
        ("commitments", {"content": {"en": "a"}}, {"content": {"en": "b"}}, "text_corrected"),
        (
            "commitments",
            {"content": {"en": "a"}},
            {"content": {"en": "a", "vi": "b"}},
            "translation_added",
        ),
        ("commitments", {}, {"implementation": {"to_on": DAY}}, "due_changed"),
        ("commitments", {"implementation": {"to_on": DAY}}, {}, "due_changed"),
        ("commitments", {}, {"assignment": {"assigned_on": DAY}}, "assigned"),
        ("commitments", {}, {"field": "energy"}, "value_added"),
        ("commitments", {"field": "energy"}, {}, "value_removed"),
        ("commitments", {"field": "energy"}, {"field": "health"}, "value_changed"),
        ("commitments", {"no_such_key": 1}, {"no_such_key": [2]}, "value_changed"),
        (
            "commitments",
            {"amounts": [{"id": "a"}, {"id": "b"}]},
            {"amounts": [{"id": "b"}, {"id": "a"}]},
            "value_reordered",
        ),
    ],
)
def test_each_change_has_its_kind(
    entity: str, before: dict[str, Any], after: dict[str, Any], kind: str
) -> None:
    assert [kind] == kinds(before, after, entity)
