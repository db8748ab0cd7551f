"""What was worked out of a revision is remembered by its commit, and never trusted blindly."""

import sqlite3
from pathlib import Path

import pytest

from generator.history import Edit, Repository, Revision, derived, edits, open_repository
from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git


class Counting:
    """Says how many records each revision edited, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, revision: Revision, found: tuple[Edit, ...]) -> bytes:
        self.asked += 1
        return f"{revision.commit.subject}: {len(found)} {revision.note}".rstrip().encode()


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """Six commits, two of which have nothing to do with the registry."""
    replay = Replay(tmp_path / "repository")
    replay.commit("One", {SOLAR: solar(place="One")})
    replay.commit("Elsewhere", {"/README": b"read me"})
    replay.commit("Broken", {SOLAR: b"\xff"})
    replay.commit("Two", {SOLAR: solar(place="Two")})
    replay.commit("Elsewhere again", {"/README": b"read me again"})
    return replay


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def opened(folder: Path, cache: Path | None) -> Repository:
    found = open_repository(folder, cache=cache, allow_shallow=True)
    assert found is not None
    return found


def told(folder: Path, cache: Path | None, kind: str = "count") -> tuple[list[str], int]:
    """What is derived, and how many revisions had to be asked for it."""
    count = Counting()
    return [text.decode() for _, text in derived(opened(folder, cache), kind, count)], count.asked


def file_of(cache: Path) -> Path:
    [file] = cache.glob("*.sqlite")
    return file


def test_a_second_run_reads_nothing_and_says_the_same(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    plain, _ = told(folder, None)
    assert (plain, 4) == told(folder, cache)
    assert (plain, 0) == told(folder, cache)


def test_a_new_commit_is_all_that_is_read(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    told(folder, cache)
    git(folder, "rm", "-q", SOLAR)
    git(folder, "commit", "-qm", "Gone")
    found, asked = told(folder, cache)
    assert (["One: 1", "Broken: 1", "Two: 1", "Gone: 1"], 1) == (found[1:], asked)


def test_each_kind_has_its_own_results(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    told(folder, cache)
    assert 4 == told(folder, cache, "count twice")[1]
    assert 0 == told(folder, cache)[1]


def test_a_note_that_came_later_is_seen(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    told(folder, cache)
    git(folder, "notes", "--ref=approvals", "add", "-m", "noted", replay.id("Two"))
    assert "Two: 1 noted" in told(folder, cache)[0]


def test_a_damaged_result_is_worked_out_again(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    plain, _ = told(folder, cache)
    with sqlite3.connect(file_of(cache)) as connection:
        name = f"count {replay.id('Broken')}".encode()
        connection.execute("UPDATE derived SET value = ? WHERE name = ?", (b"forged", name))
    connection.close()
    assert (plain, 2) == told(folder, cache)


def test_a_damaged_file_is_parsed_again(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    plain = [found for _, found in edits(opened(folder, cache))]
    with sqlite3.connect(file_of(cache)) as connection:
        connection.execute("UPDATE blobs SET value = x'80'")
    connection.close()
    assert plain == [found for _, found in edits(opened(folder, cache))]


def test_what_was_parsed_is_remembered_with_its_problems(
    replay: Replay, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = replay.build()
    plain = [found for _, found in edits(opened(folder, cache))]
    monkeypatch.setattr("generator.load.strict.parse", lambda _: pytest.fail("parsed again"))
    assert plain == [found for _, found in edits(opened(folder, cache))]


def test_a_file_that_is_no_cache_is_replaced(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    plain, _ = told(folder, cache)
    file_of(cache).write_bytes(b"no database" * 1000)
    assert (plain, 4) == told(folder, cache)
    assert (plain, 4) == told(folder, cache)
    assert (plain, 0) == told(folder, cache)


def test_another_branch_shares_what_both_have(replay: Replay, cache: Path) -> None:
    folder = replay.build()
    told(folder, cache)
    git(folder, "checkout", "-qb", "other", replay.id("One"))
    found, asked = told(folder, cache)
    assert (["Begin", "One"], 0) == ([each.partition(":")[0] for each in found], asked)


def test_a_clone_that_is_cut_leaves_nothing_behind(
    replay: Replay, tmp_path: Path, cache: Path
) -> None:
    replay.build()
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{replay.folder}", "clone")
    folder = tmp_path / "clone" / "registry"
    cut, _ = told(folder, cache)
    assert 1 == len(cut)
    git(tmp_path / "clone", "fetch", "-q", "--unshallow")
    assert told(folder, None) == told(folder, cache)
