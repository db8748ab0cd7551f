"""A synthetic registry is what it promises: the same everywhere, valid, rich, and marked."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from benchmarks import synthesise
from benchmarks.synthetic import common
from benchmarks.synthetic.words import Language
from generator import checks
from generator.errors import Severity
from generator.load import Document, Loaded, document_of
from generator.schema import Shape, schemas
from generator.write import canonical

LANGUAGES = ("vi", "en")


@cache
def entries(count: int) -> tuple[synthesise.Entry, ...]:
    every = range(count)
    return tuple(
        chain(
            synthesise.registry(count, 0, LANGUAGES),
            synthesise.commitments(count, 0, LANGUAGES, every),
        )
    )


def written(entry: synthesise.Entry) -> bytes:
    _, entity, data = entry
    return canonical(data, schemas().shape(entity), LANGUAGES)


def keys(shape: Shape, prefix: str = "") -> Iterator[str]:
    """Every key path of a shape."""
    for key, below in shape.keys.items():
        yield prefix + key
        if not below.type:
            yield from keys(below.items or below, f"{prefix}{key}.")


def used(data: object, shape: Shape, prefix: str = "") -> Iterator[str]:
    """Every key path of a shape that a record uses."""
    if isinstance(data, list):
        for item in data:
            yield from used(item, shape, prefix)
    elif isinstance(data, Mapping) and not shape.type:
        for key, value in data.items():
            yield prefix + key
            below = shape.keys[key]
            yield from used(value, below.items or below, f"{prefix}{key}.")


def run(folder: Path, **environment: str) -> str:
    """Synthesise in a process of its own; the digest of all files."""
    command = (sys.executable, "-m", "benchmarks.synthesise", "20", str(folder))
    subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yml")):
        digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def test_bytes_depend_on_neither_hash_seed_nor_locale_nor_time_zone(tmp_path: Path) -> None:
    one = run(tmp_path / "one", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = run(tmp_path / "other", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    assert one == other


def test_a_commitment_is_the_same_whichever_process_writes_it() -> None:
    whole = dict(enumerate(synthesise.commitments(40, 0, LANGUAGES, range(40))))
    part = list(synthesise.commitments(40, 0, LANGUAGES, range(30, 40)))
    assert [whole[number] for number in range(30, 40)] == part


def test_another_seed_gives_another_registry() -> None:
    one, other = (synthesise.commitments(5, seed, LANGUAGES, range(5)) for seed in (0, 1))
    assert list(one) != list(other)


def test_every_document_is_valid() -> None:
    violations = [
        (path, found)
        for path, entity, data in entries(50)
        if (found := schemas().violations(entity, data))
    ]
    assert violations == []


@pytest.mark.parametrize("count", [1, 50, 1000])
def test_no_check_finds_an_error(count: int) -> None:
    made = [document_of(f"{entry[0]}", written(entry)) for entry in entries(count)]
    documents = tuple(each for each in made if isinstance(each, Document))
    assert len(documents) == len(made)
    report = checks.run(Loaded(documents, ()), common.TODAY)
    errors = [each for each in report.findings if each.severity is not Severity.WARNING]
    assert errors == []


def test_every_key_of_a_commitment_is_used() -> None:
    shape = schemas().shape("commitments")
    found = {
        key
        for _, entity, data in entries(300)
        if entity == "commitments"
        for key in used(data, shape)
    }
    assert set(keys(shape)) - found == set()


def test_every_record_says_that_it_is_synthetic() -> None:
    unmarked = [
        path
        for path, entity, data in entries(50)
        if "ynthetic" not in str(data.get("body" if entity == "texts" else "note", ""))
    ]
    assert unmarked == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_thousands_of_words(code: str) -> None:
    assert len(set(Language(code).words)) > 3000


def test_other_languages_can_be_asked_for() -> None:
    made = list(synthesise.registry(5, 0, ("en", "fr")))
    assert all(not schemas().violations(entity, data) for _, entity, data in made)
    assert ["en", "fr"] == made[0][2]["languages"]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    command = (sys.executable, "benchmarks/synthesise.py", "5", str(tmp_path))
    outcome = subprocess.run(command, check=False, capture_output=True, text=True)
    assert 2 == outcome.returncode
    assert "is not empty" in outcome.stderr
