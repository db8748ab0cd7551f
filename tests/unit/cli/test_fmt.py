"""`portal fmt` from end to end."""

from pathlib import Path

import pytest

from generator.cli.commands import fmt
from tests.checking import BASE, SOLAR
from tests.unit.cli.conftest import Portal

CONTENT = (BASE / SOLAR).read_bytes()
LOOSE = CONTENT.replace(b"field: energy", b'field:   "energy"  # of the sun')


def test_what_is_in_its_form_is_left_alone(registry: Path, portal: Portal) -> None:
    before = (registry / SOLAR).stat().st_mtime_ns
    outcome = portal("fmt")
    assert (outcome.status, outcome.out, outcome.err) == (0, "0 files changed.\n", "")
    assert (registry / SOLAR).stat().st_mtime_ns == before


def test_a_file_is_brought_to_its_form_and_its_comments_are_told(
    registry: Path, portal: Portal
) -> None:
    (registry / SOLAR).write_bytes(LOOSE)
    outcome = portal("fmt")
    assert outcome.status == 0
    assert outcome.out == f"changed: {SOLAR}\n1 file changed.\n"
    line = CONTENT.split(b"\n").index(b"field: energy") + 1
    assert outcome.err == f"{SOLAR}: comments are dropped, from line {line}\n"
    assert (registry / SOLAR).read_bytes() == CONTENT


def test_asked_only_to_look_it_changes_nothing(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(LOOSE)
    outcome = portal("fmt", "--check")
    assert outcome.status == fmt.FOUND
    assert outcome.out == f"would change: {SOLAR}\n1 file would change.\n"
    assert (registry / SOLAR).read_bytes() == LOOSE


def test_only_what_is_named_is_changed(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(LOOSE)
    assert portal("fmt", "registry/agencies").out == "0 files changed.\n"
    assert (registry / SOLAR).read_bytes() == LOOSE


@pytest.mark.parametrize("content", [b"[" * 50_000, b"a: 1\na: 2\n", b"\xff", b"a: &a 1\n"])
def test_what_cannot_be_read_is_left_alone_and_named(
    content: bytes, registry: Path, portal: Portal
) -> None:
    (registry / SOLAR).write_bytes(content)
    outcome = portal("fmt")
    assert outcome.status == fmt.FOUND
    assert outcome.err.startswith(f"left alone: {SOLAR}: ")
    assert (registry / SOLAR).read_bytes() == content


def test_a_record_that_breaks_its_schema_keeps_all_it_has(registry: Path, portal: Portal) -> None:
    (registry / SOLAR).write_bytes(LOOSE + b"zebra: {x: [1, [2], {}], w: '1'}\n")
    assert portal("fmt").status == 0
    assert (registry / SOLAR).read_bytes() == CONTENT + (
        b"zebra:\n  w: '1'\n  x:\n    - 1\n    - - 2\n    - {}\n"
    )


def test_a_form_that_would_lose_something_is_not_written(
    registry: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fmt, "canonical_form", lambda *_: b"id: solar\n")
    outcome = portal("fmt", f"registry/{SOLAR}")
    assert outcome.status == fmt.FOUND
    assert "left alone" in outcome.err
    assert (registry / SOLAR).read_bytes() == CONTENT


@pytest.mark.parametrize("old, new", [(1, True), (1, 1.0), (True, 1), ("1", 1), (0, False)])
def test_values_that_python_calls_equal_are_not_the_same(old: object, new: object) -> None:
    assert fmt._exact({"a": [old]}) != fmt._exact({"a": [new]})


def test_without_languages_texts_have_no_order(registry: Path, portal: Portal) -> None:
    (registry / "registry.yml").write_bytes(b"")
    outcome = portal("fmt")
    assert outcome.status == 2
    assert "registry.yml" in outcome.err


def test_a_folder_that_cannot_be_written_is_told(
    registry: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(fmt, "write_atomically", refuse)
    (registry / SOLAR).write_bytes(LOOSE)
    outcome = portal("fmt")
    assert outcome.status == 2
    assert "Permission denied" in outcome.err
