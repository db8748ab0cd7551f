"""`portal audit` from end to end."""

import json
from pathlib import Path

import pytest

from generator.cli.commands import check
from tests.history.replay import Replay
from tests.unit.audit.planted import aud06, aud07, aud11, aud12, clean
from tests.unit.cli.conftest import Portal


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    made = clean(tmp_path / "repository")
    made.folder.mkdir()
    monkeypatch.chdir(made.folder)
    return made


def test_a_history_in_order_passes_and_says_that_this_is_internal(
    replay: Replay, portal: Portal
) -> None:
    replay.build()
    outcome = portal("audit")
    assert outcome.status == 0
    assert outcome.out.startswith("No findings.\nRevisions looked at: 5.")
    assert "Internal: " in outcome.out


def test_the_status_tells_errors_from_what_needs_a_review(replay: Replay, portal: Portal) -> None:
    aud12(replay)
    replay.build()
    assert portal("audit").status == 0
    aud11(replay)
    replay.build()
    assert portal("audit").status == check.REVIEW
    aud07(replay)
    replay.build()
    assert portal("audit").status == check.FOUND
    assert portal("audit", "--since", "2026-01-01").status == 0


def test_an_audit_as_of_an_older_commit_knows_no_newer_one(replay: Replay, portal: Portal) -> None:
    aud07(replay)
    replay.build()
    assert portal("--at", "v1", "audit").status == 0


def test_what_was_published_is_read_from_its_record(
    replay: Replay, portal: Portal, tmp_path: Path
) -> None:
    known = aud06(replay)
    replay.build()
    file = tmp_path / "build.json"
    file.write_text(json.dumps({"commit": known[0][1]}), encoding="utf-8")
    outcome = portal("audit", "--published", str(file), "--format", "json")
    assert outcome.status == check.FOUND
    [finding] = json.loads(outcome.out)["findings"]
    assert ("AUD06", [known[0][1]]) == (finding["code"], finding["commits"])


@pytest.mark.parametrize("content", [b"no JSON", b"\xff", b"[" * 200_000])
def test_a_record_that_cannot_be_read_stops_the_audit(
    replay: Replay, portal: Portal, tmp_path: Path, content: bytes
) -> None:
    replay.build()
    file = tmp_path / "build.json"
    file.write_bytes(content)
    outcome = portal("audit", "--published", str(file))
    assert (outcome.status, outcome.out) == (2, "")
    assert "build.json" in outcome.err


def test_without_a_history_it_says_so(registry: Path, portal: Portal) -> None:
    outcome = portal("--registry", str(registry), "audit")
    assert outcome.status == 2
    assert "git" in outcome.err
