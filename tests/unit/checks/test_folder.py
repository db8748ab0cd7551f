"""A check of what changed finds what a check of everything finds, whoever does the work."""

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from generator.checks import Report, Request, check_folder, examining, folder, memory, run
from generator.errors import PortalError, Severity
from generator.load import files, load_folder
from tests.checking import AS_OF, SOLAR, base, codes, words, written
from tests.tools.registries import VALMORA
from tests.unit.checks.edits import edit


@pytest.fixture(autouse=True)
def _even_a_few_files_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_WORTH_KEEPING", 0)
    monkeypatch.setattr(examining, "_TICK", 0)  # tests do not wait


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    shutil.copytree(VALMORA, tmp_path / "registry")
    return tmp_path / "registry"


@pytest.fixture
def request_(registry: Path, tmp_path: Path) -> Request:
    return Request(registry, AS_OF, tmp_path / "cache")


def kept(request: Request) -> Path:
    assert request.cache is not None
    (file,) = request.cache.iterdir()
    return file


def everything(request: Request) -> Report:
    return run(load_folder(request.root), request.as_of)


def told(report: Report) -> object:
    sound = [(each.path, each.data, each.digest) for each in report.sound]
    return report.findings, report.paths, report.is_whole, sound


def is_like_everything(request: Request) -> None:
    assert told(everything(request)) == told(check_folder(request))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_the_findings_are_those_of_a_check_of_everything(
    request_: Request, seed: int
) -> None:
    random = Random(seed)
    original = request_.root.with_name("original")
    shutil.copytree(request_.root, original, symlinks=True)
    for step in range(12):
        if random.random() < 0.2:  # somebody takes it all back
            shutil.rmtree(request_.root)
            shutil.copytree(original, request_.root)
        for _ in range(random.randint(0, 3)):
            edit(request_.root, random)
        day = AS_OF + timedelta(days=random.choice([0, 0, 0, 1, -400, 90]))
        errors_only = step % 5 == 4
        request = replace(request_, as_of=day, errors_only=errors_only)
        if errors_only:
            found, all_ = check_folder(request).findings, everything(request).findings
            assert [each for each in all_ if each.severity is Severity.ERROR] == [
                each for each in found if each.severity is Severity.ERROR
            ]
        else:
            is_like_everything(request)


def test_one_edit_of_a_file_is_seen_by_all_whom_it_concerns(request_: Request) -> None:
    check_folder(request_)
    for file in sorted(request_.root.rglob("*.yml"))[::4]:
        content = file.read_bytes()
        file.write_bytes(content.replace(b"2025", b"2031"))
        is_like_everything(request_)
        file.unlink()
        is_like_everything(request_)
        file.write_bytes(content)
    is_like_everything(request_)


def test_every_day_is_like_a_check_of_that_day(request_: Request) -> None:
    for days in range(0, 3000, 197):
        is_like_everything(replace(request_, as_of=date(2019, 1, 1) + timedelta(days=days)))


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are read from now on."""
    seen: list[str] = []
    read = files.read_stamped

    def noted(file: Path, path: str) -> object:
        seen.append(path)
        return read(file, path)

    monkeypatch.setattr(examining, "read_stamped", noted)
    monkeypatch.setattr(folder, "read_stamped", noted)
    return seen


def test_what_did_not_change_is_not_read_again(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_folder(request_)
    seen = reads(monkeypatch)
    check_folder(request_)
    assert [] == seen
    (request_.root / "texts/about.yml").touch()
    check_folder(request_)
    assert ["texts/about.yml"] == seen


def test_an_agency_concerns_only_those_who_looked_it_up(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_folder(request_)
    (agency, *_) = sorted(request_.root.glob("agencies/*.yml"))
    agency.write_bytes(agency.read_bytes().replace(b"title", b"titel") + b"\n")
    seen = reads(monkeypatch)
    is_like_everything(request_)
    assert 1 < len(set(seen)) < len(list(request_.root.rglob("*.yml"))) / 2


def test_a_change_too_soon_after_a_reading_is_seen(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(status: os.stat_result) -> files.Stamp:
        return files.Stamp(status.st_size, time.time_ns(), 0, 0)

    monkeypatch.setattr(examining, "_TICK", 2_000_000_000)
    monkeypatch.setattr(files.Stamp, "of", blind)
    monkeypatch.setattr(files.Stamp, "__eq__", lambda one, other: other and one.size == other.size)
    check_folder(request_)
    file = request_.root / "registry.yml"
    file.write_bytes(file.read_bytes().replace(b"en", b"xx"))
    is_like_everything(request_)


@pytest.mark.parametrize("with_threads", [False, True])
def test_several_processes_find_the_same(
    request_: Request, monkeypatch: pytest.MonkeyPatch, with_threads: bool
) -> None:
    monkeypatch.setattr(folder, "_WORTH_SHARING", 1)
    edit(request_.root, Random(1))
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    if with_threads:  # a process with threads is not copied, another one is begun
        thread.start()
    try:
        found = check_folder(replace(request_, jobs=2))
    finally:
        ended.set()
    assert told(everything(request_)) == told(found)
    assert told(found) == told(check_folder(request_))


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scribbled(file: Path) -> None:
    content = bytearray(file.read_bytes())
    random = Random(0)
    for at in range(4096, len(content), 997):
        content[at] = random.randrange(256)
    file.write_bytes(content)


def another_file(file: Path) -> None:
    file.write_bytes(b"not a database at all")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def another_layout(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE entries (other TEXT)")
    connection.close()


def forged(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET value = (SELECT value FROM entries LIMIT 1)")
        connection.execute("UPDATE data SET value = (SELECT value FROM data LIMIT 1)")
    connection.close()


def swapped(file: Path) -> None:
    """Rows that are whole, each under another's name."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT name, value, mark FROM entries ORDER BY name").fetchall()
        moved = [(name, *rows[at - 1][1:]) for at, (name, _, _) in enumerate(rows)]
        connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", moved)
    connection.close()


@pytest.mark.parametrize(
    "damage", [torn, scribbled, another_file, a_folder, another_layout, forged, swapped]
)
def test_a_damaged_memory_is_none(request_: Request, damage: Callable[[Path], None]) -> None:
    check_folder(request_)
    damage(kept(request_))
    for _ in range(2):
        is_like_everything(request_)


def test_what_another_program_remembers_is_none(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_folder(request_)
    monkeypatch.setattr(memory, "fingerprint", lambda *_: b"another")
    seen = reads(monkeypatch)
    check_folder(request_)
    assert len(list(request_.root.rglob("*.yml"))) == len(set(seen))


def test_a_memory_that_cannot_be_written_stops_nobody(request_: Request, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    is_like_everything(replace(request_, cache=tmp_path / "file"))


def test_a_build_does_not_hide_warnings_from_a_check(request_: Request) -> None:
    path = request_.root / SOLAR
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(SOLAR, {**base(SOLAR), "title": words("Two  spaces")}))
    assert "PROSE01" not in codes(check_folder(replace(request_, errors_only=True)))
    assert "PROSE01" in codes(check_folder(request_))


def test_documents_are_those_that_were_checked(request_: Request) -> None:
    before = load_folder(request_.root).documents
    for cache in (None, request_.cache, request_.cache):
        report = check_folder(replace(request_, cache=cache))
        file = request_.root / before[-1].path
        file.write_bytes(b"id: other\n")
        assert [each.data for each in before] == [each.data for each in report.sound]
        file.write_bytes(before[-1].content)


def test_a_document_that_is_not_what_was_checked_is_not_given(request_: Request) -> None:
    check_folder(request_)
    report = check_folder(request_)
    kept(request_).unlink()
    (request_.root / report.paths[-1]).write_bytes(b"id: other\n")
    with pytest.raises(PortalError, match="registry_changed"):
        assert report.sound


def test_a_small_registry_is_not_remembered(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_WORTH_KEEPING", 1000)
    check_folder(request_)
    assert request_.cache is not None
    assert not os.path.exists(request_.cache)  # noqa: PTH110 - either way
