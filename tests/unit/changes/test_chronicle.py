"""What happened to a registry, as each edition may tell it; all of it is made up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.changes import UNKNOWN, Chronicle, chronicle
from generator.history import open_repository
from generator.load import load_folder
from tests.checking import SOLAR, base, solar
from tests.history.replay import Replay

AS_OF = date(2026, 1, 31)
ENERGY = "agencies/energy.yml"
COORDINATOR = "agencies/coordinator.yml"
REGISTRY = "registry.yml"
RECORD = ("commitments", "solar")


def replayed(folder: Path) -> Replay:
    """The base, whose agencies are known by the domains of their people."""
    replay = Replay(folder)
    replay.commit(
        "Say who is who",
        {
            ENERGY: base(ENERGY) | {"author_domains": ["energy.example.org"]},
            COORDINATOR: base(COORDINATOR) | {"author_domains": ["coordinator.example.org"]},
        },
    )
    return replay


def told(replay: Replay, edition: str, cache: Path | None = None) -> Chronicle:
    folder = replay.build()
    repository = open_repository(folder, cache=cache)
    return chronicle(repository, load_folder(folder).documents, edition, AS_OF)


def kinds(found: Chronicle) -> list[list[str]]:
    return [[change.kind for change in event.changes] for event in found.of(*RECORD)]


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return replayed(tmp_path / "repository")


def test_a_registry_without_a_repository_has_no_history(tmp_path: Path) -> None:
    assert UNKNOWN == chronicle(open_repository(tmp_path), [], "public", AS_OF)


def test_the_internal_edition_tells_the_person_and_the_public_one_the_agency(
    replay: Replay,
) -> None:
    replay.branch("proposal")
    replay.commit("Set a field", {SOLAR: solar(place={"en": "Here"})}, by="ngan")
    replay.switch("main")
    replay.merge(
        "proposal",
        "Merge pull request #12 from energy/proposal",
        body="Approved-by: Mai <mai@coordinator.example.org>",
    )
    inside = told(replay, "internal").of(*RECORD)[-1]
    assert ("energy", "Ngân Trần", "12") == (inside.office, inside.person, inside.pull)
    assert 40 == len(inside.commit)
    assert [("coordinator", "Mai", True)] == [
        (each.office, each.person, each.counts) for each in inside.approvals
    ]
    public = told(replay, "public").of(*RECORD)[-1]
    assert ("energy", "", "", "") == (public.office, public.person, public.commit, public.pull)
    assert [("coordinator", "")] == [(each.office, each.person) for each in public.approvals]


def test_a_claimed_approval_is_told_inside_only(replay: Replay) -> None:
    replay.branch("proposal")
    replay.commit(
        "Set",
        {SOLAR: solar(place={"en": "Here"})},
        body="Approved-by: Mai <mai@coordinator.example.org>",
    )
    replay.switch("main")
    replay.merge("proposal")
    assert [False] == [each.counts for each in told(replay, "internal").of(*RECORD)[-1].approvals]
    assert () == told(replay, "public").of(*RECORD)[-1].approvals


def test_a_commit_that_only_formats_is_nothing_that_happened(replay: Replay) -> None:
    replay.commit(
        "Format", {SOLAR: replay.text(SOLAR).replace(b"schema_version", b"\nschema_version", 1)}
    )
    assert [["record_added"]] == kinds(told(replay, "internal"))


def test_a_file_that_does_not_load_is_told_inside_and_history_goes_on(replay: Replay) -> None:
    replay.commit("Break", {SOLAR: "a: ["})
    replay.commit("Mend", {SOLAR: solar(place={"en": "Here"})})
    assert [["record_added"], ["record_unreadable"], ["value_added"]] == kinds(
        told(replay, "internal")
    )
    assert [["record_added"], ["value_added"]] == kinds(told(replay, "public"))


def test_a_record_that_went_has_no_public_past(replay: Replay) -> None:
    replay.commit("Delete", {SOLAR: None})
    assert [["record_added"], ["record_vanished"]] == kinds(told(replay, "internal"))
    assert [] == kinds(told(replay, "public"))


def test_a_record_that_is_internal_today_has_no_public_past(replay: Replay) -> None:
    replay.commit("Change", {SOLAR: solar(place={"en": "Here"})})
    replay.commit("Hide", {SOLAR: solar(visibility="internal")})
    assert [] == kinds(told(replay, "public"))


def test_what_was_internal_then_stays_so_when_it_is_public_today(replay: Replay) -> None:
    replay.commit("Hide", {SOLAR: solar(visibility="internal", place={"en": "Secret"})})
    replay.commit("Still hidden", {SOLAR: solar(visibility="internal", place={"en": "Hidden"})})
    replay.commit("Show", {SOLAR: solar(place={"en": "Here"})})
    found = told(replay, "public")
    assert [["record_added"], ["record_vanished"], ["record_added"]] == kinds(found)
    assert "Secret" not in repr(found)
    assert "Hidden" not in repr(found)


def test_a_value_that_is_withheld_today_is_withheld_of_the_past(replay: Replay) -> None:
    replay.commit("Tell", {SOLAR: solar(place={"en": "Harbour"})})
    replay.commit("Tell more", {SOLAR: solar(place={"en": "Airport"})})
    mark = {"key": "place", "ground": "security"}
    replay.commit("Withhold", {SOLAR: solar(place={"en": "Airport"}, withheld=[mark])})
    found = repr(told(replay, "public"))
    assert "Harbour" not in found
    assert "Airport" not in found
    assert "Harbour" in repr(told(replay, "internal"))


def test_a_value_that_the_policy_of_then_withheld_stays_so(replay: Replay) -> None:
    rule = {"entity": "commitments", "key": "place", "ground": "security"}
    replay.commit("Rule", {REGISTRY: base(REGISTRY) | {"withhold": [rule]}})
    replay.commit("Tell", {SOLAR: solar(place={"en": "Harbour"})})
    replay.commit("Tell again", {SOLAR: solar(place={"en": "Airport"})})
    replay.commit("Lift", {REGISTRY: base(REGISTRY)})
    replay.commit("Tell the public", {SOLAR: solar(place={"en": "Station"})})
    found = repr(told(replay, "public"))
    assert "Harbour" not in found
    assert "Station" in found


def test_an_embargo_ends_with_an_event_of_its_day(replay: Replay) -> None:
    hidden = solar(public_from_on="2025-06-01")
    replay.commit("Embargo", {SOLAR: hidden | {"place": {"en": "Secret"}}}, on="2025-03-01T09:00")
    replay.commit("Change", {SOLAR: hidden | {"place": {"en": "Here"}}}, on="2025-07-01T09:00")
    found = told(replay, "public")
    assert "2025-06-01" in [event.at.date().isoformat() for event in found.of(*RECORD)]


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_what_is_remembered_gives_the_same(tmp_path: Path, edition: str, replay: Replay) -> None:
    cache = tmp_path / "cache"
    replay.commit("Change", {SOLAR: solar(place={"en": "Here"})})
    first = told(replay, edition, cache)
    assert first == told(replay, edition, cache) == told(replay, edition)
    for file in cache.iterdir():
        file.write_bytes(b"damaged" * 1000)
    assert first == told(replay, edition, cache)


SECRETS = ({"en": "A"}, {"en": "B"}, None)


@pytest.mark.parametrize("first", SECRETS)
@pytest.mark.parametrize("second", SECRETS)
def test_internal_values_of_the_past_change_nothing_that_the_public_is_told(
    tmp_path: Path, first: dict[str, str] | None, second: dict[str, str] | None
) -> None:
    def history(name: str, *notes: dict[str, str] | None) -> Chronicle:
        replay = replayed(tmp_path / name)
        for number, note in enumerate(notes):
            inside: dict[str, Any] = {
                "id": "loan",
                "value": 1,
                "currency": "USD",
                "what": note or {"en": "x"},
                "visibility": "internal",
            }
            keys: dict[str, Any] = {"amounts": [inside]} if note else {}
            replay.commit(str(number), {SOLAR: solar(place={"en": str(number)}, **keys)})
        return told(replay, "public")

    assert history("one", first, second) == history("other", None, None)
