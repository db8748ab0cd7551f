"""`mkdocs build` asks for the same site as `portal build`."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.history import Head
from generator.site import state
from generator.theme import defaults

COMMITTED = datetime(2026, 3, 31, 20, 0, tzinfo=UTC)  # In the zone below: 1 April.


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    (tmp_path / "registry.yml").write_text("time_zone: Asia/Tokyo\n", encoding="utf-8")
    return tmp_path


def stand_on(monkeypatch: pytest.MonkeyPatch, commit: Head | None) -> None:
    monkeypatch.setattr(state, "head", lambda _: commit)


def test_the_day_is_that_of_the_commit_in_the_registry_s_time_zone(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_on(monkeypatch, Head("c0ffee", COMMITTED, dirty=False))
    assert date(2026, 4, 1) == defaults.settings(registry, "public", None, None).as_of


@pytest.mark.parametrize("commit", [None, Head("c0ffee", COMMITTED, dirty=True)])
def test_with_edits_or_without_commits_the_day_is_today(
    registry: Path, monkeypatch: pytest.MonkeyPatch, commit: Head | None
) -> None:
    stand_on(monkeypatch, commit)
    assert defaults.settings(registry, "public", None, None).as_of > date(2026, 4, 1)


def test_a_day_that_is_asked_for_holds(registry: Path) -> None:
    assert date(2030, 5, 6) == defaults.settings(registry, "public", "2030-05-06", None).as_of


def test_what_is_no_day_is_refused(registry: Path) -> None:
    with pytest.raises(PortalError, match="as_of_not_a_day"):
        defaults.settings(registry, "public", "2030-02-30", None)


def test_only_the_internal_edition_tells_the_commit(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_on(monkeypatch, Head("c0ffee", COMMITTED, dirty=False))
    assert not defaults.settings(registry, "public", None, None).commit
    assert "c0ffee" == defaults.settings(registry, "internal", None, None).commit


def test_a_broken_registry_is_left_to_the_checks(tmp_path: Path) -> None:
    made = defaults.settings(tmp_path / "missing", "public", None, None)
    assert tmp_path / "missing" == made.registry
