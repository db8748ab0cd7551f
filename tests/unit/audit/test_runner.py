"""How an audit is run: in one pass, with what is excused left out, and no rule hiding another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.audit import vanished
from generator.audit.contract import Notes, Step
from generator.errors import Finding, PortalError
from generator.history.running import Git
from tests.checking import SOLAR, words
from tests.history.replay import Replay
from tests.unit.audit.planted import (
    REGISTRY,
    WIND,
    aud07,
    aud11,
    clean,
    judge,
    record,
    settings,
    wind,
)


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return clean(tmp_path / "repository")


def codes(replay: Replay, since: str = "") -> list[str]:
    return [finding.code for finding in judge(replay, since=since).findings]


def excuse(replay: Replay, **exception: str) -> None:
    told = {"code": "AUD07", "id": "wind", "reason": words("It was filed by mistake.")}
    replay.commit("Excuse", {REGISTRY: settings(exceptions=[told | exception])})


def test_a_rule_that_crashes_is_a_finding_and_hides_no_other(
    replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def revision(step: Step, notes: Notes) -> Iterator[Finding]:
        if step.commit.subject == "Edit":
            yield step.finding(vanished.CODES, "AUD07", step.deeds[0], **notes)
            raise KeyError("odd\nthing")

    monkeypatch.setattr(vanished, "revision", revision)
    aud11(replay)
    assert ["AUD01", "AUD07", "AUD11"] == sorted(codes(replay))


def test_a_rule_of_the_whole_that_crashes_is_a_finding_too(
    replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def history(past: object) -> Iterator[Finding]:
        yield from [].__getitem__(past)  # type: ignore[call-overload]

    monkeypatch.setattr("generator.audit.published.history", history)
    assert ["AUD01"] == codes(replay)


def test_what_is_excused_is_counted_and_not_told(replay: Replay) -> None:
    aud07(replay)
    excuse(replay)
    verdict = judge(replay)
    assert ([], 1) == (list(verdict.findings), verdict.excused)


def test_an_exception_holds_for_its_commit_alone(replay: Replay) -> None:
    aud07(replay)
    replay.build()
    excuse(replay, commit=replay.id("Tidy up")[:12])
    assert codes(replay) == []
    replay.commit("Restore", {WIND: wind()})
    replay.commit("Tidy up again", {WIND: None})
    assert ["AUD07"] == codes(replay)


def test_an_exception_for_another_record_or_code_excuses_nothing(replay: Replay) -> None:
    aud07(replay)
    excuse(replay, id="solar")
    assert ["AUD02", "AUD07"] == sorted(codes(replay))
    excuse(replay, code="AUD09")
    assert ["AUD02", "AUD07"] == sorted(codes(replay))


def test_a_baseline_is_held_against_nobody_and_what_came_after_is(replay: Replay) -> None:
    files = {f"commitments/energy/c{at}.yml": wind(id=f"c{at}") for at in range(30)}
    replay.commit("Import", files)
    replay.build()
    baseline = {"commit": replay.id("Import"), "reason": words("An import.")}
    replay.commit("Explain the import", {REGISTRY: settings(baselines=[baseline])})
    verdict = judge(replay)
    assert ([], 1) == (list(verdict.findings), verdict.excused)
    replay.commit("Tidy up", dict.fromkeys(files))
    assert {"AUD07", "AUD17"} == set(codes(replay))


def test_since_tells_only_what_came_after_and_remembers_what_came_before(replay: Replay) -> None:
    for value in (5, 7):
        amount = {"id": "a1", "value": value, "currency": "USD", "what": words("Loan")}
        replay.commit(f"Say {value}", {SOLAR: record(amounts=[amount])})
    replay.commit("Drop", {WIND: None}, on="2025-03-01T20:00:00+00:00")
    replay.tag("v2")
    back = record(amounts=[amount | {"value": 5}])
    replay.commit("Say 5 again", {SOLAR: back}, on="2025-03-02T20:00:00+00:00")
    assert ["AUD07", "AUD13"] == sorted(codes(replay))
    assert ["AUD13"] == codes(replay, "v2")
    assert ["AUD13"] == codes(replay, "2025-03-02")
    assert ["AUD07", "AUD13"] == sorted(codes(replay, "2025-03-01"))
    assert judge(replay, since="2025-03-02").revisions == 1


def test_since_does_not_ask_whether_an_excuse_is_needed(replay: Replay) -> None:
    excuse(replay)
    assert ["AUD02"] == codes(replay)
    assert codes(replay, "v1") == []


def test_a_tag_left_behind_is_told_whatever_the_time(replay: Replay) -> None:
    replay.branch("old")
    replay.commit("Publish", {WIND: wind(place=words("Vinh"))})
    replay.tag("v2")
    replay.switch("main")
    replay.commit("Explain", {"/README.md": "On.\n"}, on="2026-01-01T00:00:00+00:00")
    assert ["AUD05"] == codes(replay, "2026-01-01")


def test_a_ref_that_is_not_there_is_named(replay: Replay) -> None:
    with pytest.raises(PortalError, match="ref_unknown"):
        judge(replay, since="--all")


def test_no_process_runs_for_a_single_commit(
    replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    run = Git.run

    def counted(self: Git, *arguments: str, given: bytes = b"") -> bytes:
        calls.append(arguments[0])
        return run(self, *arguments, given=given)

    monkeypatch.setattr(Git, "run", counted)
    judge(replay)
    few = len(calls)
    for at in range(100):
        replay.commit(f"Report {at}", {WIND: wind(place=words(f"Place {at}"))})
    calls.clear()
    judge(replay)
    assert few == len(calls)
