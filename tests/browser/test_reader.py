"""What the other tests trust notices what it should: a check of the checkers."""

from pathlib import Path
from typing import Literal

import pytest

from tests.browser import axe
from tests.browser.markup import elements
from tests.browser.reader import Reader
from tests.browser.test_links import is_of_another_host, loaded


def test_a_request_to_another_host_is_noticed(reader: Reader) -> None:
    page = reader.opens("about/", policy=False)
    page.evaluate("fetch('https://elsewhere.invalid/').catch(() => {})")
    assert "asks for https://elsewhere.invalid/" in reader.troubles
    page.wait_for_timeout(200)  # The console's own complaint comes a moment later.
    reader.troubles.clear()


def test_what_the_policy_of_a_page_holds_back_is_noticed(reader: Reader) -> None:
    page = reader.opens("about/")
    with page.expect_console_message():
        page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert "Content Security Policy" in reader.troubles.pop()


def test_an_error_of_a_script_is_noticed(reader: Reader) -> None:
    page = reader.opens("about/")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('broken') })")
    assert "broken" in reader.troubles.pop()


@pytest.mark.parametrize("forced", ["none", "active"])
def test_axe_is_there_and_looks(reader: Reader, forced: Literal["none", "active"]) -> None:
    if not axe.SCRIPT.is_file():
        pytest.skip("axe-core is not installed")
    page = reader.opens("about/")
    page.emulate_media(forced_colors=forced)
    assert [] == axe.check(page)
    page.evaluate(
        "Object.assign(document.querySelector('h1').style,"
        " { color: 'silver', forcedColorAdjust: 'none' })"
    )
    assert ["color-contrast"] == [finding.rule for finding in axe.check(page)]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://elsewhere.invalid/x.png">',
        '<img srcset="x.png 1x, //elsewhere.invalid/x.png 2x">',
        '<script src="http://elsewhere.invalid/x.js"></script>',
        '<link rel="alternate stylesheet" href="https://elsewhere.invalid/x.css">',
        '<link rel="preconnect" href="https://elsewhere.invalid/">',
        "<style>@import 'https://elsewhere.invalid/x.css';</style>",
        '<p style="background: url(https://elsewhere.invalid/x.png)">',
        '<form action="https://elsewhere.invalid/">',
        '<base href="https://elsewhere.invalid/">',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.invalid/">',
        '<object data="https://elsewhere.invalid/"></object>',
        '<use xlink:href="https://elsewhere.invalid/x.svg#a"/>',
    ],
)
def test_whatever_loads_from_another_host_is_seen_in_the_markup(
    tmp_path: Path, markup: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(markup, encoding="utf-8")
    addresses = [address for element in elements(file) for address in loaded(element)]
    assert any(is_of_another_host(address) for address in addresses)
