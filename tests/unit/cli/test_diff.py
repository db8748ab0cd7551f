"""`portal diff`: what a change means; all of it is made up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.checking import SOLAR, solar, words, written
from tests.history.replay import Replay, git
from tests.unit.cli.conftest import Portal

WIND = "commitments/energy/wind.yml"
LATE = {"implementation": {"to_on": "2024-12-31"}}


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    replay = Replay(tmp_path / "repository")
    replay.tag("v1")
    replay.commit("Late", {SOLAR: solar(**LATE)})
    replay.build()
    monkeypatch.chdir(replay.folder)
    return replay


def told(portal: Portal, *arguments: str) -> dict[str, Any]:
    *options, last = arguments
    found = portal(*options, "diff", *last.split(), "--format", "json")
    assert (0, "") == (found.status, found.err)
    result: dict[str, Any] = json.loads(found.out)
    return result


def kinds(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["id"], each["kind"]) for each in found["changes"]]


def test_a_folder_without_history_is_told(registry: Path, portal: Portal) -> None:
    found = portal("diff", "HEAD")
    assert (2, "") == (found.status, found.out)
    assert registry.name in found.err


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("pair", [("moon",), ("v1", "moon"), ("--", "--all")])
def test_a_commit_that_is_not_there_is_told(pair: tuple[str, ...], portal: Portal) -> None:
    found = portal("diff", *pair)
    assert (2, "") == (found.status, found.out)
    assert pair[-1] in found.err


@pytest.mark.usefixtures("history")
def test_a_state_does_not_differ_from_itself(portal: Portal) -> None:
    found = portal("diff", "HEAD")
    assert 0 == found.status
    assert "Nothing differs." in found.out


@pytest.mark.usefixtures("history")
def test_records_come_first_then_the_figures_and_pages_that_they_move(portal: Portal) -> None:
    out = portal("diff", "v1", "HEAD").out
    parts = [
        "Due date: nothing → 31 December 2024.",
        "All commitments: Overdue 0 → 1",
        "Energy: Overdue 0 → 1",
        "/commitments/solar/ (en)",
    ]
    assert sorted(parts, key=out.index) == parts


def test_the_files_as_they_are_are_compared_with_a_commit(history: Replay, portal: Portal) -> None:
    (history.registry / WIND).write_bytes(written(WIND, solar(id="wind")))
    (history.registry / SOLAR).unlink()
    found = told(portal, "HEAD")
    assert [("solar", "record_vanished"), ("wind", "record_added")] == kinds(found)
    pages = {each["address"]: each["what"] for each in found["pages"]}
    assert ("removed", "added") == (pages["commitments/solar/"], pages["commitments/wind/"])


def test_formatting_alone_is_nothing(history: Replay, portal: Portal) -> None:
    file = history.registry / SOLAR
    file.write_bytes(b"# a comment\n" + file.read_bytes())
    found = told(portal, "HEAD")
    assert ([], [], []) == (found["changes"], found["figures"], found["pages"])


def test_the_way_back_undoes_the_way_there(history: Replay, portal: Portal) -> None:
    assert history.registry.is_dir()
    forth, back = told(portal, "v1 HEAD"), told(portal, "HEAD v1")
    assert [(each["before"], each["after"]) for each in forth["figures"]] == [
        (each["after"], each["before"]) for each in back["figures"]
    ]


def test_a_file_that_moved_is_the_same_record(history: Replay, portal: Portal) -> None:
    moved = history.registry / "commitments/coordinator/solar.yml"
    moved.parent.mkdir(exist_ok=True)
    (history.registry / SOLAR).rename(moved)
    assert [("solar", "record_relocated")] == kinds(told(portal, "HEAD"))


def test_a_file_that_cannot_be_read_stops_nothing(history: Replay, portal: Portal) -> None:
    (history.registry / SOLAR).write_text("id: [", encoding="utf-8")
    found = told(portal, "--edition", "internal", "HEAD")
    assert [("solar", "record_unreadable")] == kinds(found)
    assert (None, None) == (found["figures"], found["pages"])


def test_a_file_that_can_be_read_again_is_not_a_new_record(history: Replay, portal: Portal) -> None:
    history.commit("Break", {SOLAR: "id: ["})
    history.build()
    (history.registry / SOLAR).write_bytes(written(SOLAR, solar()))
    found = told(portal, "--edition", "internal", "HEAD")
    assert [("solar", "record_readable")] == kinds(found)


def test_an_old_state_that_no_schema_knows_is_compared_as_plain_data(
    history: Replay, portal: Portal
) -> None:
    old = written(SOLAR, solar()).replace(b"schema_version: 1\n", b"schema_version: 0\nera: iron\n")
    (history.registry / SOLAR).write_bytes(old)
    found = told(portal, "--edition", "internal", "HEAD")
    assert ("solar", "value_added") in kinds(found)
    assert "iron" in [each.get("after") for each in found["changes"]]


def test_the_public_edition_tells_nothing_of_a_registry_with_errors(
    history: Replay, portal: Portal
) -> None:
    (history.registry / SOLAR).write_text("id: [", encoding="utf-8")
    assert 2 == portal("diff", "HEAD").status


@pytest.mark.parametrize("value", ["secret 1", "secret 2"])
def test_what_is_internal_leaves_no_trace_in_the_public_edition(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:
    def hidden(words_inside: str) -> dict[str, Any]:
        entry = {"id": "d1", "raised_on": "2025-02-01", "kind": "other"}
        inside = {"description": words(words_inside), "visibility": "internal"}
        return {"difficulties": [entry | inside]}

    secret = solar(id="wind", title=words(value), visibility="internal", ground="security")
    replay = Replay(tmp_path / "repository")
    replay.commit("Hide", {SOLAR: solar(**hidden(value)), WIND: secret})
    replay.commit("Show", {SOLAR: solar(**hidden(f"{value}!"), **LATE)})
    replay.build()
    monkeypatch.chdir(replay.folder)
    found = told(portal, "HEAD~1 HEAD")
    assert [("solar", "due_changed")] == kinds(found)
    assert value not in json.dumps(found)
    inside = json.dumps(told(portal, "--edition", "internal", "HEAD~1 HEAD"))
    assert f"{value}!" in inside


def test_what_is_withheld_today_was_never_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:
    replay = Replay(tmp_path / "repository")
    replay.commit("Place", {SOLAR: solar(place=words("Here"))})
    replay.tag("v1")
    replay.commit("Another", {SOLAR: solar(place=words("There"))})
    replay.tag("v2")
    mark = {"withheld": [{"key": "place", "ground": "security"}]}
    replay.commit("Withhold", {SOLAR: solar(place=words("There"), **mark)})
    replay.build()
    monkeypatch.chdir(replay.folder)
    assert [] == told(portal, "v1 v2")["changes"]
    assert kinds(told(portal, "--edition", "internal", "v1 v2"))


@pytest.mark.usefixtures("history")
def test_annotations_name_the_file(portal: Portal) -> None:
    out = portal("diff", "v1", "--format", "github").out
    assert out.startswith(f"::notice file=registry/{SOLAR},line=1,title=Solar power::")


def test_a_clone_that_is_cut_is_told_how_to_be_whole(
    history: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portal: Portal
) -> None:

    cut = tmp_path / "cut"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{history.folder}", str(cut))
    monkeypatch.chdir(cut)
    assert "fetch-depth: 0" in portal("diff", "HEAD").err
    assert 0 == portal("diff", "HEAD", "--allow-shallow").status
