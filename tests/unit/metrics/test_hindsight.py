"""What was known at past quarters' ends."""

from datetime import date

from generator.metrics.hindsight import Known, hindsight
from generator.model.entities import Record
from tests.builders import agency, commitment, day, merged, registry, update

MARCH, JUNE, SEPTEMBER = day("2025-03-31"), day("2025-06-30"), day("2025-09-30")


def rail(due: str = "2027-06-30", **keys: object) -> Record:
    told = {"signed_on": "2024-01-10", "lead_agency": "north", "implementation": {"to_on": due}}
    return commitment("rail", **(told | keys))


NOW = registry(agency("north"), rail("2031"))


def found(*pasts: tuple[date, Record]) -> tuple[Known, ...]:
    registries = [(on, registry(agency("north"), record)) for on, record in pasts]
    return hindsight(registries, NOW, ["rail"]).get("rail", ())


def test_a_record_that_nobody_asks_about_is_not_told() -> None:
    assert {} == hindsight([(MARCH, registry(rail()))], NOW, [])


def test_a_record_that_was_not_there_yet_is_told_from_its_first_quarter_on() -> None:
    pasts = [(MARCH, registry()), (JUNE, registry(rail()))]
    assert [JUNE] == [known.on for known in hindsight(pasts, NOW, ["rail"])["rail"]]


def test_a_due_date_is_told_as_it_was() -> None:
    known = found((MARCH, rail("2027-06-30")), (JUNE, rail("2029-03-31")))
    assert ["2027-06-30", "2029-03-31"] == [str(row.due) for row in known]


def test_a_quarter_without_a_difference_has_no_row() -> None:
    known = found((MARCH, rail()), (JUNE, rail()), (SEPTEMBER, rail("2029")))
    assert [MARCH, SEPTEMBER] == [row.on for row in known]


def test_what_came_back_is_told_again() -> None:
    known = found((MARCH, rail("2027")), (JUNE, rail("2029")), (SEPTEMBER, rail("2027")))
    assert ["2027", "2029", "2027"] == [str(row.due) for row in known]


def test_progress_counts_by_the_day_of_then() -> None:
    log = [update("u1", "2025-05-01", "in_progress", completion_percent=8)]
    known = found((MARCH, rail(updates=log)), (JUNE, rail(updates=log)))
    assert [("not_reported", None), ("in_progress", 8)] == [(r.status, r.percent) for r in known]


def test_time_alone_makes_a_record_overdue() -> None:
    known = found((MARCH, rail("2025-05-31")), (JUNE, rail("2025-05-31")))
    assert [False, True] == [row.overdue for row in known]


def test_who_is_responsible_is_told_by_the_agencies_of_then() -> None:
    before = registry(agency("north"), rail())
    after = registry(merged("north", "greater", "2025-05-01"), agency("greater"), rail())
    known = hindsight([(MARCH, before), (JUNE, after)], NOW, ["rail"])["rail"]
    assert [("north",), ("greater",)] == [row.responsible.agencies for row in known]


def test_milestones_are_told_with_the_due_date_and_the_state_of_then() -> None:
    def record(**keys: object) -> Record:
        milestone = {"id": "route", "title": {"en": "Route"}, "due_on": "2025-05-31", **keys}
        return rail(milestones=[milestone])

    known = found(
        (MARCH, record()), (JUNE, record()), (SEPTEMBER, record(completed_on="2025-07-01"))
    )
    assert ["open", "overdue", "completed"] == [row.targets[0].state for row in known]
    assert {"2025-05-31"} == {str(row.targets[0].due) for row in known}


def test_a_record_that_always_said_what_it_says_today_is_not_told() -> None:
    """That it became overdue meanwhile follows from its due date."""
    assert () == found((MARCH, rail("2031")), (JUNE, rail("2031")))
