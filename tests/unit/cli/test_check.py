"""`portal check` from end to end."""

import json
from pathlib import Path

import pytest

from generator.checks.contract import Codes
from generator.cli.commands import check
from generator.errors import Severity
from tests.checking import SOLAR, solar, written
from tests.history.replay import Replay
from tests.unit.cli.conftest import Portal

DAY = ("--as-of", "2026-01-31")
WRONG = written(SOLAR, solar(field="helth"))
DOUBTFUL = written(SOLAR, solar(content={"en": "Two  spaces"}))


def test_a_sound_registry_passes(registry: Path, portal: Portal) -> None:
    outcome = portal("--registry", str(registry), *DAY, "check")
    assert (outcome.status, outcome.out) == (0, "No findings in 12 records.\n")


def test_an_error_fails_and_is_told_with_place_and_cure(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(WRONG)
    outcome = portal(*DAY, "check")
    assert outcome.status == check.FOUND
    first, second, summary = outcome.out.splitlines()
    assert first == (
        f"registry/{SOLAR}:10:1: error VOC01 field: `helth` is not a code of the vocabulary fields."
    )
    assert second.startswith("  fix: Did you mean health? ")
    assert summary == "1 error in 12 records."


def test_a_warning_passes_unless_strict(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(DOUBTFUL)
    assert portal(*DAY, "check").status == 0
    assert portal(*DAY, "check", "--strict").status == check.FOUND


def test_a_review_has_a_status_of_its_own(
    registry: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (registry / SOLAR).write_bytes(DOUBTFUL)
    monkeypatch.setattr("generator.checks.prose.CODES", Codes(PROSE01=Severity.REVIEW))
    assert portal(*DAY, "check").status == check.REVIEW
    (registry / "agencies/energy.yml").write_bytes(b"")
    assert portal(*DAY, "check").status == check.FOUND


def test_paths_choose_what_is_shown_not_what_is_checked(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(WRONG)
    outcome = portal(*DAY, "check", "registry/agencies", "registry/partners")
    assert (outcome.status, outcome.out) == (0, "No findings in 3 records.\n")
    assert portal(*DAY, "check", "registry/commitments").status == check.FOUND


def test_json_is_json_whatever_is_found(registry: Path, portal: Portal) -> None:
    (registry / "agencies/e\x1b\udcff.yml").write_bytes(b"[" * 50_000)
    outcome = portal(*DAY, "check", "--format", "json")
    data = json.loads(outcome.out)
    assert data["summary"] == {"errors": 1, "reviews": 0, "warnings": 0, "records": 12}
    assert data["findings"][0]["path"] == "registry/agencies/e\\x1b\\udcff.yml"


def test_paths_are_relative_if_the_registry_is_below(
    registry: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (registry / SOLAR).write_bytes(WRONG)
    monkeypatch.chdir(registry)
    assert portal("--registry", ".", *DAY, "check").out.startswith("commitments/energy/solar.yml:")
    monkeypatch.chdir(registry / "agencies")
    assert portal("--registry", "..", *DAY, "check").out.startswith("../commitments/")


def test_an_empty_folder_is_no_registry(
    tmp_path: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "registry").mkdir()
    outcome = portal(*DAY, "check")
    assert outcome.status == check.FOUND
    assert outcome.out.startswith("registry/registry.yml:1:1: error CHECK02: ")


def test_a_base_adds_what_was_published_and_is_gone(
    tmp_path: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay = Replay(tmp_path / "repository")
    replay.commit("Edit", {SOLAR: solar(lead_agency="coordinator")})
    replay.build()
    monkeypatch.chdir(replay.folder)
    assert portal(*DAY, "check").status == 0
    outcome = portal(*DAY, "check", "--base", "HEAD^")
    assert outcome.status == check.REVIEW
    assert f"registry/{SOLAR}:11:1: review RESP05 lead_agency: " in outcome.out


def test_a_base_that_is_not_there_stops_the_check(registry: Path, portal: Portal) -> None:
    outcome = portal("--registry", str(registry), *DAY, "check", "--base", "main")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Error: The registry {registry} has no history")
