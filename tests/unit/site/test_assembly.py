"""What a build refuses, and what it makes of an earlier day."""

from datetime import date
from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.site import Settings, assemble_from
from tests.checking import BASE, SOLAR, solar, written

DAY = date(2026, 1, 31)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    for file in BASE.rglob("*.yml"):
        target = tmp_path / file.relative_to(BASE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    return tmp_path


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(PortalError, match="registry_missing"):
        assemble_from(Settings(tmp_path / "none", DAY))


def test_a_registry_with_errors_makes_no_site(registry: Path) -> None:
    (registry / SOLAR).write_bytes(written(SOLAR, solar(field="helth")))
    with pytest.raises(PortalError, match="registry_unsound"):
        assemble_from(Settings(registry, DAY))


def test_a_past_day_is_no_error_in_a_registry_that_is_sound_today(registry: Path) -> None:
    asked = Settings(registry, date(2020, 1, 1), known_on=DAY)
    pages = {page.address: page for page in assemble_from(asked).pages}
    assert "commitments/solar/" in pages


def test_an_overridden_address_replaces_that_of_the_registry(registry: Path) -> None:
    asked = Settings(registry, DAY, site_address="https://elsewhere.example/portal/")
    assert "https://elsewhere.example/portal/" == assemble_from(asked).site_address


def test_the_build_tells_what_it_was_made_from(registry: Path) -> None:
    told = assemble_from(Settings(registry, DAY, "internal", commit="c0ffee")).build
    assert ("2026-01-31", "c0ffee", "internal") == (told["as_of"], told["commit"], told["edition"])
