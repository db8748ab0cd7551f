"""A reader sees the old file or the new one."""

from pathlib import Path

import pytest

from generator.write import files, write_atomically


def test_a_new_file_gets_its_folder(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.yml", b"x")
    assert (tmp_path / "a" / "b.yml").read_bytes() == b"x"
    assert (tmp_path / "a" / "b.yml").stat().st_mode & 0o777 == 0o644


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_atomically(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")

    class Refusing(type(tmp_path)):  # type: ignore[misc]
        def replace(self, target: object) -> object:
            raise OSError(target)

    monkeypatch.setattr(files, "Path", Refusing)
    with pytest.raises(OSError, match=r"a\.yml"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"other")
    (tmp_path / "a.yml").symlink_to("other")
    write_atomically(tmp_path / "a.yml", b"new")
    assert (tmp_path / "other").read_bytes() == b"other"
    assert not (tmp_path / "a.yml").is_symlink()
