"""What an edition shows is the same whether it was remembered or read."""

import copy
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import Sound
from generator.load import Document
from generator.model.registry import Registry
from generator.site import Memory, Settings
from generator.site.records import Shown, shown_records
from tests.tools.registries import AS_OF, VALMORA, valmora


class Files:
    """The documents of a registry, and which were read."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = {document.path: document for document in documents}
        self.read: list[str] = []

    def sound(self) -> Sound:
        digests = {path: document.digest for path, document in self.documents.items()}

        def read(paths: Iterable[str]) -> list[Document]:
            self.read = list(paths)
            return [self.documents[path] for path in self.read]

        return Sound(digests, read)

    def change(self, path: str, **data: object) -> None:
        held = self.documents[path]
        changed = {**copy.deepcopy(dict(held.data)), **data}
        self.documents[path] = Document(path, held.entity, held.id, changed, b"")

    def commitments(self) -> list[str]:
        return [path for path in self.documents if path.startswith("commitments/")]


@pytest.fixture(params=["public", "internal"])
def settings(request: pytest.FixtureRequest) -> Settings:
    return Settings(VALMORA, AS_OF, request.param)


def remembered(files: Files, settings: Settings, folder: Path) -> Shown:
    with Memory(folder, settings, folder / "site") as memory:
        shown = shown_records(files.sound(), settings, memory)
        memory.finish()
    return shown


def compared(shown: Shown) -> tuple[Registry, object, bytes]:
    return Registry.of(shown.records), dict(shown.withheld), shown.world


def test_unchanged_commitments_are_not_read_again(settings: Settings, tmp_path: Path) -> None:
    files = Files(valmora())
    before = remembered(files, settings, tmp_path)
    assert set(files.read) == files.documents.keys()
    after = remembered(files, settings, tmp_path)
    assert compared(before) == compared(after)
    assert before.digests == after.digests
    # Those that are not shown are decided anew each time.
    assert len(set(files.read) & set(files.commitments())) < len(files.commitments()) / 2


def test_a_changed_commitment_is_read_and_no_other(settings: Settings, tmp_path: Path) -> None:
    files = Files(valmora())
    remembered(files, settings, tmp_path)
    remembered(files, settings, tmp_path)
    hidden = set(files.read)
    path = next(path for path in files.commitments() if path not in hidden)
    files.change(path, title={"en": "Another title"})
    shown = remembered(files, settings, tmp_path)
    assert {path} == set(files.read) - hidden
    assert compared(shown_records(files.sound(), settings, None)) == compared(shown)


def test_who_points_to_what_is_hidden_now_is_read_again(tmp_path: Path) -> None:
    settings = Settings(VALMORA, AS_OF)
    files = Files(valmora())
    remembered(files, settings, tmp_path)
    for path in files.commitments():
        files.change(path, visibility="internal", ground="public_safety")
        shown = remembered(files, settings, tmp_path)
        assert compared(shown_records(files.sound(), settings, None)) == compared(shown)


def test_another_day_reads_all_again(settings: Settings, tmp_path: Path) -> None:
    files = Files(valmora())
    remembered(files, settings, tmp_path)
    later = replace(settings, as_of=AS_OF.replace(year=AS_OF.year + 1))
    shown = remembered(files, later, tmp_path)
    assert set(files.read) == files.documents.keys()
    assert compared(shown_records(files.sound(), later, None)) == compared(shown)
