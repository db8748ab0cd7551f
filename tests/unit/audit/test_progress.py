"""What is told of progress over time: dates, steps back, slips, figures that return."""

from pathlib import Path
from typing import Any

import pytest

from generator.errors import Finding
from tests.checking import SOLAR, words
from tests.history.replay import Replay
from tests.unit.audit.planted import APPROVED, FIRST, MILESTONE, SECOND, clean, entry, judge, record

WHY = words("The river rose.")


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return clean(tmp_path / "repository")


def edit(replay: Replay, *updates: dict[str, Any], on: str = "", **keys: Any) -> None:  # noqa: ANN401 - plain data
    told = {"by": "ngan", "body": APPROVED, "on": on}
    replay.commit("Edit", {SOLAR: record(*updates, **keys)}, **told)


def found(replay: Replay) -> list[Finding]:
    return list(judge(replay).findings)


def codes(replay: Replay) -> list[str]:
    return [finding.code for finding in found(replay)]


def report(day: str) -> dict[str, Any]:
    return entry("u3", day, 50, reported_by="energy", reported_on=day, period="2024-Q4")


@pytest.mark.parametrize(
    "reported, committed, expected",
    [
        ("2025-02-01", "2025-02-16T23:00:00+00:00", []),
        ("2025-02-01", "2025-02-17T00:00:00+00:00", ["AUD14"]),
        ("2025-02-18", "2025-02-17T00:00:00+00:00", []),
        ("2025-02-19", "2025-02-17T00:00:00+00:00", ["AUD15"]),
    ],
)
def test_a_report_is_committed_within_the_days_allowed(
    replay: Replay, reported: str, committed: str, expected: list[str]
) -> None:
    edit(replay, report(reported), on=committed)
    assert expected == codes(replay)


@pytest.mark.parametrize(
    "state, expected", [("2025-01-05", []), ("2025-01-04", ["AUD14"]), ("2025", [])]
)
def test_a_published_fact_may_be_found_until_it_would_be_stale(
    replay: Replay, state: str, expected: list[str]
) -> None:
    edit(replay, entry("u3", state, 50), on="2025-07-04T09:00:00+00:00")
    assert expected == codes(replay)


def test_an_entry_that_is_edited_later_is_not_dated_anew(replay: Replay) -> None:
    edit(replay, place=words("Huế"), on="2026-06-01T09:00:00+00:00")
    assert codes(replay) == []


def test_a_step_back_with_a_reason_is_none(replay: Replay) -> None:
    edit(replay, entry("u3", "2025-01-08", 30, reason=WHY))
    edit(
        replay,
        entry("u3", "2025-01-08", 30, reason=WHY),
        entry("u4", "2025-01-09", 30, delivery_status="suspended", reason=WHY),
    )
    assert codes(replay) == []


def test_a_reason_that_stood_there_before_explains_nothing_new(replay: Replay) -> None:
    old = entry("u3", "2025-01-08", 30, reason=WHY)
    edit(replay, old)
    edit(replay, old, entry("u4", "2025-01-09", 10))
    assert ["AUD11"] == codes(replay)


def test_a_status_that_stops_or_may_not_follow_goes_back(replay: Replay) -> None:
    done = entry("u3", "2025-01-08", 100, delivery_status="completed")
    edit(replay, done)
    edit(replay, done, entry("u4", "2025-01-09", 100, delivery_status="suspended"))
    [finding] = found(replay)
    told = [finding.arguments[key] for key in ("before", "after")]
    assert ("AUD11", ["completed", "suspended"]) == (finding.code, told)


def test_a_milestone_that_is_open_again_goes_back(replay: Replay) -> None:
    edit(replay, milestones=[MILESTONE | {"completed_on": "2025-01-07"}])
    edit(replay, milestones=[MILESTONE])
    assert ["AUD11"] == codes(replay)


def test_a_correction_that_lowers_needs_its_reason_too(replay: Replay) -> None:
    edit(replay, entry("u3", "2025-01-04", 30, corrects="u2"))
    assert ["AUD11"] == codes(replay)


def test_a_milestone_that_loses_its_date_slipped_and_one_that_comes_sooner_did_not(
    replay: Replay,
) -> None:
    edit(replay, milestones=[MILESTONE | {"slips": [{"id": "s1", "slipped_on": "2025-01-08"}]}])
    edit(replay, milestones=[MILESTONE], implementation={"to_on": "2027"})
    edit(replay, milestones=[MILESTONE], implementation={"to_on": "2026"})
    assert sorted(["AUD12", "AUD09"]) == sorted(codes(replay))


def test_a_slip_knows_how_often_and_by_which_commits(replay: Replay) -> None:
    names = []
    for year in (2026, 2027, 2028, 2029):
        told = {"by": "ngan", "body": APPROVED, "name": str(year)}
        due = {SOLAR: record(implementation={"to_on": str(year)})}
        names.append(replay.commit("Edit", due, **told))
    slips = [each for each in found(replay) if each.code == "AUD12"]
    assert ["1", "2", "3"] == sorted(each.arguments["times"] for each in slips)
    [last] = [each for each in slips if each.arguments["times"] == "3"]
    assert [replay.id(name) for name in names[1:]] == last.arguments["commits"].split()


def test_a_log_that_is_rewritten_tells_each_entry_once(replay: Replay) -> None:
    told = FIRST | {"summary": words("Nothing."), "state_on": "2025-01-03"}
    edit(replay, updates=[told, SECOND])
    assert ["AUD09"] == codes(replay)
