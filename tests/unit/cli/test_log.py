"""`portal log`: the life of a record in sentences; all of it is made up."""

import json
from pathlib import Path

import pytest

from tests.checking import SOLAR, base, solar
from tests.history.replay import Replay
from tests.unit.cli.conftest import Portal

ENERGY = "agencies/energy.yml"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    replay = Replay(tmp_path / "repository")
    replay.commit("Who", {ENERGY: base(ENERGY) | {"author_domains": ["energy.example.org"]}})
    replay.commit(
        "Move the date (#7)",
        {SOLAR: solar(implementation={"to_on": "2026"})},
        by="ngan",
        on="2025-06-01T23:30:00+00:00",
    )
    replay.build()
    replay.tag("2025-Q2")
    monkeypatch.chdir(replay.folder)
    return replay


def test_a_folder_without_history_is_told(registry: Path, portal: Portal) -> None:
    found = portal("log")
    assert 2 == found.status
    assert registry.name in found.err


@pytest.mark.usefixtures("history")
def test_a_record_that_is_not_there_is_told(portal: Portal) -> None:
    found = portal("log", "moon")
    assert (2, "") == (found.status, found.out)
    assert "moon" in found.err


@pytest.mark.usefixtures("history")
def test_a_commit_that_is_not_there_is_told(portal: Portal) -> None:
    assert "--all" in portal("log", "--since=--all").err


@pytest.mark.usefixtures("history")
def test_a_records_life_is_told_in_sentences(portal: Portal) -> None:
    found = portal("log", "solar")
    assert 0 == found.status
    assert "2025-06-01  Solar power  (commitments/solar)" in found.out
    assert "Due date: nothing → 2026." in found.out
    assert "(by Energy)" in found.out
    assert "Ngân" not in found.out


@pytest.mark.usefixtures("history")
def test_the_internal_edition_names_person_commit_and_pull_request(portal: Portal) -> None:
    out = portal("--edition", "internal", "log", "solar").out
    assert "by Ngân Trần (Energy), pull request 7, " in out


@pytest.mark.usefixtures("history")
def test_an_agencys_log_has_its_commitments(portal: Portal) -> None:
    assert "Solar power" in portal("log", "energy").out
    assert "Solar power" not in portal("log", "coordinator").out


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("since", ["2025-06-02", "2025-07", "2026", "HEAD"])
def test_what_came_before_is_left_out(since: str, portal: Portal) -> None:
    assert "Nothing happened.\n" == portal("log", "--since", since).out


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("until", ["2025-01-01", "2025-Q1", "HEAD~1"])
def test_what_came_after_is_left_out(until: str, portal: Portal) -> None:
    assert "Due date" not in portal("log", "--until", until).out


def test_programs_get_every_change_as_an_object(history: Replay, portal: Portal) -> None:
    public = json.loads(portal("log", "solar", "--format", "json").out)["changes"]
    assert ["record_added", "due_changed"] == [each["kind"] for each in public]
    assert "2026" == public[1]["after"]
    assert not {"commit", "person", "pull_request", "approvals"} & public[1].keys()
    inside = portal("--edition", "internal", "log", "solar", "--format", "json").out
    assert history.id("Move the date (#7)") == json.loads(inside)["changes"][1]["commit"]


def test_nothing_in_a_record_becomes_markup_or_moves_the_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:
    replay = Replay(tmp_path / "repository")
    replay.commit(
        "Attack",
        {SOLAR: solar(place={"en": "<b>*x*</b> @all"})},
        by="\x1b[31mRed\x07 <red@x.example>",
    )
    replay.build()
    monkeypatch.chdir(replay.folder)
    text = portal("--edition", "internal", "log", "solar").out
    assert "\x1b" not in text
    assert "\x07" not in text
    markdown = portal("--edition", "internal", "log", "solar", "--format", "markdown").out
    assert "<b>" not in markdown
    assert "@all" not in markdown
