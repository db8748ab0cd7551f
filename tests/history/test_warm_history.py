"""A build that remembers tells what was committed since, and makes no other page again."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.history import open_repository
from generator.pages import Page
from generator.site import Machine, Settings
from generator.theme import build
from generator.theme.recollection import Recollection
from generator.theme.staging import Staging
from tests.history.railway import ADDRESS, railway
from tests.tools.registries import AS_OF
from tests.tools.trees import tree


def test_a_new_commit_makes_only_the_pages_again_that_tell_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = railway(tmp_path).build()
    repository = open_repository(folder)
    assert repository
    *_, before, after, _ = repository.chain()
    settings = Settings(folder, AS_OF, "internal", tip=before)
    machine = Machine(1, tmp_path / "cache")
    build(settings, tmp_path / "site", machine=machine)
    made: list[str] = []
    recalled = Recollection.recalled

    def noted(self: Recollection, page: Page, digest: bytes, staging: Staging) -> bool:
        same = recalled(self, page, digest, staging)
        if not same:
            made.append(page.address)
        return same

    monkeypatch.setattr(Recollection, "recalled", noted)
    # The folder is the same: nothing but the history differs.
    build(replace(settings, tip=after), tmp_path / "site", machine=machine)
    assert {
        ADDRESS,
        "agencies/r-greater-north-2025/",
        "agencies/r-north/",
        "audit/",
        "changes/",
        "changes/2025-12/",
        "partners/xo/",
    } == set(made) - {"search/", "404.html"}
    build(replace(settings, tip=after), tmp_path / "cold")
    assert tree(tmp_path / "cold") == tree(tmp_path / "site")
