"""axe finds nothing on a page of each kind: in light, dark and forced colours, at three widths."""

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.kinds import Kind, each_kind
from tests.browser.reader import Reader

WIDTHS = (1280, 768, 320)
"""A desk, a tablet, a phone."""

# The tables of charts are looked at where they are seen whole: axe is unsure of scrolled cells.
OPENED = """(width) => document.querySelectorAll("details").forEach((part) => {
  part.open = width === 1280 || !part.closest(".chart");
})"""


@pytest.fixture(autouse=True)
def axe_is_installed() -> None:
    if not axe.SCRIPT.is_file():
        pytest.skip("axe-core is not installed")


@each_kind
def test_axe_finds_no_violation_and_is_unsure_of_nothing(reader: Reader, kind: Kind) -> None:
    page = reader.sees(kind)
    found = {width: in_all_colours(page, width) for width in WIDTHS}
    assert {width: {"light": [], "dark": [], "forced": []} for width in WIDTHS} == found


def in_all_colours(page: Page, width: int) -> dict[str, list[axe.Finding]]:
    """What axe finds at a width; what has nothing to do with colours is looked at once."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(OPENED, width)
    page.emulate_media(color_scheme="light", forced_colors="none")
    light = axe.check(page)
    page.emulate_media(color_scheme="dark")
    dark = axe.check(page, colours_alone=True)
    page.emulate_media(color_scheme="light", forced_colors="active")
    return {"light": light, "dark": dark, "forced": axe.check(page, colours_alone=True)}
