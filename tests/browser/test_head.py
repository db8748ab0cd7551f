"""Every page says what it is, in which language, and where it is in the others."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.browser.markup import named
from tests.browser.sites import Site
from tests.tools.programs import ROOT

LANGUAGES = {"real": ("vi", "en"), "rich": ("en", "fr")}
WRITTEN = {
    f"{file.name.split('.')[0]}/" for file in (ROOT / "site_templates" / "pages").glob("*.md")
}
each_site = pytest.mark.parametrize("site", LANGUAGES)


def pages(site: Site) -> Iterator[tuple[str, str, Path]]:
    """The address of every page within its language, its language and its file."""
    first, *others = LANGUAGES[site.name]
    for rooted in site.pages():
        language = next((name for name in others if rooted.startswith(f"{name}/")), first)
        address = rooted if language == first else rooted.removeprefix(f"{language}/")
        if rooted != "404.html":  # It stands in for any address.
            yield address, language, site.file(rooted)


def rooted(site: Site, address: str, language: str) -> str:
    return address if language == LANGUAGES[site.name][0] else f"{language}/{address}"


@each_site
def test_every_page_names_its_language(sites: Mapping[str, Site], site: str) -> None:
    for address, language, file in pages(sites[site]):
        assert language == next(named(file, "html")).attributes["lang"], address


@each_site
def test_every_page_has_a_title_and_a_description(sites: Mapping[str, Site], site: str) -> None:
    for address, language, file in pages(sites[site]):
        assert "".join(next(named(file, "title")).text).strip(), (language, address)
        assert 1 == len(list(named(file, "h1"))), (language, address)
        descriptions = [
            meta.attributes["content"]
            for meta in named(file, "meta")
            if meta.attributes.get("name") == "description"
        ]
        assert [True] == [bool(text.strip()) for text in descriptions], (language, address)


@each_site
def test_every_page_states_its_own_address(sites: Mapping[str, Site], site: str) -> None:
    home = sites[site].address
    for address, language, file in pages(sites[site]):
        stated = [
            link.attributes["href"] for link in named(file, "link") if "canonical" in link.rel
        ]
        assert [home + rooted(sites[site], address, language)] == stated


@each_site
def test_every_page_names_itself_in_every_language(sites: Mapping[str, Site], site: str) -> None:
    home = sites[site].address
    for address, _, file in pages(sites[site]):
        stated = {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in named(file, "link")
            if "alternate" in link.rel and "hreflang" in link.attributes
        }
        there = {
            language: home + rooted(sites[site], address, language)
            for language in LANGUAGES[site]
            if sites[site].file(rooted(sites[site], address, language)).is_file()
        }
        # A hand-written page may be in one language alone, and then has no other to name.
        assert (there if len(there) > 1 else {}) == stated, address
        assert len(there) > 1 or address in WRITTEN


@each_site
def test_the_sitemap_lists_every_page(sites: Mapping[str, Site], site: str) -> None:
    listed = (sites[site].folder / "sitemap.xml").read_text(encoding="utf-8")
    for address, language, _ in pages(sites[site]):
        assert f"<loc>{sites[site].address}{rooted(sites[site], address, language)}</loc>" in listed
