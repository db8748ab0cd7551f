"""Only what certainly cannot be is a finding: dates are spans of days."""

from datetime import date

import pytest

from tests.checking import SOLAR, base, check, check_solar, codes, solar, words

VISIT = {
    "schema_version": 1,
    "id": "visit",
    "title": words("Visit"),
    "kind": "visit",
    "sources": [{"id": "news", "document": "1"}],
}


def at_visit(signed_on: str, **visit: str) -> list[str]:
    files = {
        "activities/visit.yml": VISIT | visit,
        SOLAR: solar(signed_on=signed_on, activity="visit"),
    }
    return codes(check(files))


@pytest.mark.parametrize(
    "signed_on",
    ["2024-09-09", "2024-09-11", "2024-09", "2024", "2024-09-08..2024-09-09", "..2024-09-10"],
)
def test_a_day_that_may_lie_within_the_activity_is_left_alone(signed_on: str) -> None:
    assert at_visit(signed_on, from_on="2024-09-09", to_on="2024-09-11") == []


@pytest.mark.parametrize("signed_on", ["2024-09-08", "2024-09-12", "2024-08", "..2024-09-08"])
def test_a_day_that_cannot_is_asked_about(signed_on: str) -> None:
    assert at_visit(signed_on, from_on="2024-09-09", to_on="2024-09-11") == ["CHR03"]


def test_an_activity_of_one_day_ends_on_it() -> None:
    assert at_visit("2024-09-10", from_on="2024-09-09") == ["CHR03"]
    assert at_visit("2024-09-10") == []


def test_the_future_begins_after_the_day_of_the_check() -> None:
    def on(day: date) -> list[str]:
        return codes(check({SOLAR: solar(signed_on="2025-06")}, day))

    assert on(date(2025, 5, 31)) == ["CHR01"]
    assert on(date(2025, 6, 1)) == []


def test_what_is_planned_may_lie_in_the_future() -> None:
    milestone = {"id": "m1", "title": words("Opening"), "due_on": "2040"}
    implementation = {"from_on": "2030", "to_on": "2050"}
    assert (
        check_solar(milestones=[milestone], implementation=implementation, in_force_on="2027") == []
    )


@pytest.mark.parametrize(
    "keys",
    [
        {"implementation": {"from_on": "2026", "to_on": "2025"}},
        {"ended_on": "2024-01-01", "ending": "expired"},
        {"in_force_on": "2025", "ended_on": "2024-12-31", "ending": "expired"},
        {"partners": [{"partner": "otherland", "from_on": "2025-02", "to_on": "2025-01"}]},
        {
            "difficulties": [
                {
                    "id": "d1",
                    "raised_on": "2025-02",
                    "kind": "legal",
                    "description": words("A law is missing."),
                    "resolved_on": "2025-01",
                }
            ]
        },
        {
            "recommendations": [
                {
                    "id": "r1",
                    "made_on": "2025-02",
                    "made_by": "energy",
                    "addressed_to": "coordinator",
                    "text": words("Pass a law."),
                    "reply": {"replied_on": "2025-01", "by": "coordinator", "decision": "accepted"},
                }
            ]
        },
    ],
)
def test_an_end_cannot_lie_before_its_beginning(keys: dict[str, object]) -> None:
    assert check_solar(**keys) == ["CHR02"]


def test_an_answer_cannot_come_before_the_review() -> None:
    response = {"id": "r1", "by": "energy", "responded_on": "2025-03", "state": "done"}
    instruction = {
        "id": "i1", "kind": "action", "text": words("Go"), "addressed_to": ["energy"],
        "responses": [response],
    }  # fmt: skip
    review = {
        "schema_version": 1, "id": "review-1", "title": words("Review"), "kind": "review",
        "held_on": "2025-04-01", "instructions": [instruction],
        "sources": [{"id": "news", "document": "1"}],
    }  # fmt: skip
    assert codes(check({"reviews/review-1.yml": review})) == ["CHR02"]


@pytest.mark.parametrize("ended", ["2024-12-31", "2024-12", "2024", "..2024-12-31"])
@pytest.mark.parametrize("from_on", ["2025-01-01", "2025-01", "2025", "..2025-01-01"])
def test_a_handover_on_the_day_after_may_be_known_less_closely(ended: str, from_on: str) -> None:
    assert handed_on(ended, from_on) == []


@pytest.mark.parametrize(
    "ended, from_on",
    [("2024-12-31", "2024-12-31"), ("2024-12-31", "2025-01-02"), ("2024-06", "2024-09")],
)
def test_a_handover_on_another_day_leaves_a_gap(ended: str, from_on: str) -> None:
    assert handed_on(ended, from_on) == ["CHR06"]


def handed_on(ended: str, from_on: str) -> list[str]:
    successor = {"to": "energy", "from_on": from_on, "default": True}
    old = base("agencies/coordinator.yml") | {
        "id": "old-energy", "active_to_on": ended, "succession": [successor],
    }  # fmt: skip
    return codes(check({"agencies/old-energy.yml": old}))


def test_a_source_may_be_younger_than_the_day_it_tells_of() -> None:
    sources = [{"id": "news", "url": "https://example.org/", "published_on": "2025-12"}]
    assert check_solar(sources=sources) == []
