"""The page for officers says what this registry's settings say, and names what exists."""

import re

import pytest

from generator import addresses
from generator.pages import contributing
from generator.pages.page import Page
from generator.schema import schemas
from tests.builders import agency
from tests.tools.programs import ROOT
from tests.unit.pages import reading


def page() -> Page:
    return reading.pages("contributing", "2025-12-31", agency("coordinator"))[
        addresses.CONTRIBUTING
    ]


def test_it_gives_the_reporting_calendar_and_who_approves() -> None:
    told = reading.words(page().body)
    assert "Agencies report every quarter; due 15 days after the period." in told
    assert "the coordinating agency: coordinator" in told


def test_the_seven_parts_are_there_in_their_order() -> None:
    told = reading.section(page(), "parts")
    names = (
        "Lead",
        "Cooperation partner",
        "Content",
        "Progress",
        "Time",
        "Difficulties",
        "Proposed",
    )
    assert [told.index(name) for name in names] == sorted(told.index(name) for name in names)


@pytest.mark.parametrize("keys", [keys for _, keys in (*contributing.PARTS, *contributing.UNKNOWN)])
def test_every_key_that_it_names_is_a_key_of_a_commitment(keys: tuple[str, ...]) -> None:
    assert set(keys) <= schemas().shape("commitments").keys.keys()


def test_every_command_that_it_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = {file.stem for file in (ROOT / "generator/cli/commands").glob("*.py")}
    for _, command in contributing.COMMANDS:
        name, *words = command.split()
        assert words[0] in (targets if name == "make" else commands)


def test_every_folder_that_it_names_is_one_of_a_registry() -> None:
    folders = {path.partition("/")[0] for _, path in contributing.FILES if "/" in path}
    assert folders <= {path.name for path in (ROOT / "registry").iterdir()} | {"programmes"}
