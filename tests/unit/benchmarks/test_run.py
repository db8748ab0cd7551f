"""What is measured is what it is called: an edit is one edit, and cold is cold."""

from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.compare import Command, compare
from benchmarks.synthesise import synthesise


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)


def contents(registry: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in registry.rglob("*.yml")}


def test_one_commitment_is_changed_and_the_next_time_changed_back(tmp_path: Path) -> None:
    synthesise(5, tmp_path / "registry", ("vi", "en"))
    before = contents(tmp_path / "registry")
    run.change_one(tmp_path / "registry")
    after = contents(tmp_path / "registry")
    (changed,) = (path for path in before if before[path] != after[path])
    assert "commitments" in changed.parts
    assert before[changed] == after[changed].replace(b": Again ", b": ", 1)
    run.change_one(tmp_path / "registry")
    assert before == contents(tmp_path / "registry")


def test_a_cold_command_finds_nothing_and_a_warm_one_all_but_one_change(tmp_path: Path) -> None:
    synthesise(5, tmp_path / "registry", ("vi", "en"))
    cold, warm = run._cold_and_warm(tmp_path, "check", None)
    for command in (cold, warm):
        assert command.before
        cache = Path(command.argv[list(command.argv).index("--cache") + 1])
        cache.mkdir(parents=True)
        before = contents(tmp_path / "registry")
        command.before()
        assert (command is warm) == cache.exists()
        assert (command is warm) == (before != contents(tmp_path / "registry"))


def test_what_comes_before_a_command_is_done_before_each_run(tmp_path: Path) -> None:
    times: list[int] = []
    command = Command("true", ("true",), before=lambda: times.append(1))
    (row,) = compare([command], 2, 1, tmp_path)
    assert 3 == len(times)
    assert 2 == len(row.costs)
