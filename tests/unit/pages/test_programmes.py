"""Programmes: numbered tasks with their lead, due date and progress."""

from typing import Any

from generator.pages.page import Page
from tests.builders import agency, merged, programme, update
from tests.builders import words as text
from tests.unit.pages.reading import invented, pages, section, words

AGENCIES = (agency("a"), merged("old", "new", "2025-03-01"), agency("new"), agency("coordinator"))


def task(number: int, kind: str = "action", **keys: object) -> dict[str, Any]:
    head = {"id": f"t{number}", "number": number, "kind": kind, "title": text(f"Task {number}")}
    return {**head, **keys}


def of(*tasks: dict[str, Any]) -> Page:
    made = programme("p", tasks=list(tasks), adopted_on="2025-01-01")
    return pages("programmes", "2025-12-31", *AGENCIES, made)["programmes/p/"]


def test_tasks_stand_in_the_order_of_their_numbers() -> None:
    found = section(of(task(2), task(1)), "tasks")
    assert found.index("1. Task 1") < found.index("2. Task 2")


def test_a_task_is_overdue_until_it_is_completed() -> None:
    due = {"due_on": "2025-06-30"}
    assert "30 June 2025 Not reported overdue" in section(of(task(1, **due)), "tasks")
    done = [update("u1", "2025-07-01", "completed")]
    assert "30 June 2025 Completed" in section(of(task(1, updates=done, **due)), "tasks")


def test_a_standing_task_is_never_overdue_nor_not_reported() -> None:
    found = section(of(task(1, "standing", due_on="2025-06-30")), "tasks")
    assert "30 June 2025 Standing" in found
    assert "Standing overdue" not in found


def test_a_lead_that_has_ended_is_followed_by_who_stands_for_it() -> None:
    assert "old → new" in section(of(task(1, lead_agency="old")), "tasks")


def test_the_entries_of_two_tasks_have_different_anchors() -> None:
    log = [update("u1", "2025-07-01", "in_progress")]
    page = of(task(1, updates=log), task(2, updates=log))
    assert 'id="t1-u1"' in page.body
    assert 'id="t2-u1"' in page.body


def test_a_correction_stands_before_what_it_corrects_and_both_are_kept() -> None:
    found = section(invented()["programmes/blue-economy-2025-2027/"], "progress")
    assert found.index("Corrects u2: one half.") < found.index("Two thirds are mapped.")


def test_it_is_said_why_there_is_none() -> None:
    found = words(pages("programmes", "2025-12-31", *AGENCIES)["programmes/"].body)
    assert "none has been published with its numbered tasks" in found
