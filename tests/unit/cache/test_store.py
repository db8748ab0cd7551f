"""What is kept comes back as it was, or not at all."""

import os
import sqlite3
import time
from pathlib import Path

import pytest

from generator.cache import Store, fingerprint

TABLES = ("some", "other")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "below" / "kept"


def store(file: Path, program: bytes = b"1") -> Store:
    return Store(file, program, TABLES)


def keep(file: Path, program: bytes = b"1", **values: bytes) -> None:
    with store(file, program) as opened:
        opened.change({"some": values}, {})


def kept(file: Path, program: bytes = b"1") -> dict[str, bytes]:
    with store(file, program) as opened:
        return dict(opened.all("some"))


def test_a_value_comes_back(file: Path) -> None:
    keep(file, one=b"1", two=b"\x00\xff" * 9999)
    assert {"one": b"1", "two": b"\x00\xff" * 9999} == kept(file)
    with store(file) as opened:
        assert b"1" == opened.get("some", "one")
        assert opened.get("some", "three") is None
        assert opened.get("other", "one") is None


def test_values_are_replaced_and_dropped(file: Path) -> None:
    keep(file, one=b"1", two=b"2")
    with store(file) as opened:
        opened.change({"some": {"one": b"3"}}, {"some": ["two", "never there"]})
    assert {"one": b"3"} == kept(file)


def test_a_name_may_be_that_of_any_file(file: Path) -> None:
    names = {"a\udcff/b\n.yml": b"1", "": b"2", "'; DROP TABLE some": b"3"}
    keep(file, **names)
    assert names == kept(file)


def test_another_program_sees_nothing(file: Path) -> None:
    keep(file, one=b"1")
    assert {} == kept(file, b"2")
    keep(file, b"2", two=b"2")
    assert {"one": b"1"} == kept(file)


def test_a_value_under_another_name_is_not_there(file: Path) -> None:
    keep(file, one=b"1", two=b"2")
    with sqlite3.connect(file.with_name("kept.sqlite")) as connection:
        connection.execute("UPDATE some SET name = CAST('three' AS BLOB) WHERE value = x'31'")
    connection.close()
    assert {"two": b"2"} == kept(file)


def test_nothing_is_kept_outside_the_store(file: Path) -> None:
    opened = store(file)
    opened.change({"some": {"one": b"1"}}, {})
    assert [] == list(opened.all("some"))
    assert not file.parent.exists()


def test_only_the_user_may_look_into_a_new_folder(file: Path) -> None:
    keep(file, one=b"1")
    assert 0 == file.parent.stat().st_mode & 0o077


def test_who_cannot_write_at_once_waits_and_then_does_without(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cache.store._PATIENCE", 0.01)
    keep(file, one=b"1")
    other = sqlite3.connect(file.with_name("kept.sqlite"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    keep(file, one=b"2")
    assert {} == kept(file)
    other.execute("ROLLBACK")
    other.close()
    assert {"one": b"1"} == kept(file)


def test_who_read_before_another_wrote_does_not_write(file: Path) -> None:
    keep(file, one=b"1")
    with store(file) as late:
        assert {"one": b"1"} == dict(late.all("some"))
        keep(file, one=b"2", two=b"2")
        late.change({"some": {"one": b"3"}}, {"some": ["two"]})
    assert {"one": b"2", "two": b"2"} == kept(file)


def test_what_nobody_used_for_long_makes_room(file: Path) -> None:
    keep(file, one=b"1")
    old = file.with_name("kept.sqlite")
    long_ago = time.time() - 90 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    keep(file.with_name("another"), one=b"1")
    assert ["another.sqlite"] == [each.name for each in file.parent.iterdir()]


def test_a_program_has_one_fingerprint_until_a_file_of_it_changes(tmp_path: Path) -> None:
    fingerprint.cache_clear()
    first = fingerprint(tmp_path)
    assert first == fingerprint(tmp_path)
    (tmp_path / "template.html").write_text("a", "utf-8")
    fingerprint.cache_clear()
    second = fingerprint(tmp_path)
    (tmp_path / "template.html").write_text("b", "utf-8")
    fingerprint.cache_clear()
    assert 3 == len({first, second, fingerprint(tmp_path)})
