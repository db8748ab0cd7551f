"""A build that remembers gives the bytes of one that does not, whatever happened in between."""

import copy
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.errors import PortalError
from generator.load import Document, load_folder
from generator.pages import Page
from generator.schema import schemas
from generator.site import Machine, Settings
from generator.theme import build
from generator.theme.recollection import Recollection
from generator.theme.staging import Staging
from generator.write import canonical
from tests.tools.registries import AS_OF, LANGUAGES, VALMORA, leaves
from tests.tools.trees import tree

EDITIONS = ("public", "internal")

Edit = Callable[[random.Random, Path], None]


class Desk:
    """A registry that is edited, its site, and what is remembered of it."""

    def __init__(self, folder: Path, edition: str) -> None:
        self.registry = folder / "registry"
        shutil.copytree(VALMORA, self.registry)
        self.site = folder / "site"
        self.cache = folder / "cache"
        self.settings = Settings(self.registry, AS_OF, edition)
        self._cold = folder / "cold"

    def warm(self) -> Mapping[str, bytes]:
        """The site, built with all that is remembered."""
        build(self.settings, self.site, machine=Machine(1, self.cache))
        return tree(self.site)

    def cold(self) -> Mapping[str, bytes]:
        """The site, built from nothing."""
        shutil.rmtree(self._cold, ignore_errors=True)
        build(self.settings, self._cold)
        return tree(self._cold)


@pytest.fixture(params=EDITIONS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    return Desk(tmp_path, request.param)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of pages that were not the last build's."""
    found: list[str] = []
    recalled = Recollection.recalled

    def noted(self: Recollection, page: Page, digest: bytes, staging: Staging) -> bool:
        same = recalled(self, page, digest, staging)
        if not same:
            found.append(f"{page.language}/{page.address}")
        return same

    monkeypatch.setattr(Recollection, "recalled", noted)
    return found


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def commitments(registry: Path) -> list[Path]:
    return sorted(registry.glob("commitments/*/*.yml"))


def rewritten(registry: Path, file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the data of a file."""
    path = file.relative_to(registry).as_posix()
    document = next(each for each in load_folder(registry).documents if each.path == path)
    data: dict[str, Any] = copy.deepcopy(dict(document.data))
    change(data)
    file.write_bytes(canonical(data, schemas().shape(document.entity), LANGUAGES))


def words(document: Document) -> Iterator[tuple[Any, ...]]:
    """The places of words in a language."""
    for place, value in leaves(document.data):
        if place and place[-1] in LANGUAGES and isinstance(value, str):
            yield place


def reword(chance: random.Random, registry: Path) -> None:
    """Say something else in some record."""
    documents = [each for each in load_folder(registry).documents if any(words(each))]
    document = chance.choice(documents)
    place = chance.choice(list(words(document)))

    def change(data: dict[str, Any]) -> None:
        node: Any = data
        for step in place[:-1]:
            node = node[step]
        node[place[-1]] = f"{node[place[-1]]} {chance.choice(('Zebra', 'Żubr', '<b>'))}"

    rewritten(registry, registry / document.path, change)


def retitle(chance: random.Random, registry: Path) -> None:
    """Give a commitment another title: all that link to it say it."""
    title = {language: f"Title {chance.random()}" for language in LANGUAGES}
    file = chance.choice(commitments(registry))
    rewritten(registry, file, lambda data: data.update(title=title))


def remove(chance: random.Random, registry: Path) -> None:
    chance.choice(commitments(registry)).unlink()


def add(chance: random.Random, registry: Path) -> None:
    """A commitment more, like another one."""
    file = chance.choice(commitments(registry))
    name = f"{file.stem}-{chance.randrange(1000)}"
    copied = file.with_name(f"{name}.yml")
    shutil.copy(file, copied)
    copied.write_text(
        copied.read_text("utf-8").replace(f"id: {file.stem}\n", f"id: {name}\n", 1), "utf-8"
    )


def hide(chance: random.Random, registry: Path) -> None:
    """Show or hide a commitment: what points to it must follow."""

    def change(data: dict[str, Any]) -> None:
        if data.pop("visibility", None) is None:
            data.update(visibility="internal", ground="public_safety")

    rewritten(registry, chance.choice(commitments(registry)), change)


def link(chance: random.Random, registry: Path) -> None:
    """Let one commitment follow another, or no longer."""
    file, other = chance.sample(commitments(registry), 2)

    def change(data: dict[str, Any]) -> None:
        key = chance.choice(("supersedes", "implements", "amends"))
        if data.pop(key, None) is None:
            data[key] = [other.stem]

    rewritten(registry, file, change)


def forget(chance: random.Random, registry: Path) -> None:
    """Take out a commitment's last word on its progress."""

    def change(data: dict[str, Any]) -> None:
        if len(data.get("updates", ())) > 1:
            data["updates"].pop()

    rewritten(registry, chance.choice(commitments(registry)), change)


MOST = 6
"""Edits that are built, of those that may be."""

EDITS: tuple[Edit, ...] = (reword, retitle, remove, add, hide, link, forget)


def test_after_any_edit_a_warm_build_is_a_cold_one(desk: Desk) -> None:
    chance = random.Random(desk.settings.edition)
    assert [] == differing(desk.cold(), desk.warm())
    done = 0
    for edit in chance.sample(EDITS * 4, len(EDITS) * 4):
        before = {path: path.read_bytes() for path in desk.registry.rglob("*.yml")}
        edit(chance, desk.registry)
        if not chance.randrange(6):
            desk.settings = replace(
                desk.settings, as_of=desk.settings.as_of + timedelta(days=chance.randrange(60))
            )
        try:
            warm = desk.warm()
        except PortalError:
            # Nothing can be built of that: put it right, and go on with what is remembered.
            for path in desk.registry.rglob("*.yml"):
                path.unlink()
            for path, content in before.items():
                path.write_bytes(content)
            continue
        assert [] == differing(desk.cold(), warm), edit.__name__
        done += 1
        if done == MOST:
            return
    pytest.fail("too few edits could be built")


def test_after_one_word_only_what_says_it_is_rendered(desk: Desk, rendered: list[str]) -> None:
    desk.warm()
    everything = len(rendered)
    rendered.clear()
    desk.warm()
    assert 10 > len(rendered), rendered
    rendered.clear()
    file = next(path for path in commitments(desk.registry) if "content:" in path.read_text())
    rewritten(desk.registry, file, lambda data: data.update(content={"en": "Quite another."}))
    warm = desk.warm()
    assert f"en/commitments/{file.stem}/" in rendered
    assert everything / 2 > len(rendered)
    assert [] == differing(desk.cold(), warm)


def tampered(site: Path) -> list[str]:
    """Pages of a site that somebody changed, deleted, or replaced by a link."""
    one, two, three, *_ = sorted(site.glob("commitments/*/index.html"))
    one.write_bytes(one.read_bytes().replace(b"<p", b"<q"))
    two.unlink()
    content = three.read_bytes()
    three.unlink()
    elsewhere = site.parent / "elsewhere.html"
    elsewhere.write_bytes(content)
    three.symlink_to(elsewhere)
    return [path.relative_to(site).as_posix() for path in (one, two, three)]


def test_a_site_that_was_tampered_with_is_put_right(desk: Desk) -> None:
    before = desk.warm()
    changed = tampered(desk.site)
    assert set(changed) >= set(differing(before, tree(desk.site)))
    assert [] == differing(before, desk.warm())
    assert not any((desk.site / path).is_symlink() for path in changed)


def test_another_site_folder_begins_anew(desk: Desk) -> None:
    before = desk.warm()
    desk.site = desk.site.with_name("other")
    assert [] == differing(before, desk.warm())


def memory_of(desk: Desk) -> Path:
    return next(desk.cache.glob("site-*.sqlite"))


@pytest.mark.parametrize("table", ["drawings", "pages", "records", "search"])
def test_what_is_remembered_and_damaged_is_not_believed(desk: Desk, table: str) -> None:
    before = desk.warm()
    with sqlite3.connect(memory_of(desk)) as memory:
        half = "value = substr(value, 1, length(value) / 2)"
        memory.execute(f"UPDATE {table} SET {half}")  # noqa: S608 - our own word
    memory.close()
    assert [] == differing(before, desk.warm())


def test_a_memory_that_is_no_memory_is_begun_anew(desk: Desk) -> None:
    before = desk.warm()
    memory_of(desk).write_bytes(b"\x00" * 8192)
    assert [] == differing(before, desk.warm())
    assert [] == differing(before, desk.warm())


def test_the_memory_of_another_edition_is_not_believed(tmp_path: Path) -> None:
    public, internal = Desk(tmp_path / "public", "public"), Desk(tmp_path / "internal", "internal")
    internal.registry = public.registry
    internal.settings = replace(internal.settings, registry=public.registry)
    expected = public.warm()
    internal.warm()
    shutil.copy(memory_of(internal), memory_of(public))
    assert [] == differing(expected, public.warm())
