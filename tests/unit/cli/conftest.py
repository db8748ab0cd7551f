"""A registry on disk, and the program as a person calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.checking import BASE, read


@dataclass(frozen=True)
class Outcome:
    """What one call of the program came to."""

    status: int
    out: str
    err: str


Portal = Callable[..., Outcome]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base of the cases as `registry/` of the current folder, outside any repository."""
    folder = tmp_path / "registry"
    for path, content in read(BASE).items():
        assert isinstance(content, bytes)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def portal(capsys: pytest.CaptureFixture[str]) -> Portal:
    """Call the program."""

    def call(*arguments: str) -> Outcome:
        status = main.run(arguments)
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return call
