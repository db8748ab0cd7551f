"""What follows from the global options."""

import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator import site
from generator.cli.invocation import Invocation, selected
from generator.errors import PortalError


def today(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def commit(folder: Path, day: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(
            ["git", *arguments],
            cwd=folder,
            check=True,
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_COMMITTER_DATE": day, "HOME": "/"},
        )


def zoned(registry: Path, zone: str) -> None:
    file = registry / "registry.yml"
    file.write_bytes(file.read_bytes().replace(b"time_zone: UTC", f"time_zone: {zone}".encode()))


@pytest.mark.parametrize(
    "zone, day",
    [("UTC", date(2025, 9, 30)), ("Asia/Ho_Chi_Minh", date(2025, 10, 1))],
)
def test_the_day_is_that_of_the_commit_in_the_registrys_time_zone(
    zone: str, day: date, registry: Path
) -> None:
    zoned(registry, zone)
    commit(registry.parent, "2025-09-30T18:00:00+00:00")
    assert Invocation(registry).as_of == day


def test_with_uncommitted_edits_it_is_today(registry: Path) -> None:
    commit(registry.parent, "2025-09-30T18:00:00+00:00")
    (registry / "registry.yml").write_bytes(b"id: registry\n")
    assert Invocation(registry).as_of == today("UTC")


def test_without_a_repository_it_is_today_in_the_registrys_time_zone(registry: Path) -> None:
    zoned(registry, "Pacific/Kiritimati")
    assert Invocation(registry).as_of == today("Pacific/Kiritimati")


def test_a_past_day_is_asked_of_a_registry_that_is_checked_as_of_its_own(registry: Path) -> None:
    commit(registry.parent, "2025-09-30T18:00:00+00:00")
    asked = Invocation(registry, as_of=date(2024, 1, 1)).settings
    assert (asked.as_of, asked.checked_on) == (date(2024, 1, 1), date(2025, 9, 30))


def test_a_day_that_is_named_needs_no_repository(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(site, "state_of")
    assert Invocation(registry, as_of=date(2025, 1, 1)).as_of == date(2025, 1, 1)


@pytest.mark.parametrize(
    "settings", [b"", b"[" * 50_000, b"\xff", b"languages: vi\ntime_zone: 3\n"]
)
def test_broken_settings_leave_something_to_work_with(settings: bytes, registry: Path) -> None:
    (registry / "registry.yml").write_bytes(settings)
    broken = Invocation(registry)
    assert (broken.languages, broken.language, broken.as_of) == ((), "en", today("UTC"))


def test_settings_that_are_no_plain_file_are_not_waited_for(registry: Path) -> None:
    (registry / "registry.yml").unlink()
    (registry / "registry.yml").symlink_to("/dev/zero")
    assert Invocation(registry).languages == ()


def test_a_language_must_be_one_of_the_registrys(registry: Path) -> None:
    with pytest.raises(PortalError, match="language_not_offered"):
        _ = Invocation(registry, language="vi").language
    assert Invocation(registry, language="en").language == "en"


def test_paths_are_named_as_the_registry_names_them(registry: Path) -> None:
    found = Invocation(Path("registry"))
    assert found.within([Path("registry")]) == ("",)
    assert found.within([Path("registry/agencies")]) == ("agencies",)
    assert found.within([registry / "agencies" / ".." / "agencies" / "energy.yml"]) == (
        "agencies/energy.yml",
    )


@pytest.mark.parametrize("path", [".", "..", "registry/../other", "registry-2", "/"])
def test_a_path_outside_is_refused(path: str, registry: Path) -> None:
    with pytest.raises(PortalError, match="path_outside_registry"):
        Invocation(registry).within([Path(path)])


def test_a_link_in_the_registry_is_itself_and_not_what_it_points_to(registry: Path) -> None:
    (registry / "agencies/link.yml").symlink_to("/etc/hostname")
    assert Invocation(registry).within([registry / "agencies/link.yml"]) == ("agencies/link.yml",)


def test_a_folder_selects_what_is_below_it() -> None:
    assert selected("agencies/a.yml", ())
    assert selected("agencies/a.yml", ("",))
    assert selected("agencies/a.yml", ("agencies",))
    assert not selected("agencies-2/a.yml", ("agencies",))
