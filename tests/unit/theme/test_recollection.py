"""A page is taken from the last build only if it is the same, and so are its files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.metrics.snapshot import Snapshot
from generator.pages.page import Page, Rendered
from generator.pages.sight import Sight
from generator.site import Memory, Settings
from generator.theme.recollection import File, Kept, Recollection, Written, decoded, encoded, named
from generator.theme.staging import Staging
from tests.builders import commitment, day, registry

PAGE = Page(
    "a/",
    "en",
    "record",
    "Title",
    "",
    lambda: Rendered("<p>", {}, {"one"}),
    made_from=lambda: b"values",
)


def sight(one: bytes = b"1") -> Sight:
    return Sight(Snapshot(registry(commitment("one")), day("2025-12-31")), b"world", {"one": one})


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    settings = Settings(tmp_path / "registry", date(2025, 12, 31))
    with Memory(tmp_path / "cache", settings, tmp_path / "site") as opened:
        yield opened


@pytest.fixture
def staging(tmp_path: Path, memory: Memory) -> Iterator[Staging]:
    """The build after one that wrote the page."""
    before = Staging(tmp_path / "site")
    before.open()
    before.write("a/index.html", b"<p>")
    last = Recollection(memory, sight(), "chrome")
    digest = last.digest(PAGE)
    file = File("a/index.html", "hash", before.stamp("a/index.html"))
    kept = Kept(*last.note(PAGE, digest), (file,), None, ("drawing",))
    before.publish()
    written = Written("en", "a/", encoded(kept), {"drawing": b"svg", "unused": b"svg"})
    last.keep([written], {named("en", "a/"): kept})
    memory.finish()
    after = Staging(tmp_path / "site")
    after.open()
    yield after
    after.close()


def recalled(memory: Memory, staging: Staging, page: Page, *, now: Sight, chrome: str) -> bool:
    last = Recollection(memory, now, chrome)
    return last.recalled(page, last.digest(page), staging)


def test_the_same_page_is_linked(memory: Memory, staging: Staging) -> None:
    assert recalled(memory, staging, PAGE, now=sight(), chrome="chrome")
    assert b"<p>" == (staging.folder / "a/index.html").read_bytes()


@pytest.mark.parametrize(
    "page, one, chrome",
    [
        (replace(PAGE, made_from=lambda: b"other values"), b"1", "chrome"),
        (replace(PAGE, made_from=lambda: None), b"1", "chrome"),
        (replace(PAGE, address="b/"), b"1", "chrome"),
        (replace(PAGE, language="fr"), b"1", "chrome"),
        (PAGE, b"changed", "chrome"),
        (PAGE, b"1", "another chrome"),
    ],
)
def test_another_page_is_not(
    memory: Memory, staging: Staging, page: Page, one: bytes, chrome: str
) -> None:
    assert not recalled(memory, staging, page, now=sight(one), chrome=chrome)


def test_a_page_whose_file_was_changed_is_not(memory: Memory, staging: Staging) -> None:
    (staging.target / "a/index.html").write_bytes(b"<q>")
    assert not recalled(memory, staging, PAGE, now=sight(), chrome="chrome")


@pytest.mark.usefixtures("staging")
def test_a_drawing_that_no_page_shows_is_forgotten_in_the_end(memory: Memory) -> None:
    last = Recollection(memory, sight(), "chrome")
    last.keep([], last.pages)
    memory.finish()
    assert ["drawing"] == [name for name, _ in memory.all("drawings")]


def test_nothing_is_recalled_without_a_sight(memory: Memory, staging: Staging) -> None:
    last = Recollection(memory, None, "chrome")
    assert {} == last.pages
    assert b"" == last.digest(PAGE)
    assert not last.recalled(PAGE, b"", staging)


def test_what_is_no_page_is_not_decoded() -> None:
    assert decoded(b"something else") is None
