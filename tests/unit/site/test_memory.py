"""What a build remembers belongs to one site folder of one registry in one edition."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.site import Memory, Settings
from generator.site.memory import all_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "registry", date(2025, 12, 31))


def test_nothing_is_remembered_before_the_build_is_finished(
    settings: Settings, tmp_path: Path
) -> None:
    with Memory(tmp_path, settings, tmp_path / "site") as memory:
        memory.keep("pages", {"a": b"1", "b": b"2"})
        assert [] == list(memory.all("pages"))
        memory.finish()
        assert {"a": b"1", "b": b"2"} == dict(memory.all("pages"))
    with Memory(tmp_path, settings, tmp_path / "site") as memory:
        memory.keep("pages", {"c": b"3"}, ["a"])
        memory.finish()
        assert {"b": b"2", "c": b"3"} == dict(all_of(memory, "pages"))


def test_another_site_has_another_memory(settings: Settings, tmp_path: Path) -> None:
    places = [
        (settings, tmp_path / "site"),
        (settings, tmp_path / "other"),
        (replace(settings, edition="internal"), tmp_path / "site"),
        (replace(settings, registry=tmp_path / "another"), tmp_path / "site"),
    ]
    for number, (asked, target) in enumerate(places):
        with Memory(tmp_path, asked, target) as memory:
            assert [] == list(memory.all("records"))
            memory.keep("records", {"a": b"%d" % number})
            memory.finish()
    assert 4 == len(list(tmp_path.glob("site-*.sqlite")))


def test_without_a_memory_there_is_nothing() -> None:
    assert [] == list(all_of(None, "pages"))
