"""What was published stays: what counts as a breach, and what an entry may still gain."""

from typing import Any

from generator.model.published import Breach, breaches


def log(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    entry = {"id": "u1", "state_on": "2025-01", "summary": {"en": "Begun.", "vi": "Bắt đầu."}}
    kept = {key: value for key, value in (entry | changes).items() if value is not None}
    return {"updates": [kept]}


def found(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str]]:
    told = breaches(before, after, ["en", "vi"])
    return [(breach.kind, breach.entry, breach.key) for breach in told]


def test_nothing_is_found_where_nothing_changed() -> None:
    assert found(log(), log()) == []


def test_a_changed_value_an_added_one_and_a_missing_one_rewrite_an_entry() -> None:
    assert [("rewritten", "updates.u1", "state_on")] == found(log(), log(state_on="2025-02"))
    percent = log(completion_percent=10)
    assert [("rewritten", "updates.u1", "completion_percent")] == found(log(), percent)
    assert [("rewritten", "updates.u1", "completion_percent")] == found(percent, log())


def test_a_text_is_rewritten_in_the_first_language_and_retold_in_another() -> None:
    first, other = {"en": "Done.", "vi": "Bắt đầu."}, {"en": "Begun.", "vi": "Xong."}
    assert [("rewritten", "updates.u1", "summary")] == found(log(), log(summary=first))
    assert [("retold", "updates.u1", "summary")] == found(log(), log(summary=other))
    assert [("retold", "updates.u1", "summary")] == found(log(), log(summary={"en": "Begun."}))


def test_a_text_without_the_first_language_is_rewritten_in_the_one_it_has() -> None:
    before, after = log(summary={"vi": "Bắt đầu."}), log(summary={"vi": "Xong."})
    assert [("rewritten", "updates.u1", "summary")] == found(before, after)


def test_an_entry_may_gain_a_language_a_citation_and_a_mark() -> None:
    before = log(summary={"en": "Begun."}, sources=["gazette"])
    after = log(sources=["paper", "gazette"], visibility="internal", ground="negotiation")
    assert found(before, after) == []


def test_a_citation_that_is_gone_rewrites_an_entry() -> None:
    before, after = log(sources=["gazette", "paper"]), log(sources=["paper"])
    assert [("rewritten", "updates.u1", "sources")] == found(before, after)
    assert [("rewritten", "updates.u1", "sources")] == found(before, log())


def test_items_are_removed_wherever_they_stand_but_changed_only_in_logs() -> None:
    slip = {"id": "s1", "slipped_on": "2025"}
    before = {"milestones": [{"id": "m1", "title": {"en": "One"}, "slips": [slip]}]}
    retitled = {"milestones": [{"id": "m1", "title": {"en": "First"}, "slips": [slip]}]}
    assert found(before, retitled) == []
    assert [("removed", "milestones.m1", "")] == found(before, {})
    bare = {"milestones": [{"id": "m1", "title": {"en": "One"}}]}
    assert [("removed", "milestones.m1.slips.s1", "")] == found(before, bare)


def test_the_first_target_of_a_milestone_stays() -> None:
    before, after = ({"milestones": [{"id": "m1", "due_on": day}]} for day in ("2025", "2026"))
    assert [("rewritten", "milestones.m1", "due_on")] == found(before, after)
    assert found({"milestones": [{"id": "m1"}]}, after) == []


def test_the_due_date_of_an_instruction_is_no_first_target() -> None:
    before, after = ({"instructions": [{"id": "i1", "due_on": day}]} for day in ("2025", "2026"))
    assert found(before, after) == []


def test_a_reply_is_an_entry() -> None:
    before, after = (
        {"recommendations": [{"id": "r1", "reply": {"decision": decision}}]}
        for decision in ("accepted", "declined")
    )
    assert [("rewritten", "recommendations.r1.reply", "decision")] == found(before, after)
    gone = {"recommendations": [{"id": "r1"}]}
    assert [("removed", "recommendations.r1.reply", "")] == found(before, gone)


def test_entries_in_another_order_are_told_once_each_and_new_ones_between_are_none() -> None:
    one, two, three = ({"id": f"u{number}"} for number in (1, 2, 3))
    assert found({"updates": [one, two]}, {"updates": [one, three, two]}) == []
    told = found({"updates": [one, two, three]}, {"updates": [two, three, one]})
    assert [("reordered", "updates.u2", ""), ("reordered", "updates.u3", "")] == told


def test_data_of_any_shape_are_looked_at_without_an_accident() -> None:
    odd: list[Any] = [None, 1, "x", [], [1], [{"id": 1}], [{}], {"id": "u1"}]
    for one in odd:
        for other in odd:
            for key in ("updates", "milestones", "reply", "recommendations"):
                list(breaches({key: one}, {key: other}, []))


def test_a_breach_knows_its_place_in_the_later_data() -> None:
    before = {"updates": [{"id": "u1", "state_on": "2025"}]}
    after = {"updates": [{"id": "u0"}, {"id": "u1", "state_on": "2026"}]}
    told = Breach("rewritten", "updates.u1", "state_on", ("updates", 1, "state_on"))
    assert [told] == list(breaches(before, after, ["en"]))
