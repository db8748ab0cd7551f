"""Every link leads somewhere, and nothing is loaded from another host."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import Kind, each_kind
from tests.browser.markup import Element, elements
from tests.browser.reader import Reader
from tests.browser.sites import REGISTRIES, Site

LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"} | {
    "dns-prefetch",
    "preconnect",
    "prerender",
}
CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""")
each_site = pytest.mark.parametrize("site", REGISTRIES)


@each_site
def test_all_links_resolve(
    sites: Mapping[str, Site], program: Callable[[str], str], site: str
) -> None:
    lychee = [program("lychee"), "--offline", "--no-progress", "--format", "json"]
    follow = ["--include-fragments", "--index-files", "index.html"]
    folders = ["--root-dir", str(sites[site].root), str(sites[site].folder)]
    found = subprocess.run(
        [*lychee, *follow, *folders], capture_output=True, text=True, check=False
    )
    report = json.loads(found.stdout)
    assert {} == report["error_map"]
    assert len(sites[site].pages()) < report["successful"]
    assert 0 == found.returncode


def loaded(element: Element) -> Iterator[str]:
    """The addresses that a browser asks for when it meets an element."""
    attributes = element.attributes
    if element.tag != "a":
        yield from (attributes[name] for name in ("src", "poster", "data") if name in attributes)
        yield from (attributes[name] for name in ("background", "xlink:href") if name in attributes)
    for candidate in attributes.get("srcset", "").split(","):
        yield from candidate.split()[:1]
    if element.tag == "link" and element.rel & LOADING_RELATIONS:
        yield attributes["href"]
    if element.tag in ("form", "base"):
        yield attributes.get("action", attributes.get("href", ""))
    if element.tag == "meta" and "http-equiv" in attributes:
        yield attributes["content"].partition("url=")[2]
    styles = attributes.get("style", "") + ("".join(element.text) * (element.tag == "style"))
    yield from CSS_ADDRESS.findall(styles)


def is_of_another_host(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


@each_site
def test_no_page_or_drawing_loads_from_another_host(sites: Mapping[str, Site], site: str) -> None:
    found = [
        (file.name, address)
        for file in _files(sites[site], "*.html", "*.svg")
        for element in elements(file)
        for address in loaded(element)
        if is_of_another_host(address)
    ]
    assert [] == found


@each_site
def test_no_style_sheet_loads_from_another_host(sites: Mapping[str, Site], site: str) -> None:
    found = [
        address
        for file in _files(sites[site], "*.css")
        for address in CSS_ADDRESS.findall(file.read_text(encoding="utf-8"))
        if is_of_another_host(address)
    ]
    assert [] == found


@each_kind
def test_a_browser_asks_no_other_host_and_reports_no_error(reader: Reader, kind: Kind) -> None:
    reader.sees(kind)
    assert [] == reader.troubles


def _files(site: Site, *patterns: str) -> list[Path]:
    return [file for pattern in patterns for file in sorted(site.folder.rglob(pattern))]
