"""Pages that two states give other content."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.load import Document, load
from generator.site import Settings, page_differences
from tests.checking import BASE, SOLAR, read, solar, words, written

SETTINGS = Settings(Path("registry"), date(2026, 1, 31))
WIND = "commitments/energy/wind.yml"


def state(**files: Mapping[str, Any]) -> tuple[Document, ...]:
    paths = {"solar": SOLAR, "wind": WIND}
    over = {paths[name]: written(paths[name], data) for name, data in files.items()}
    return load((read(BASE) | over).items()).documents


def told(before: tuple[Document, ...], after: tuple[Document, ...]) -> dict[str, str]:
    return {each.address: each.what for each in page_differences(before, after, SETTINGS)}


def test_the_same_state_gives_the_same_pages() -> None:
    assert {} == told(state(), state())


def test_a_record_that_looks_the_same_changes_no_page() -> None:
    hidden = {"id": "d1", "raised_on": "2025-02-01", "kind": "other", "visibility": "internal"}
    inside = solar(difficulties=[hidden | {"description": words("For us alone")}])
    assert {} == told(state(), state(solar=inside))


def test_a_record_changes_its_page_and_those_that_speak_of_it() -> None:
    found = told(state(), state(solar=solar(title=words("Sun power"))))
    assert {"commitments/solar/", "agencies/energy/", "partners/otherland/"} <= found.keys()
    assert {"changed"} == set(found.values())
    assert "methodology/" not in found


def test_a_record_that_comes_or_goes_brings_or_takes_its_page() -> None:
    wind = state(wind=solar(id="wind"))
    assert "added" == told(state(), wind)["commitments/wind/"]
    assert "removed" == told(wind, state())["commitments/wind/"]


def test_a_page_says_in_which_languages_it_differs() -> None:
    found = page_differences(state(), state(solar=solar(title=words("Sun"))), SETTINGS)
    assert {("en",)} == {each.languages for each in found}
