"""The public site of a whole registry: no byte of it tells, or depends on, what is hidden."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.load import Document
from generator.site import Settings, assemble
from generator.theme import build
from tests.edition.hidden import changed, without_hidden, without_silent
from tests.tools.leaks import files_of, leaks
from tests.tools.registries import AS_OF, VALMORA, tokens, valmora

Files = Mapping[str, bytes]

SETTINGS = Settings(VALMORA, AS_OF)
INTERNAL = Settings(VALMORA, AS_OF, edition="internal")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Every file of the public site, with the theme around its pages and the search index."""
    folder = tmp_path_factory.mktemp("public") / "site"
    build(SETTINGS, folder)
    return files_of(folder)


def assembled(documents: Sequence[Document], settings: Settings = SETTINGS) -> Files:
    """The pages and files of a site, without the theme."""
    assembly = assemble(documents, settings)
    found: dict[str, bytes] = {}
    for page in assembly.pages:
        told = (page.title, page.description, str(page.contents), page.body)
        found[f"{page.language}/{page.address}"] = "\n".join(told).encode()
        found |= {f"{page.language}/{name}": content for name, content in page.files.items()}
    return found


@pytest.fixture(scope="module")
def public() -> Files:
    """The public site's pages and files, without the theme."""
    return assembled(valmora())


def test_no_token_is_in_any_byte_of_the_public_site(site: Files) -> None:
    assert [] == leaks(site, tokens())


def test_the_scanner_sees_the_words_of_the_public_site(site: Files) -> None:
    found = {Path(name).parts[0] for name, _ in leaks(site, ["Norderland"])}
    assert {"commitments", "search"} <= found


def test_the_internal_site_tells_what_the_public_one_does_not() -> None:
    told = {token for _, token in leaks(assembled(valmora(), INTERNAL), tokens())}
    assert len(told) > 30


def test_the_public_site_does_not_change_with_hidden_values(public: Files) -> None:
    assert public == assembled([changed(document) for document in valmora()])


def test_the_public_site_is_the_same_without_what_is_hidden_in_silence(public: Files) -> None:
    assert public == assembled(without_silent())


def test_of_what_is_hidden_openly_only_the_build_page_tells(public: Files) -> None:
    others = assembled(without_hidden())
    different = {name for name, content in public.items() if others.get(name) != content}
    assert {"en/build/", "fr/build/"} == different
    assert public.keys() == others.keys()
