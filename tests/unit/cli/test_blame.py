"""`portal blame`: who last set each value, as far as an edition may say it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.checking import SOLAR, base, solar
from tests.history.replay import Replay
from tests.unit.cli.conftest import Portal

ENERGY = "agencies/energy.yml"
NAMES = ("Ngân", "ngan@", "Mai", "mai@")
HUE, HANOI = {"en": "Huế"}, {"en": "Hà Nội"}


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    """Someone of the ministry of energy changes the place, by way of a pull request."""
    replay = Replay(tmp_path)
    replay.commit("Domains", {ENERGY: base(ENERGY) | {"author_domains": ["energy.example.org"]}})
    replay.branch("place")
    replay.commit("Place", {SOLAR: solar(place=HUE)}, by="ngan")
    replay.switch("main")
    replay.merge("place", "Merge pull request #12 from place", on="2025-02-01T00:30:00+07:00")
    monkeypatch.chdir(tmp_path)
    return replay


def values(portal: Portal, *options: str) -> dict[str, dict[str, Any]]:
    outcome = portal(*options, "blame", "solar", "--format", "json")
    assert (0, "") == (outcome.status, outcome.err)
    return {each["key"]: each for each in json.loads(outcome.out)["values"]}


def test_the_public_edition_names_the_agency_and_no_person(replay: Replay, portal: Portal) -> None:
    replay.build()
    found = values(portal)
    assert {
        "key": "place.en",
        "value": "Huế",
        "commit": replay.id("Merge pull request #12 from place"),
        "committed_at": "2025-02-01T00:30:00+07:00",
        "author": None,
        "agency": "energy",
        "pull_request": "12",
    } == found["place.en"]
    assert (replay.id("Begin"), None) == (found["field"]["commit"], found["field"]["agency"])
    for form in ("text", "json"):
        out = portal("blame", "solar", "--format", form).out
        assert not any(name in out for name in NAMES)


def test_the_internal_edition_names_the_person(replay: Replay, portal: Portal) -> None:
    replay.build()
    found = values(portal, "--edition", "internal")["place.en"]
    assert {"name": "Ngân Trần", "email": "ngan@energy.example.org"} == found["author"]


def test_a_table_says_it_in_words(replay: Replay, portal: Portal) -> None:
    replay.build()
    [line] = [line for line in portal("blame", "solar").out.splitlines() if "place.en" in line]
    commit = replay.id("Merge pull request #12 from place")[:10]
    assert ["2025-01-31", "Energy", commit, "#12", "place.en", "Huế"] == line.split()


def test_an_edit_that_is_not_committed_is_not_asked_about(replay: Replay, portal: Portal) -> None:
    file = replay.build() / SOLAR
    file.write_bytes(file.read_bytes().replace("Huế".encode(), b"Vinh"))
    assert "Huế" == values(portal)["place.en"]["value"]


def test_a_past_commit_has_its_own_origins(replay: Replay, portal: Portal) -> None:
    replay.commit("Later", {SOLAR: solar(place=HANOI)})
    replay.build()
    assert "Hà Nội" == values(portal)["place.en"]["value"]
    assert "12" == values(portal, "--at", "HEAD~1")["place.en"]["pull_request"]


def test_a_value_that_was_internal_is_set_when_it_became_public(
    replay: Replay, portal: Portal
) -> None:
    replay.commit("Hide", {SOLAR: solar(place=HANOI, visibility="internal")})
    replay.commit("Publish", {SOLAR: solar(place=HANOI)})
    replay.build()
    assert replay.id("Publish") == values(portal)["place.en"]["commit"]
    assert replay.id("Hide") == values(portal, "--edition", "internal")["place.en"]["commit"]


def test_a_record_under_an_embargo_had_no_values_until_it_ended(
    replay: Replay, portal: Portal
) -> None:
    replay.commit(
        "Embargo", {SOLAR: solar(place=HUE, public_from_on="2025-06-01")}, on="2025-03-01"
    )
    replay.commit("After", {"/README": b"later"}, on="2025-07-01")
    replay.build()
    assert values(portal)["place.en"]["commit"] is None


def test_while_settings_could_not_be_read_nothing_was_public(
    replay: Replay, portal: Portal
) -> None:
    settings = base("registry.yml")
    replay.commit("Break", {"registry.yml": b"broken: [", SOLAR: solar(place=HANOI)})
    replay.commit("Mend", {"registry.yml": settings, SOLAR: solar(place=HANOI, note={"en": "n"})})
    replay.build()
    assert replay.id("Mend") == values(portal)["place.en"]["commit"]


def test_hostile_names_do_not_reach_the_terminal(replay: Replay, portal: Portal) -> None:
    replay.commit("Name", {SOLAR: solar(place=HANOI)}, by="\x1b[2Jx <x@energy.example.org>")
    replay.build()
    out = portal("--edition", "internal", "blame", "solar").out
    assert "\x1b" not in out
    assert r"\x1b[2Jx" in out


def test_without_a_history_nobody_is_to_blame(registry: Path, portal: Portal) -> None:
    outcome = portal("blame", "solar")
    assert 2 == outcome.status
    assert registry.name in outcome.err
