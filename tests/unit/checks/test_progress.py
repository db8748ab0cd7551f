"""A log of progress, entry by entry."""

from typing import Any

import pytest

from generator.load.transitions import transitions
from tests.checking import check_solar, words


def log(*entries: dict[str, Any]) -> list[str]:
    """The codes of a log with one entry a month."""
    head = {"summary": words("News"), "sources": ["gazette"]}
    updates = [
        {"id": f"u{month}", "state_on": f"2025-{month:02}-01", **head, **entry}
        for month, entry in enumerate(entries, start=1)
    ]
    return check_solar(updates=updates)


def status(code: str, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    return {"delivery_status": code, **keys}


REASON = {"reason": words("The ground was surveyed anew.")}


def test_progress_that_only_goes_forward_is_sound() -> None:
    assert log(status("not_started"), status("in_progress"), status("completed")) == []


@pytest.mark.parametrize("percent", [0, 1, 99.9])
def test_completed_means_all_of_it(percent: float) -> None:
    assert log(status("completed", completion_percent=percent)) == ["PROG02"]


@pytest.mark.parametrize("code", ["in_progress", "substantial", "suspended", "cancelled"])
def test_all_of_it_means_completed(code: str) -> None:
    assert log(status(code, completion_percent=100)) == ["PROG01"]


def test_entries_that_state_no_status_are_passed_over() -> None:
    assert log(status("completed"), {}, status("not_started", **REASON)) == ["PROG06"]


def test_the_order_is_that_of_the_days_not_of_the_file() -> None:
    late = status("completed", state_on="2025-09-01")
    assert log(late, status("in_progress", state_on="2025-02-01")) == []


def test_an_entry_that_was_corrected_counts_no_more() -> None:
    wrong = status("completed", completion_percent=50)
    right = status("in_progress", completion_percent=40, corrects="u1")
    assert log(wrong, right) == []


@pytest.mark.parametrize(
    "before, after, rule",
    [
        (before, after, rule)
        for before, row in transitions("delivery_status").items()
        for after, rule in row.items()
    ],
)
def test_each_step_needs_a_reason_where_the_table_says_so(
    before: str, after: str, rule: str
) -> None:
    assert log(status(before), status(after)) == (["PROG05"] if rule == "reason" else [])
    assert log(status(before), status(after, **REASON)) == []


def test_the_table_of_steps_names_statuses_of_the_schema() -> None:
    names = set(transitions("delivery_status"))
    assert names == {
        "not_started", "in_progress", "substantial", "completed", "suspended", "cancelled",
    }  # fmt: skip
    assert all(set(row) <= names for row in transitions("delivery_status").values())


def test_a_percentage_may_fall_for_a_reason() -> None:
    assert log({"completion_percent": 50}, {"completion_percent": 40}) == ["PROG05"]
    assert log({"completion_percent": 50}, {"completion_percent": 40, **REASON}) == []


def test_the_latest_of_both_must_agree() -> None:
    assert log({"completion_percent": 30}, status("not_started")) == ["PROG04"]
    assert log(status("completed"), {"completion_percent": 90}) == ["PROG04"]
    assert log({"completion_percent": 30}, status("in_progress")) == []
