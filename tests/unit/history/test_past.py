"""The records of a registry as they were, before and after each revision."""

from pathlib import Path

import pytest

from generator.errors import Finding
from generator.history import Edit, Repository, documents_at, edits, open_repository
from generator.load import Document, load_folder
from tests.checking import SOLAR, solar
from tests.history.replay import Replay

WIND = "commitments/energy/wind.yml"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return Replay(tmp_path / "repository")


def opened(replay: Replay) -> Repository:
    found = open_repository(replay.build())
    assert found is not None
    return found


def lives(replay: Replay) -> dict[str, list[Edit]]:
    """The edits of each commit but the first, by its subject."""
    found = list(edits(opened(replay)))
    return {revision.commit.subject: list(done) for revision, done in found[1:]}


def place(document: Document | Finding | None) -> object:
    assert isinstance(document, Document)
    return document.data.get("place")


def test_a_past_registry_is_what_its_folder_was(replay: Replay) -> None:
    replay.commit("Edit", {SOLAR: solar(place="Huế"), "note.txt": "no record", "a/.gitkeep": ""})
    found = opened(replay)
    assert load_folder(replay.registry) == documents_at(found, found.head)
    before = {each.path: each for each in documents_at(found, replay.id("Begin")).documents}
    assert place(before[SOLAR]) is None


def test_an_edit_has_the_record_before_and_after(replay: Replay) -> None:
    replay.commit("Edit", {SOLAR: solar(place="Huế")})
    [edit] = lives(replay)["Edit"]
    assert ("commitments", "solar", SOLAR) == (edit.entity, edit.id, edit.path)
    assert [None, "Huế"] == [place(edit.before), place(edit.after)]


def test_a_record_that_moved_is_the_same_at_another_path(replay: Replay) -> None:
    replay.move("commitments/energy", "commitments/coordinator", "Move")
    [edit] = lives(replay)["Move"]
    assert "solar" == edit.id
    assert isinstance(edit.before, Document)
    assert isinstance(edit.after, Document)
    assert edit.before.data == edit.after.data
    assert "commitments/coordinator/solar.yml" == edit.path


def test_a_record_that_was_deleted_and_restored_has_a_gap(replay: Replay) -> None:
    replay.commit("Delete", {SOLAR: None})
    replay.revert("Delete")
    told = lives(replay)
    assert [None] == [edit.after for edit in told["Delete"]]
    assert [None] == [edit.before for edit in told['Revert "Delete"']]


def test_a_file_that_cannot_be_read_is_a_finding_and_history_goes_on(replay: Replay) -> None:
    replay.commit("Break", {SOLAR: b"a: [\n"})
    replay.commit("Break again", {SOLAR: b"\xff"})
    replay.commit("Mend", {SOLAR: solar(place="Huế")})
    told = lives(replay)
    [broken], [again], [mended] = told["Break"], told["Break again"], told["Mend"]
    assert isinstance(broken.after, Finding)
    assert "YAML01" == broken.after.code
    assert isinstance(again.after, Finding)
    assert isinstance(broken.before, Document)
    assert broken.before == again.before == mended.before
    assert "Huế" == place(mended.after)


def test_a_record_that_went_unreadable_does_not_come_back_as_it_was(replay: Replay) -> None:
    replay.commit("Break", {SOLAR: b"a: [\n"})
    replay.commit("Delete", {SOLAR: None})
    replay.commit("Add", {SOLAR: solar()})
    told = lives(replay)
    assert isinstance(told["Delete"][0].before, Document)
    assert told["Add"][0].before is None


def test_history_that_begins_with_an_unreadable_record_says_so(replay: Replay) -> None:
    replay.commit("Break", {SOLAR: b"a: [\n"})
    replay.commit("Mend", {SOLAR: solar()})
    [(_, [mended])] = edits(opened(replay), "main", replay.id("Break"))
    assert isinstance(mended.before, Finding)


def test_of_two_files_of_one_record_the_first_by_its_path_holds(replay: Replay) -> None:
    replay.commit("Copy behind", {"commitments/zz/solar.yml": solar(place="Zuoz")})
    replay.commit("Copy before", {"commitments/aa/solar.yml": solar(place="Aarau")})
    replay.commit("Delete", {"commitments/aa/solar.yml": None, SOLAR: None})
    told = lives(replay)
    assert [] == told["Copy behind"]
    assert ["Aarau"] == [place(edit.after) for edit in told["Copy before"]]
    assert ["Zuoz"] == [place(edit.after) for edit in told["Delete"]]


def test_a_file_that_holds_no_record_is_nobodys_edit(replay: Replay) -> None:
    replay.commit(
        "Note", {"notes.txt": b"a", "commitments/energy/solar.yaml": b"b", "x/y.yml": b""}
    )
    assert [] == lives(replay)["Note"]
