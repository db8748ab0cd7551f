"""Each value of a record knows the commit that last set it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.history import edits, open_repository, origins
from generator.history.blame import leaves
from tests.checking import SOLAR, solar
from tests.history.replay import Replay

MOVED = "commitments/coordinator/solar.yml"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return Replay(tmp_path / "repository")


def subjects(replay: Replay, now: Mapping[str, Any]) -> dict[str, str | None]:
    """Key path to the subject of the commit that set it."""
    found = open_repository(replay.build())
    assert found is not None
    told = edits(found, record=("commitments", "solar"))
    life = [(revision, edit) for revision, done in told for edit in done]
    return {
        origin.key: origin.revision.commit.subject if origin.revision else None
        for origin in origins(life, now, lambda _, document: document.data)
    }


def test_a_value_is_that_of_the_commit_that_set_it(replay: Replay) -> None:
    now = solar(place={"en": "Huế", "vi": "Huế"}, signed_on="2024-09")
    replay.commit("Place", {SOLAR: solar(place={"en": "Huế"})})
    replay.commit("Day and word", {SOLAR: now})
    found = subjects(replay, now)
    assert "Begin" == found["field"]
    assert "Place" == found["place.en"]
    assert "Day and word" == found["place.vi"] == found["signed_on"]


def test_moving_formatting_and_breaking_a_file_set_nothing(replay: Replay) -> None:
    replay.move("commitments/energy", "commitments/coordinator", "Move")
    replay.commit("Format", {MOVED: replay.text(MOVED) + b"# a comment\n"})
    replay.commit("Break", {MOVED: b"broken: ["})
    replay.commit("Mend", {MOVED: solar(signed_on="2024-09")})
    found = subjects(replay, solar(signed_on="2024-09"))
    assert {"signed_on"} == {key for key, subject in found.items() if subject == "Mend"}
    assert {"Begin", "Mend"} == set(found.values())


def test_a_value_that_was_changed_and_changed_back_is_that_of_the_second(replay: Replay) -> None:
    replay.commit("Change", {SOLAR: solar(signed_on="2024-09")})
    replay.revert("Change")
    assert 'Revert "Change"' == subjects(replay, solar())["signed_on"]


def test_what_was_deleted_and_restored_was_set_by_who_restored_it(replay: Replay) -> None:
    replay.commit("Delete", {SOLAR: None})
    replay.revert("Delete")
    assert {'Revert "Delete"'} == set(subjects(replay, solar()).values())


def test_an_entry_keeps_its_commit_when_another_comes_before_it(replay: Replay) -> None:
    second = {"id": "u2", "state_on": "2025-02"}
    replay.commit("Second", {SOLAR: solar(updates=[second])})
    now = solar(updates=[{"id": "u1", "state_on": "2025-01"}, second])
    replay.commit("First", {SOLAR: now})
    found = subjects(replay, now)
    assert ["First", "Second"] == [found["updates.u1.state_on"], found["updates.u2.state_on"]]


def test_of_a_merge_the_branch_tells_who_and_the_merge_when(replay: Replay) -> None:
    replay.branch("slip")
    now = solar(signed_on="2024-09")
    replay.commit("Slip", {SOLAR: now}, by="ngan")
    replay.switch("main")
    replay.merge("slip", "Merge pull request #7 from slip")
    found = open_repository(replay.build())
    assert found is not None
    told = [(r, e) for r, done in edits(found, record=("commitments", "solar")) for e in done]
    [origin] = [
        each
        for each in origins(told, now, lambda _, document: document.data)
        if each.key == "signed_on"
    ]
    assert origin.revision is not None
    assert origin.commit is not None
    assert ["7", "Ngân Trần"] == [origin.revision.pull_request, origin.commit.author.name]


def test_a_value_that_no_commit_visibly_set_has_none(replay: Replay) -> None:
    assert subjects(replay, solar(signed_on="1999"))["signed_on"] is None


def test_what_could_not_be_seen_was_not_set(replay: Replay) -> None:
    replay.commit("Show", {SOLAR: solar(signed_on="2024-09")})
    found = open_repository(replay.build())
    assert found is not None
    told = [(r, e) for r, done in edits(found, record=("commitments", "solar")) for e in done]
    seen = [None, {"field": "energy"}]
    [origin] = origins(told, {"field": "energy"}, lambda *_: seen.pop(0))
    assert origin.revision is not None
    assert "Show" == origin.revision.commit.subject


def test_every_value_has_a_key_path_of_its_own() -> None:
    data = {"a": [], "b": ["x", "x"], "c": [{"id": "i", "d": 1}, {"d": False}]}
    assert {"a": [], "b.x": "x", "b.x~2": "x", "c.i.id": "i", "c.i.d": 1, "c.1.d": False} == dict(
        leaves(data)
    )
