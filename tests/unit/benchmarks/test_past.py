"""A synthetic history is what it promises: so many commits, each a change of the registry."""

import subprocess
import sys
from pathlib import Path

from benchmarks.synthetic.past import tell
from generator.history import edits, open_repository
from generator.load import Document

COMMITS = 30


def test_a_synthetic_history_is_the_same_everywhere_and_readable(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        tell(tmp_path / name, 10, COMMITS, ("vi", "en"))
        repository = open_repository(tmp_path / name / "registry")
        assert repository is not None
        found.append(repository)
    assert found[0].head == found[1].head
    assert COMMITS == len(found[0].chain())
    told = list(edits(found[0], "next"))
    assert COMMITS + 1 == len(told)
    assert all(isinstance(edit.after, Document) for _, done in told for edit in done)
    assert all(1 == len(done) for _, done in told[1:])
    assert any(revision.merged for revision, _ in told)


def test_what_is_measured_counts_every_edit(tmp_path: Path) -> None:
    tell(tmp_path / "history", 10, COMMITS, ("en",))
    registry = tmp_path / "history" / "registry"

    def counted(what: str, *cache: str) -> int:
        command = [sys.executable, "-m", "benchmarks.reading", str(registry), what, "main", *cache]
        return int(subprocess.run(command, check=True, capture_output=True).stdout)

    files = sum(1 for _ in registry.rglob("*.yml"))
    assert files == counted("days")
    assert files + COMMITS - 1 == counted("records", str(tmp_path / "cache"))
    assert files + COMMITS - 1 == counted("records", str(tmp_path / "cache"))
