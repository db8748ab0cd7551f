"""`portal new` from end to end: what the checks refuse is not written."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Outcome, Portal

DAY = ("--as-of", "2026-01-31")
ANSWERS = {
    "--title": "en=Wind farm",
    "--basis": "signed",
    "--on": "2025-03",
    "--kind": "treaty",
    "--field": "energy",
    "--partner": "otherland",
    "--agency": "energy",
    "--source": "https://example.org/wind",
}


def new(portal: Portal, **changes: str | None) -> Outcome:
    """Call `portal new commitment` with some answers changed, or left out."""
    given = {**ANSWERS, **{f"--{name}": value for name, value in changes.items()}}
    words = [word for name, value in given.items() if value for word in (name, value)]
    return portal(*DAY, "new", "commitment", *words)


def files(registry: Path) -> set[Path]:
    return set(registry.rglob("*.yml"))


@pytest.mark.parametrize(
    "change, told",
    [
        ({"on": "2025-13"}, "SCHEMA05"),
        ({"field": "enrgy"}, "energy"),
        ({"partner": "nobody"}, "REF01"),
        ({"agency": "nobody"}, "REF01"),
        ({"source": "javascript:alert(1)"}, "SCHEMA"),
    ],
)
def test_what_the_checks_refuse_is_told_and_not_written(
    change: dict[str, str], told: str, registry: Path, portal: Portal
) -> None:
    before = files(registry)
    outcome = new(portal, **change)
    assert 1 == outcome.status
    assert told in outcome.err
    assert before == files(registry)


@pytest.mark.parametrize("missing", ["title", "on", "partner", "source"])
def test_without_a_terminal_a_missing_answer_is_named(
    missing: str, registry: Path, portal: Portal
) -> None:
    before = files(registry)
    outcome = new(portal, **{missing: None})
    assert 2 == outcome.status
    assert f"--{missing}" in outcome.err
    assert before == files(registry)


def test_a_title_needs_a_language_of_the_registry(registry: Path, portal: Portal) -> None:
    assert registry.is_dir()
    outcome = new(portal, title="Wind farm")
    assert 2 == outcome.status
    assert "--title" in outcome.err


def test_a_sound_record_is_written_and_passes_the_check(registry: Path, portal: Portal) -> None:
    outcome = new(portal)
    assert 0 == outcome.status
    assert (registry / "commitments/energy/wind-farm-2025.yml").is_file()
    assert 0 == portal(*DAY, "check", "--strict").status


def test_an_existing_record_is_never_written_over(registry: Path, portal: Portal) -> None:
    new(portal)
    file = registry / "commitments/energy/wind-farm-2025.yml"
    content = file.read_bytes()
    outcome = portal(
        *DAY, "new", "commitment", *(word for pair in ANSWERS.items() for word in pair),
        "--id", "wind-farm-2025",
    )  # fmt: skip
    assert (2, content) == (outcome.status, file.read_bytes())
