"""Small registries for tests of checks: `tests/cases/base`, with some files added or replaced."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.checks import Report, run
from generator.checks.base import Base
from generator.errors import Finding
from generator.load import load
from generator.load.documents import entity_of
from generator.load.files import read_folder
from generator.load.strict import Problem, parse
from generator.schema import schemas
from generator.write import canonical

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
AS_OF = date(2026, 1, 31)

SOLAR = "commitments/energy/solar.yml"
"""The one commitment of the base: signed on 2024-09-10, led by `energy`."""


def read(*folders: Path) -> dict[str, bytes | Finding]:
    """The files of folders laid over each other."""
    return {path: content for folder in folders for path, content in read_folder(folder)}


def case(folder: Path) -> Report:
    """Check a side of a case: its files laid over those of `base`.

    If the case has a `base` of its own beside it, that is what was published before, and an
    empty file in its side deletes what stands there.
    """
    published = folder.parent / "base"
    if not published.is_dir():
        return run(load(read(BASE, folder).items()), AS_OF)
    proposed = {path: content for path, content in read(BASE, published, folder).items() if content}
    before = load(read(BASE, published).items())
    return run(load(proposed.items()), AS_OF, base=Base.of(before))


def written(path: str, data: Mapping[str, Any]) -> bytes:
    """A record as its file holds it."""
    entity = entity_of(path)
    assert entity is not None
    return canonical(data, schemas().shape(entity), ["en"])


def base(path: str) -> dict[str, Any]:
    """The data of a file of the base."""
    data = parse((BASE / path).read_bytes())
    assert not isinstance(data, Problem)
    return data


def check(files: Mapping[str, bytes | Mapping[str, Any]], as_of: date = AS_OF) -> Report:
    """Check the base with some files: bytes as they are, plain data in canonical form."""
    over = {
        path: content if isinstance(content, bytes) else written(path, content)
        for path, content in files.items()
    }
    return run(load((read(BASE) | over).items()), as_of)


def solar(**keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """The base's commitment with some keys set."""
    return base(SOLAR) | keys


def codes(report: Report) -> list[str]:
    """The codes of a report's findings."""
    return [finding.code for finding in report.findings]


def check_solar(**keys: Any) -> list[str]:  # noqa: ANN401 - plain data
    """The codes of the findings if the base's commitment has some keys set."""
    return codes(check({SOLAR: solar(**keys)}))


def words(text: str) -> dict[str, str]:
    """A text in the base's only language."""
    return {"en": text}
