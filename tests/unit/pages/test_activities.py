"""Activities: what came of those that were held, what is prepared for those to come."""

from typing import Any

import pytest

from generator.model.entities import Activity
from generator.model.registry import structure
from generator.pages.page import Page
from tests.builders import SOURCES, commitment, partner, statement
from tests.builders import words as text
from tests.unit.pages.reading import invented, pages, section, words


def activity(identifier: str = "visit", **keys: object) -> Activity:
    head = {"schema_version": 1, "id": identifier, "sources": SOURCES}
    made: Any = structure(
        "activities", {**head, "title": text(identifier), "kind": "visit", **keys}
    )
    assert isinstance(made, Activity)
    return made


def proposal(identifier: str, state: str, **keys: object) -> dict[str, object]:
    return {"id": identifier, "title": text(identifier), "state": state, **keys}


def at(address: str, *records: Any, as_of: str = "2025-12-31") -> Page:  # noqa: ANN401 - any records
    return pages("activities", as_of, *records)[f"activities/{address}"]


@pytest.mark.parametrize(
    "keys, said",
    [
        ({"from_on": "2026-01-01"}, "Planned: 1 January 2026."),
        ({}, "Planned: date not known."),
        ({"from_on": "2025-12"}, "Held: December 2025."),
        ({"from_on": "2025-12-20..2026-01-05"}, "it may already have begun"),
        ({"from_on": "2026-01-01", "cancelled_on": "2025-12-01"}, "Cancelled: 1 December 2025."),
    ],
)
def test_an_activity_is_planned_until_its_first_day_has_come(
    keys: dict[str, str], said: str
) -> None:
    assert said in at("visit/", activity(**keys)).description


def test_days_of_one_month_are_written_together() -> None:
    page = at("visit/", activity(from_on="2025-04-14", to_on="2025-04-15"))
    assert "14 to 15 April 2025" in words(page.body)
    page = at("visit/", activity(from_on="2025-04-30", to_on="2025-05-02"))
    assert "30 April 2025 to 2 May 2025" in words(page.body)


def test_what_came_of_it_is_what_names_it() -> None:
    records = (
        activity(from_on="2025-01-01"),
        commitment("there", activity="visit", signed_on="2025-01-01"),
        commitment("elsewhere", signed_on="2025-01-01"),
    )
    found = section(at("visit/", *records), "concluded")
    assert "there" in found
    assert "elsewhere" not in found
    assert "visit 1 January 2025 none stated 1 commitment" in section(at("", *records), "year-2025")


def test_nothing_here_does_not_say_that_nothing_was_agreed() -> None:
    found = section(at("visit/", activity(from_on="2025-01-01")), "concluded")
    assert "That does not say that nothing was agreed" in found


def test_a_proposal_whose_day_has_passed_is_overdue_until_it_is_agreed() -> None:
    due = {"due_on": "2025-06-01"}
    proposals = [proposal("ferry", "idea", **due), proposal("port", "agreed", **due)]
    found = section(at("visit/", activity(from_on="2026-05", proposals=proposals)), "proposals")
    assert 1 == found.count("overdue")
    assert "1 June 2025 overdue Idea port" in found


def test_planned_activities_come_first_the_soonest_before_the_others() -> None:
    page = at("", activity("late", from_on="2026-09"), activity("soon", from_on="2026-02"))
    found = section(page, "planned")
    assert found.index("soon") < found.index("late")


def test_it_is_said_why_nothing_is_planned() -> None:
    page = at("", activity(from_on="2025-01-01"))
    assert "none that lies ahead has been publicly reported" in section(page, "planned")
    assert ["year-2025", "planned"] == [anchor for anchor, _ in page.contents]


def test_hosts_are_named_as_partners_are() -> None:
    made = activity(from_on="2025-01-01", hosts=["XB", "XA", "FR", "XZ"])
    page = at("visit/", made, partner("xb", name=text("Land B")))
    assert "Land B, At home, France, XZ" in words(page.body)


def test_published_figures_about_it_stand_beside_it() -> None:
    said = statement("s", value=45, qualifier="about", activity="visit", title=text("Documents"))
    found = section(at("visit/", activity(from_on="2025-01-01"), said), "published")
    assert "Documents 2025 about 45" in found


def test_a_commitment_leads_to_the_activity_that_it_was_concluded_at() -> None:
    page = invented()["commitments/norderland-offshore-wind-2023/"]
    assert 'href="../../activities/norderland-state-visit-2023/"' in page.body
