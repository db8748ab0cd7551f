"""`portal show`, and `--at`: what was known at a commit, how it stood on a day, and both."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import builders
from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git
from tests.unit.cli.conftest import Portal

DUE = {"implementation": {"to_on": "2025-06-30"}}
DONE = builders.update("u1", "2025-03-31", "in_progress", sources=["gazette"])
LATER = builders.update("u2", "2025-09-30", "completed", sources=["gazette"])


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    """A commitment that was begun in April and completed in October, as was said on those days."""
    replay = Replay(tmp_path)
    replay.commit("April", {SOLAR: solar(**DUE, updates=[DONE])}, on="2025-04-10T09:00:00+07:00")
    replay.commit("October", {SOLAR: solar(**DUE, updates=[DONE, LATER])}, on="2025-10-10")
    replay.tag("v1", "April")
    replay.build()
    monkeypatch.chdir(tmp_path)
    return replay


def told(portal: Portal, *arguments: str) -> dict[str, Any]:
    outcome = portal(*arguments, "show", "solar", "--format", "json")
    assert (0, "") == (outcome.status, outcome.err)
    found: dict[str, Any] = json.loads(outcome.out)
    return found


@pytest.mark.usefixtures("replay")
@pytest.mark.parametrize(
    "options, as_of, status, overdue, updates",
    [
        ((), "2025-10-10", "completed", False, 2),
        (("--as-of", "2025-08-01"), "2025-08-01", "in_progress", True, 2),
        (("--at", "v1"), "2025-04-10", "in_progress", False, 1),
        (("--at", "v1", "--as-of", "2025-12-31"), "2025-12-31", "in_progress", True, 1),
        (("--at", "v1", "--as-of", "2025-01-01"), "2025-01-01", None, False, 1),
    ],
)
def test_what_was_known_and_the_day_are_two_questions(
    options: tuple[str, ...],
    as_of: str,
    status: str | None,
    overdue: bool,
    updates: int,
    portal: Portal,
) -> None:
    found = told(portal, *options)
    standing = found["standing"]
    stands = (standing["delivery_status"], standing["overdue"], len(found["record"]["updates"]))
    assert (as_of, status, overdue, updates) == (found["as_of"], *stands)


def test_statistics_are_those_of_a_commit(replay: Replay, portal: Portal) -> None:
    def completed(*options: str) -> int:
        outcome = portal(*options, "stats", "--period", "2025", "--format", "json")
        assert (0, "") == (outcome.status, outcome.err)
        count: int = json.loads(outcome.out)["delivery"]["completed"]
        return count

    day = ("--as-of", "2025-12-31")
    assert [1, 0] == [completed(*day), completed("--at", replay.id("April"), *day)]


@pytest.mark.usefixtures("replay")
def test_the_past_is_checked_as_it_was(replay: Replay, portal: Portal) -> None:
    (replay.registry / SOLAR).write_bytes(b"broken: [")
    assert 1 == portal("check").status
    assert 0 == portal("--at", "HEAD", "check").status


@pytest.mark.usefixtures("replay")
def test_two_past_commits_are_compared(portal: Portal) -> None:
    assert "BASE" not in portal("--at", "HEAD", "check", "--base", "v1").out
    assert "BASE" in portal("--at", "v1", "check", "--base", "HEAD").out


@pytest.mark.usefixtures("replay")
@pytest.mark.parametrize("ref", ["nothing", "--help", "-1"])
def test_a_commit_that_is_not_known_is_said_so(ref: str, portal: Portal) -> None:
    outcome = portal(f"--at={ref}", "show", "solar")
    assert 2 == outcome.status
    assert ref in outcome.err


@pytest.mark.usefixtures("replay")
@pytest.mark.parametrize("command", ["build", "fmt", "new", "serve"])
def test_what_works_on_files_takes_no_commit(command: str, portal: Portal) -> None:
    outcome = portal("--at", "HEAD", command)
    assert 2 == outcome.status
    assert "--at" in outcome.err


def test_without_a_history_there_is_no_past(registry: Path, portal: Portal) -> None:
    outcome = portal("--at", "HEAD", "show", "solar")
    assert 2 == outcome.status
    assert registry.name in outcome.err
    assert 0 == portal("show", "solar").status


@pytest.mark.usefixtures("replay")
def test_a_record_is_shown_in_words(portal: Portal) -> None:
    outcome = portal("--at", "v1", "--as-of", "2025-12-31", "show", "solar")
    assert 0 == outcome.status
    first, second, _, *rest = outcome.out.splitlines()
    assert "commitments/solar" == first
    assert "31 December 2025" in second
    assert "Delivery: In progress" in rest
    assert "Responsible: Energy" in rest
    assert any("Overdue" in line for line in rest)
    assert "Partners:" in rest


@pytest.mark.usefixtures("replay")
def test_yaml_says_what_json_says(portal: Portal) -> None:
    written = portal("show", "solar", "--format", "yaml").out
    assert told(portal) == yaml.safe_load(written)


@pytest.mark.usefixtures("replay")
@pytest.mark.parametrize(
    "name, said",
    [("sollar", "solar"), ("nothing-like-it", "nothing-like-it"), ("x\x1b[2J", r"\x1b")],
)
def test_a_record_that_is_not_there_is_said_so(name: str, said: str, portal: Portal) -> None:
    outcome = portal("show", name)
    assert 2 == outcome.status
    assert said in outcome.err


def test_an_id_that_two_records_have_is_asked_for_with_its_kind(
    registry: Path, portal: Portal
) -> None:
    text = (registry / "agencies/energy.yml").read_text("utf-8").replace("id: energy", "id: solar")
    (registry / "agencies/solar.yml").write_text(text, encoding="utf-8")
    outcome = portal("show", "solar")
    assert 2 == outcome.status
    assert "agencies/solar, commitments/solar" in outcome.err
    assert "agencies/solar" == portal("show", "agencies/solar").out.splitlines()[0]


def test_what_is_withheld_today_is_not_shown_of_the_past(replay: Replay, portal: Portal) -> None:
    replay.folder.joinpath("registry", SOLAR).write_bytes(
        (replay.registry / SOLAR).read_bytes() + b"visibility: internal\n"
    )
    assert 2 == portal("--at", "v1", "show", "solar").status
    assert 0 == portal("--at", "v1", "--edition", "internal", "show", "solar").status


def test_while_the_registry_is_broken_nobody_can_tell_what_may_be_shown(
    replay: Replay, portal: Portal
) -> None:
    (replay.registry / SOLAR).write_bytes(b"broken: [")
    assert 2 == portal("--at", "v1", "show", "solar").status
    assert 0 == portal("--at", "v1", "--edition", "internal", "show", "solar").status


def test_a_shallow_clone_names_its_cure(
    replay: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{replay.folder}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert "fetch-depth: 0" in portal("--at", "HEAD", "show", "solar").err
