"""Who owed a report for a period, and whether it came in time."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.metrics.compliance import (
    OwedReport,
    compliance,
    owed_reports,
    period_of,
    reporting_periods,
)
from generator.model.dates import Date, Period
from generator.model.entities import Record
from tests.builders import (
    agency,
    commitment,
    merged,
    report,
    snapshot,
    standings,
    transfer,
    update,
    vocabulary,
)

Q2 = Period.parse("2025-Q2")
LEAD = agency("lead")


def owed(*records: Record, as_of: str = "2025-12-31") -> tuple[OwedReport, ...]:
    found = snapshot(as_of, *records)
    return owed_reports(found, standings(found), Q2)


def states(*records: Record, as_of: str = "2025-12-31") -> list[tuple[str, str]]:
    return [(entry.agency, entry.state) for entry in owed(*records, as_of=as_of)]


def signed(*updates: dict[str, Any], **keys: object) -> Record:
    log = {"updates": list(updates)} if updates else {}
    return commitment("c", **{"signed_on": "2025-01-01", "lead_agency": "lead", **log, **keys})


# --- what is owed ---


@pytest.mark.parametrize(
    "keys,due",
    [
        ({}, True),
        ({"signed_on": "2025-06-30"}, True),
        ({"signed_on": "2025-07-01"}, False),
        ({"signed_on": "2025-06-30..2025-07-01"}, False),
        ({"ended_on": "2025-06-30"}, False),
        ({"ended_on": "2025-07-01"}, True),
        ({"updates": [update("u1", "2025-03-31", "completed")]}, False),
        ({"updates": [update("u1", "2025-04-01", "completed")]}, True),
        ({"updates": [update("u1", "2025-03-31", "suspended")]}, True),
        ({"lead_agency": None}, False),
    ],
)
def test_a_report_is_owed_for_what_was_active_on_the_last_day_and_not_finished_before(
    keys: dict[str, Any], due: bool
) -> None:
    given_keys = {key: value for key, value in keys.items() if value is not None}
    made = (
        commitment("c", signed_on="2025-01-01")
        if keys.get("lead_agency", "") is None
        else signed(**given_keys)
    )
    assert due == bool(states(LEAD, made))


def test_everyone_responsible_on_the_last_day_owes_one_and_nobody_else() -> None:
    made = signed(transfers=[transfer(["a", "b"], "2025-06-30"), transfer(["d"], "2025-07-01")])
    assert [("a", "missing"), ("b", "missing")] == states(LEAD, made)


def test_kinds_of_agencies_that_owe_no_reports_owe_none() -> None:
    kinds = vocabulary("agency-kinds", ministry={"reports": True}, company={"reports": False})
    company, ministry = agency("company", kind="company"), agency("ministry")
    made = signed(transfers=[transfer(["company", "ministry"], "2025-02-01")])
    assert [("ministry", "missing")] == states(kinds, company, ministry, made)


# --- on time, late, missing ---


@pytest.mark.parametrize(
    "reported_on,state",
    [
        ("2025-06-01", "on_time"),
        ("2025-07-15", "on_time"),
        ("2025-07-16", "late"),
        ("2025-07-10..2025-07-15", "on_time"),
        ("2025-07-15..2025-07-16", "late"),
        ("2026-01-01", "missing"),
    ],
)
def test_a_report_is_on_time_within_the_days_allowed(reported_on: str, state: str) -> None:
    made = signed(report("u1", "lead", reported_on, "2025-Q2"))
    assert [("lead", state)] == states(LEAD, made)


def test_a_report_that_may_have_been_in_time_is_uncertain() -> None:
    found = owed(LEAD, signed(report("u1", "lead", "2025-07", "2025-Q2")))
    assert [("late", True)] == [(entry.state, entry.uncertain) for entry in found]


@pytest.mark.parametrize(
    "as_of,state", [("2025-07-01", "awaited"), ("2025-07-15", "awaited"), ("2025-07-16", "missing")]
)
def test_what_has_not_come_is_awaited_until_the_days_allowed_have_passed(
    as_of: str, state: str
) -> None:
    assert [("lead", state)] == states(LEAD, signed(), as_of=as_of)


@pytest.mark.parametrize(
    "period,state",
    [
        ("2025-Q2", "on_time"),
        ("2025-01..2025-06", "on_time"),
        ("2025", "on_time"),
        ("2025-06", "missing"),
        ("2025-Q1", "missing"),
        ("2025-Q3", "missing"),
    ],
)
def test_a_report_counts_for_every_period_that_it_covers_wholly(period: str, state: str) -> None:
    assert [("lead", state)] == states(LEAD, signed(report("u1", "lead", "2025-07-01", period)))


def test_the_first_report_decides() -> None:
    made = signed(
        report("u1", "lead", "2025-08-01", "2025-Q2"), report("u2", "lead", "2025-07-01", "2025-Q2")
    )
    assert [("lead", "on_time")] == states(LEAD, made)


def test_a_published_fact_is_no_report() -> None:
    assert [("lead", "missing")] == states(
        LEAD, signed(update("u1", "2025-06-30", "in_progress", sources=["gazette"]))
    )


def test_one_of_two_does_not_answer_for_the_other() -> None:
    made = signed(
        report("u1", "a", "2025-07-01", "2025-Q2"), transfers=[transfer(["a", "b"], "2025-02-01")]
    )
    assert [("a", "on_time"), ("b", "missing")] == states(LEAD, made)


def test_the_successor_answers_for_an_agency_that_ended_with_the_period() -> None:
    made = signed(report("u1", "new", "2025-07-10", "2025-Q2"))
    assert [("lead", "on_time")] == states(merged("lead", "new", "2025-07-01"), made)


def test_who_merely_supports_does_not_answer() -> None:
    made = signed(
        report("u1", "helper", "2025-07-01", "2025-Q2"), supporting_agencies=[{"agency": "helper"}]
    )
    assert [("lead", "missing")] == states(LEAD, made)


# --- the figures ---


def test_the_figures_add_up() -> None:
    def case(identifier: str, *updates: dict[str, Any]) -> Record:
        return commitment(
            identifier, signed_on="2025-01-01", lead_agency="lead", updates=list(updates)
        )

    found = snapshot(
        "2025-12-31",
        LEAD,
        case("kept", report("u1", "lead", "2025-07-01", "2025-Q2")),
        case("late", report("u1", "lead", "2025-08-01", "2025-Q2")),
        case("never"),
        case("perhaps", report("u1", "lead", "2025-07", "2025-Q2")),
    )
    figures = compliance(found, standings(found), Q2)
    assert {
        "reports_due": 4,
        "reports_on_time": 1,
        "reports_late": 2,
        "reports_missing": 1,
        "reports_awaited": 0,
        "reporting_rate": 1 / 4,
    } == {name: figure.value for name, figure in figures.items()}
    assert (("kept",), ("perhaps",)) == (
        figures["reporting_rate"].records,
        figures["reporting_rate"].left_out,
    )


def test_awaited_reports_are_in_neither_part_of_the_rate() -> None:
    found = snapshot("2025-07-01", LEAD, signed())
    figures = compliance(found, standings(found), Q2)
    assert 1 == figures["reports_awaited"].value
    assert figures["reporting_rate"].value is None


# --- periods ---


@pytest.mark.parametrize(
    "cycle,as_of,expected",
    [
        ("month", "2025-03-01", ["2025-01", "2025-02"]),
        ("quarter", "2025-10-01", ["2025-Q1", "2025-Q2", "2025-Q3"]),
        ("quarter", "2025-09-30", ["2025-Q1", "2025-Q2"]),
        ("half_year", "2026-01-01", ["2025-01..2025-06", "2025-07..2025-12"]),
        ("year", "2026-12-31", ["2025"]),
        ("quarter", "2020-01-01", []),
    ],
)
def test_periods_run_from_the_first_to_the_last_that_is_over(
    cycle: str, as_of: str, expected: list[str]
) -> None:
    found = snapshot(
        as_of, reporting={"cycle": cycle, "days_allowed": 15, "first_period": "2025-01..2025-01"}
    )
    assert expected == [str(period) for period in reporting_periods(found)]


@given(some.sampled_from(["month", "quarter", "half_year", "year"]), some.dates(date(1000, 1, 1)))
def test_every_day_lies_in_one_period_of_each_cycle(cycle: str, on: date) -> None:
    period = period_of(cycle, on)
    assert period.holds(Date.of(on))
    assert period == period_of(cycle, period.first) == period_of(cycle, period.last)
