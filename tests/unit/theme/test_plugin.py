"""What a build of the site consists of, whichever command starts it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.errors import PortalError
from generator.pages.page import Page
from generator.site import Assembly, Machine
from generator.theme import building, plugin
from generator.theme.plugin import PortalPlugin
from tests.unit.theme import sample
from tests.unit.theme.conftest import tree

Configure = Callable[[PortalPlugin], MkDocsConfig]


def test_mkdocs_build_and_portal_build_give_the_same_bytes(
    built: Path, configuration: Configure
) -> None:
    ours = tree(built)
    config = configuration(PortalPlugin())
    config.site_dir = str(built.with_name("other"))
    build_with_mkdocs(config)
    assert ours == tree(built.with_name("other"))


def test_the_order_of_generated_pages_changes_nothing(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ours = tree(built)
    backwards = sample.assembly(pages=list(reversed(list(sample.assembly().pages))))
    monkeypatch.setattr(plugin, "assemble_from", lambda *_: backwards)
    building.build(sample.SETTINGS, tmp_path / "other")
    assert ours == tree(tmp_path / "other")


def test_the_first_language_is_at_the_root_and_each_page_says_its_language(built: Path) -> None:
    for address, language in (("index.html", "vi"), ("en/index.html", "en")):
        assert f'<html lang="{language}"' in (built / address).read_text(encoding="utf-8")


def test_the_language_switch_stays_on_the_page(built: Path) -> None:
    page = (built / "en/agencies/office/index.html").read_text(encoding="utf-8")
    assert '<a href="../../../agencies/office/" hreflang="vi" lang="vi">Tiếng Việt</a>' in page
    assert 'hreflang="vi" href="https://example.org/portal/agencies/office/"' in page


def test_texts_of_the_registry_are_escaped(built: Path) -> None:
    page = (built / "agencies/office/index.html").read_text(encoding="utf-8")
    assert "<title>Văn phòng &lt;Mẫu&gt; – Cổng &amp; Mẫu</title>" in page


def test_the_section_of_a_page_is_marked(built: Path) -> None:
    page = (built / "agencies/office/index.html").read_text(encoding="utf-8")
    assert re.findall(r'aria-current="(\w+)">([^<]+)<', page) == [
        ("true", "Tiếng Việt"),
        ("true", "Cơ quan"),
    ]


def test_the_error_page_stands_in_for_any_address(built: Path) -> None:
    page = (built / "404.html").read_text(encoding="utf-8")
    assert "Không tìm thấy trang" in page
    assert "canonical" not in page
    links = re.findall(r' (?:href|src|action)="([^"]*)"', page)
    assert not [link for link in links if not link.startswith(("/portal/", "#"))]


def test_the_sitemap_lists_every_page_but_the_error_page(built: Path) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall("<loc>https://example.org/portal/([^<]*)</loc>", text))
    pages = {
        path.relative_to(built).as_posix().removesuffix("index.html")
        for path in built.rglob("*.html")
    }
    assert pages - {"404.html"} == listed


def test_no_page_names_another_host(built: Path) -> None:
    for path in built.rglob("*.html"):
        hosts = set(re.findall(r'"(https?://[^/"]+)', path.read_text(encoding="utf-8")))
        assert hosts <= {"https://example.org", "http://www.w3.org"}, path


def test_each_file_that_a_page_asks_for_is_there(built: Path) -> None:
    for path in built.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r'<(?:link|script|img)[^>]* (?:href|src)="([^":]+)"', text):
            assert (path.parent / link).is_file(), (path, link)


def test_the_files_of_a_page_are_written_below_its_language(built: Path) -> None:
    assert b"<svg/>" == (built / "charts/delivery.svg").read_bytes()
    assert b"<svg/>" == (built / "en/charts/delivery.svg").read_bytes()


def test_what_is_printed_names_the_day_and_no_page_does(built: Path) -> None:
    styles = (built / "assets/portal.css").read_text(encoding="utf-8")
    assert (
        r':lang(en) .masthead__bar::after { content: "Data as of \22 1 April\22  2032"; }' in styles
    )
    assert ":lang(vi) .masthead__bar::after" in styles
    assert not [path for path in built.rglob("*.html") if "1 April" in path.read_text()]


def test_progress_is_told_for_each_page(assembly: Assembly, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    building.build(sample.SETTINGS, tmp_path / "site", lambda *now: told.append(now))
    total = len(list(assembly.pages)) + len(sample.LANGUAGES)
    pages = [now for now in told if now[0] == "pages"]
    assert [("pages", done, 0) for done in range(1, total + 1)] == pages


def test_several_processes_make_the_same_bytes(built: Path, tmp_path: Path) -> None:
    building.build(sample.SETTINGS, tmp_path / "shared", None, Machine(jobs=3))
    assert tree(built) == tree(tmp_path / "shared")


def test_pages_may_come_one_by_one(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def pages() -> Iterator[Page]:
        yield from sample.assembly().pages

    monkeypatch.setattr(plugin, "assemble_from", lambda *_: sample.assembly(pages=pages()))
    building.build(sample.SETTINGS, tmp_path / "other")
    assert tree(built) == tree(tmp_path / "other")


def break_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next build assemble pages that cannot be made."""

    def pages() -> Iterator[Page]:
        yield from sample.assembly().pages
        raise PortalError("git_failed", detail="no disk")

    monkeypatch.setattr(plugin, "assemble_from", lambda *_: sample.assembly(pages=pages()))


def test_a_failed_build_leaves_the_old_site(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(built)
    break_pages(monkeypatch)
    with pytest.raises(PortalError):
        building.build(sample.SETTINGS, built)
    assert before == tree(built)
    assert [built] == list(tmp_path.iterdir())


def test_on_mkdocs_command_line_a_failure_is_a_message(
    configuration: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_pages(monkeypatch)
    with pytest.raises(PluginError, match="Git could not read the repository: no disk"):
        build_with_mkdocs(configuration(PortalPlugin()))


def test_a_page_outside_all_sections_is_in_none(built: Path) -> None:
    page = (built / "en/search/index.html").read_text(encoding="utf-8")
    assert ["true"] == re.findall(r'aria-current="(\w+)"', page)  # The language alone.


def test_build_json_has_the_hash_of_every_file_but_its_own(built: Path) -> None:
    told = json.loads((built / "build.json").read_bytes())
    files = {
        address: hashlib.sha256(content).hexdigest()
        for address, content in tree(built).items()
        if address != "build.json"
    }
    assert {"edition": "public", "files": files} == told


def test_a_site_address_may_lack_its_last_slash(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare = sample.assembly(site_address=sample.SITE_ADDRESS.rstrip("/"))
    monkeypatch.setattr(plugin, "assemble_from", lambda *_: bare)
    building.build(sample.SETTINGS, tmp_path / "other")
    assert tree(built) == tree(tmp_path / "other")
