"""What git tells of a registry, whatever a repository is set up to do."""

import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.history import head, running


def git(folder: Path, *arguments: str, **environment: str) -> None:
    names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    command = ["git", "-C", str(folder), *arguments]
    path = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=path | names | environment)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A committed registry of one file, in a repository with another file."""
    folder = tmp_path / "repository" / "registry"
    folder.mkdir(parents=True)
    (folder / "registry.yml").write_bytes(b"id: registry\n")
    (folder.parent / "README").write_bytes(b"read me\n")
    git(folder.parent, "init", "--quiet")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "first", GIT_COMMITTER_DATE="2025-09-30T23:30:00 -0330")
    return folder


def dirty(folder: Path) -> bool:
    found = head(folder)
    assert found is not None
    return found.dirty


def test_a_folder_outside_any_repository_has_no_head(tmp_path: Path) -> None:
    assert head(tmp_path) is None


def test_a_repository_without_a_commit_has_no_head(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert head(tmp_path) is None


def test_a_machine_without_git_has_no_head(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(registry))
    assert head(registry) is None


def test_a_commits_time_keeps_its_offset(registry: Path) -> None:
    found = head(registry)
    assert found is not None
    zone = timezone(-timedelta(hours=3, minutes=30))
    assert datetime(2025, 9, 30, 23, 30, tzinfo=zone) == found.committed_at
    assert len(found.commit) == 40
    assert not found.dirty


def test_an_edit_is_seen_even_if_its_length_and_time_are_the_same(registry: Path) -> None:
    (registry / "registry.yml").write_bytes(b"id: registrx\n")
    assert dirty(registry)


def test_a_staged_edit_is_still_not_committed(registry: Path) -> None:
    (registry / "registry.yml").write_bytes(b"id: other\n")
    git(registry, "add", ".")
    assert dirty(registry)


def test_a_new_file_and_a_missing_one_are_seen(registry: Path) -> None:
    (registry / "new.yml").write_bytes(b"")
    assert dirty(registry)
    (registry / "new.yml").unlink()
    assert not dirty(registry)
    (registry / "registry.yml").unlink()
    assert dirty(registry)


def test_a_file_that_became_a_link_is_seen(registry: Path) -> None:
    (registry / "registry.yml").unlink()
    (registry / "registry.yml").symlink_to("../README")
    assert dirty(registry)


def test_an_edit_elsewhere_does_not_count(registry: Path) -> None:
    (registry.parent / "README").write_bytes(b"changed\n")
    assert not dirty(registry)


def test_a_name_that_is_no_text_is_read(registry: Path) -> None:
    (Path(str(registry)) / "gió\udcff.yml").write_bytes(b"")
    assert dirty(registry)
    git(registry, "add", ".")
    git(registry, "commit", "-qm", "odd")
    assert not dirty(registry)


@pytest.mark.parametrize(
    "key, value",
    [
        ("core.fsmonitor", "{trap}"),
        ("core.hooksPath", "{folder}"),
        ("core.pager", "{trap}"),
        ("filter.trap.clean", "{trap}"),
        ("filter.trap.smudge", "{trap}"),
        ("filter.trap.process", "{trap}"),
        ("diff.external", "{trap}"),
        ("gpg.program", "{trap}"),
        ("core.sshCommand", "{trap}"),
        ("alias.rev-parse", "!{trap}"),
    ],
)
def test_a_repository_cannot_make_git_run_anything(key: str, value: str, registry: Path) -> None:
    sprung = registry.parent / "sprung"
    trap = registry.parent / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\n", encoding="utf-8")
    trap.chmod(0o755)
    for hook in ("post-index-change", "pre-auto-gc", "reference-transaction"):
        (registry.parent / hook).symlink_to(trap)
    (registry / ".gitattributes").write_text("*.yml filter=trap diff=trap\n", encoding="utf-8")
    git(registry, "config", key, value.format(trap=trap, folder=registry.parent))
    git(registry, "config", "log.showSignature", "true")
    (registry / "registry.yml").write_bytes(b"id: registrx\n")
    assert dirty(registry)
    assert not sprung.exists()


def test_a_hooks_own_environment_does_not_lead_elsewhere(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert not dirty(registry)


def test_a_broken_repository_is_told(registry: Path) -> None:
    for ref in (registry.parent / ".git" / "refs" / "heads").iterdir():
        ref.write_text("1" * 40 + "\n", encoding="utf-8")
    with pytest.raises(PortalError, match="git_failed"):
        head(registry)


def test_a_git_that_hangs_is_not_waited_for(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = registry.parent / "git"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:/usr/bin:/bin")
    monkeypatch.setattr(running, "_SECONDS", 0.2)
    with pytest.raises(PortalError, match="git_failed"):
        head(registry)
