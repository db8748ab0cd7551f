"""What an edition showed of a record is the same with its surroundings as with everything."""

from pathlib import Path

from generator.cli.surroundings import Surroundings
from generator.edition import admit
from generator.history import documents_at, open_repository
from generator.load import Document
from tests.checking import AS_OF, SOLAR, base, solar
from tests.history.replay import Replay


def folder(name: str) -> str:
    return f"commitments/energy/{name}.yml"


def test_of_commitments_only_those_count_that_a_record_leads_to(tmp_path: Path) -> None:
    replay = Replay(tmp_path)
    replay.commit(
        "Many",
        {
            SOLAR: solar(part_of="grid", implements=["hidden", "gone"]),
            folder("grid"): solar(id="grid", part_of="plan"),
            folder("plan"): solar(id="plan", supersedes=["solar"]),
            folder("hidden"): solar(id="hidden", visibility="internal"),
            folder("wind"): solar(id="wind", part_of="solar"),
            folder("odd"): b"part_of: [1]\nimplements: 2\n",
            folder("broken"): b"x: [",
        },
    )
    repository = open_repository(replay.build())
    assert repository is not None
    every = documents_at(repository, repository.head).documents
    record = next(each for each in every if each.path == SOLAR)
    around = Surroundings(repository).of(record, repository.head)
    assert {"solar", "grid", "plan", "hidden"} == {
        each.id for each in around if each.entity == "commitments"
    }
    assert {each.path for each in every if each.entity != "commitments"} <= {
        each.path for each in around
    }
    sound = [each for each in every if each.id != "odd"]

    def shown(documents: list[Document]) -> object:
        found = admit(documents, "public", AS_OF).documents
        return next(each.data for each in found if each.id == "solar")

    assert shown(sound) == shown(around)


def test_a_record_that_leads_to_nothing_sound_stands_alone(tmp_path: Path) -> None:
    replay = Replay(tmp_path)
    replay.commit("Odd", {SOLAR: b"part_of: [1]\nimplements: 2\nmoved_to: {a: b}\n"})
    repository = open_repository(replay.build())
    assert repository is not None
    every = documents_at(repository, repository.head).documents
    record = next(each for each in every if each.path == SOLAR)
    around = Surroundings(repository).of(record, repository.head)
    assert "solar" not in {each.id for each in around}


def test_a_record_of_another_kind_keeps_the_commitments_that_it_names(tmp_path: Path) -> None:
    replay = Replay(tmp_path)
    partner = "partners/otherland.yml"
    framework = {"level": "partnership", "commitment": "solar", "sources": ["gazette"]}
    replay.commit("Frame", {partner: base(partner) | {"frameworks": [framework]}})
    repository = open_repository(replay.build())
    assert repository is not None
    every = documents_at(repository, repository.head).documents
    record = next(each for each in every if each.path == partner)
    around = Surroundings(repository).of(record, repository.head)
    assert "solar" in {each.id for each in around}
