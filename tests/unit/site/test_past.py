"""The registry as it was recorded by the ends of past quarters."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks import Request, sound_files
from generator.errors import PortalError
from generator.history import open_repository
from generator.pages.recorded import Recorded
from generator.site import Settings
from generator.site.past import recorded
from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git

DAY = date(2026, 1, 31)


def due(on: str) -> dict[str, object]:
    return solar(implementation={"to_on": on})


def told(folder: Path, edition: str = "public", day: date = DAY, *, cut: bool = False) -> Recorded:
    """The chronicle of a built registry."""
    repository = open_repository(folder, allow_shallow=True)
    assert repository
    settings = Settings(folder, day, edition, known_on=DAY, tip=repository.head, allow_shallow=cut)
    chronicle = recorded(sound_files(Request(folder, DAY)), settings, None)
    assert chronicle
    return chronicle


def dues(chronicle: Recorded) -> list[tuple[str, str]]:
    return [(row.on.isoformat(), str(row.due)) for row in chronicle.known.get("solar", ())]


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """A record whose due date was changed in May 2025 and in August 2025."""
    replay = Replay(tmp_path / "repository")
    replay.commit("First", {SOLAR: due("2027")}, on="2025-02-03")
    replay.commit("Second", {SOLAR: due("2028")}, on="2025-05-20")
    replay.commit("Third", {SOLAR: due("2029")}, on="2025-08-20")
    return replay


def test_without_a_commit_nothing_is_told(replay: Replay) -> None:
    folder = replay.build()
    files = sound_files(Request(folder, DAY))
    assert recorded(files, Settings(folder, DAY), None) is None


def test_a_folder_without_a_repository_has_no_past(tmp_path: Path) -> None:
    replay = Replay(tmp_path / "repository")
    folder = replay.build().rename(tmp_path / "alone")
    files = sound_files(Request(folder, DAY))
    assert recorded(files, Settings(folder, DAY, tip="0" * 40), None) is None


def test_each_past_quarter_knows_what_was_committed_by_its_end(replay: Replay) -> None:
    assert [
        ("2025-03-31", "2027"),
        ("2025-06-30", "2028"),
        ("2025-09-30", "2029"),
    ] == dues(told(replay.build()))


def test_the_quarter_that_is_not_over_is_not_told(replay: Replay) -> None:
    folder = replay.build()
    assert ["2025-03-31"] == [on for on, _ in dues(told(folder, day=date(2025, 6, 30)))]
    assert ["2025-03-31", "2025-06-30"] == [
        on for on, _ in dues(told(folder, day=date(2025, 7, 1)))
    ]


def test_a_record_that_never_changed_is_not_told(tmp_path: Path) -> None:
    replay = Replay(tmp_path / "repository")
    assert {} == told(replay.build()).known


def test_a_commit_that_is_dated_back_was_not_known_earlier(replay: Replay) -> None:
    replay.commit("Dated back", {SOLAR: due("2030")}, on="2025-03-15")
    assert ("2025-03-31", "2027") in dues(told(replay.build()))
    assert ("2025-09-30", "2030") in dues(told(replay.build()))


def test_a_file_that_was_not_sound_then_is_left_out(replay: Replay) -> None:
    replay.commit("Broken", {SOLAR: b"id: [\n"}, on="2025-10-05")
    replay.commit("Unsound", {SOLAR: {**due("2031"), "field": "helth"}}, on="2026-01-05")
    replay.commit("Mended", {SOLAR: due("2031")}, on="2026-01-06")
    assert "2025-12-31" not in dict(dues(told(replay.build())))


def test_a_past_without_settings_is_left_out(tmp_path: Path) -> None:
    replay = Replay(tmp_path / "repository")
    settings = replay.text("registry.yml")
    replay.commit("No settings", {"registry.yml": None, SOLAR: due("2027")}, on="2025-02-03")
    replay.commit("Settings", {"registry.yml": settings}, on="2025-05-20")
    replay.commit("Later", {SOLAR: due("2028")}, on="2025-08-20")
    assert "2025-03-31" not in dict(dues(told(replay.build())))


def test_what_was_internal_then_is_not_told_in_public(replay: Replay) -> None:
    hidden = {**due("2026"), "visibility": "internal", "ground": "negotiation"}
    replay.commit("Hidden", {SOLAR: hidden}, on="2025-11-01")
    replay.commit("Shown", {SOLAR: due("2029")}, on="2026-01-05")
    folder = replay.build()
    assert "2026" not in dict(dues(told(folder))).values()
    assert "2026" in dict(dues(told(folder, "internal"))).values()


def test_a_clone_that_is_cut_is_refused_or_told(replay: Replay, tmp_path: Path) -> None:
    replay.build()
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{replay.folder}", "cut")
    folder = tmp_path / "cut" / "registry"
    assert told(folder, cut=True).is_cut
    with pytest.raises(PortalError, match="history_cut"):
        told(folder)
