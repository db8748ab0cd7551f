"""The page of key projects: what is stuck stands first, and a slip never hides the first date."""

import re
from typing import Any

from generator import addresses
from generator.model.entities import Commitment
from generator.pages.page import Page
from tests.builders import (
    Plain,
    commitment,
    instruction,
    partner,
    review,
    update,
    vocabulary,
    words,
)
from tests.unit.pages import reading

DAY = "2026-01-31"
RAIL = {"category": "rail"}
CATEGORIES = vocabulary("project-categories", "power", "rail")


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    made = reading.pages("projects", DAY, partner("xb"), CATEGORIES, *records)
    return made[addresses.PROJECTS]


def project(identifier: str, **keys: object) -> Commitment:
    return commitment(identifier, **{"signed_on": "2024-01-01", "key_project": RAIL, **keys})


def milestone(identifier: str, due_on: str, *slips: Plain, **keys: object) -> Plain:
    given = {"slips": list(slips)} if slips else {}
    return {"id": identifier, "title": words(identifier), "due_on": due_on, **given, **keys}


def slip(on: str, to: str | None = None, reason: str | None = None) -> Plain:
    keys = {"to_on": to, "reason": words(reason) if reason else None}
    return {"id": f"s-{on}", "slipped_on": on, **{key: val for key, val in keys.items() if val}}


def test_an_earlier_date_stays_struck_through_before_the_present_one_with_the_reason() -> None:
    steps = [
        milestone(
            "signing",
            "2025-08",
            slip("2025-09-28", "2025-12", "Cable late"),
            slip("2025-12-29", "2026"),
            slip("2026-03-01", "2027"),
        )
    ]
    found = page(project("plant", milestones=steps))
    assert ["August 2025", "December 2025"] == re.findall(r"<del>(.*?)</del>", found.body)
    told = reading.section(found, "category-rail")
    assert "August 2025 December 2025 → 2026 Open" in told
    assert "Moved on 28 September 2025 : Cable late" in told.replace("2025:", "2025 :")
    assert "2027" not in told


def test_a_slip_without_a_new_date_says_so() -> None:
    steps = [milestone("phase", "2025-12", slip("2025-11-30"))]
    assert "December 2025 → no new date" in reading.section(
        page(project("plant", milestones=steps)), "category-rail"
    )


def test_what_is_overdue_moved_or_beyond_authority_is_stuck_and_names_who_answers() -> None:
    difficulty = {
        "id": "d1",
        "raised_on": "2025-05-01",
        "kind": "legal",
        "description": words("No permit"),
        "beyond_authority": True,
        "escalated_to": "cabinet",
        "escalated_on": "2025-06-01",
    }
    found = page(
        project("late", milestones=[milestone("m", "2025-12")], lead_agency="works"),
        project("moved", milestones=[milestone("m", "2025-12", slip("2025-11-30", "2026-12"))]),
        project("blocked", difficulties=[difficulty]),
        project("quiet", milestones=[milestone("m", "2026-12")]),
    )
    stuck = reading.section(found, "stuck")
    assert "late 1 milestone overdue works" in stuck
    assert "moved 1 milestone moved." in stuck
    assert "legal: No permit Passed up to cabinet (1 June 2025)." in stuck
    assert "quiet" not in stuck


def test_without_a_published_milestone_nobody_can_see_a_delay_and_that_is_said() -> None:
    found = page(project("plain"))
    assert "No milestone of a key project is known to be overdue" in reading.section(found, "stuck")
    assert (
        "The key project is not known to be stuck. "
        "For 1 no milestone is published: whether it is late cannot be seen."
    ) in reading.words(found.body)


def test_categories_follow_the_vocabulary_and_the_stuck_project_comes_first() -> None:
    found = page(
        project("a-heard-of", updates=[update("u", "2026-01-30")]),
        project("b-late", milestones=[milestone("m", "2025-12")]),
        project("c-power", key_project={"category": "power"}),
    )
    sections = ["stuck", "milestones", "category-power", "category-rail", "why"]
    assert sections == [at for at, _ in found.contents]
    assert ["c-power", "b-late", "a-heard-of"] == re.findall(r'<h3 id="project-(.*?)">', found.body)


def test_a_reached_milestone_is_measured_against_its_first_target() -> None:
    steps = [
        milestone("late", "2024-09", completed_on="2024-10-03"),
        milestone("kept", "2024-09", completed_on="2024-09-30"),
    ]
    told = reading.section(page(project("plant", milestones=steps)), "category-rail")
    assert "Reached 3 October 2024 After the first target" in told
    assert 1 == told.count("After the first target")


def test_an_instrument_stands_under_the_project_that_it_is_part_of() -> None:
    found = page(
        project("line"),
        project("study", part_of="line"),
        project("letter", part_of="study"),
        project("bridge", part_of="line", milestones=[milestone("m", "2025-12")]),
    )
    assert ["bridge", "line"] == re.findall(r'<h3 id="project-(.*?)">', found.body)
    assert "Part of it: letter Not reported study Not reported" in reading.words(found.body)
    assert "1 of 2 key projects is known to be stuck" in reading.words(found.body)


def test_a_reason_that_several_share_is_told_once() -> None:
    order = review("2025-10-01", instruction("i7", "all"))
    named = {"category": "rail", "instruction": "review-2025-10-01/i7", "basis": words("Ordered")}
    told = reading.words(
        page(
            order,
            project("a", key_project=named),
            project("b", key_project=named),
            project("c", key_project={"category": "rail", "basis": words("Chosen")}),
        ).body
    )
    assert 1 == told.count("Ordered") == told.count("Do it.") == told.count("Chosen")


def test_without_key_projects_the_page_says_so() -> None:
    assert "No commitment in this registry is marked as a key project." in reading.words(
        page(commitment("plain", signed_on="2024-01-01")).body
    )
