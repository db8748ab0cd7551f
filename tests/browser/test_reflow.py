"""Nothing is lost where a page is enlarged four times and spaced as widely as readers may ask.

Of a window of 1,280 by 1,024 pixels a reader then sees 320 by 256 (WCAG 1.4.10, 1.4.12).
"""

from pathlib import Path

import pytest

from tests.browser.kinds import Kind, each_kind
from tests.browser.reader import Reader

LOST = Path(__file__).with_name("lost.js").read_text(encoding="utf-8")
SPACED = """() => {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(`
    * { letter-spacing: .12em !important; word-spacing: .16em !important }
    * { line-height: 1.5 !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [spacing];
}"""
OPENED = "document.querySelectorAll('details').forEach((part) => { part.open = true })"


@each_kind
def test_nothing_is_lost_when_a_page_is_enlarged_and_spaced(reader: Reader, kind: Kind) -> None:
    page = reader.sees(kind)
    page.set_viewport_size({"width": 320, "height": 256})
    assert [] == page.evaluate(LOST)
    page.evaluate(OPENED)
    page.evaluate(SPACED)
    assert [] == page.evaluate(LOST)


@pytest.mark.parametrize("address", ["", "commitments/"])
def test_the_menu_of_an_enlarged_page_can_be_read_to_its_end(reader: Reader, address: str) -> None:
    page = reader.opens(address)
    page.set_viewport_size({"width": 320, "height": 256})
    page.evaluate(SPACED)
    page.get_by_role("button", name="Danh mục").click()
    # It lies over the page, which is the one thing here that may overlap.
    assert [] == [each for each in page.evaluate(LOST) if not each.startswith("overlap")]
    last = page.locator("#sections a").last
    last.scroll_into_view_if_needed()
    assert last.evaluate("(link) => link.getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.parametrize(
    "change,found",
    [
        ("width: 400px", "the page scrolls sideways"),
        ("overflow: hidden; height: 1em", "clipped: <p"),
        ("overflow-x: auto; white-space: nowrap", "scrolls unsaid: <p"),
        ("margin-top: -2em", "overlap: "),
    ],
)
def test_what_would_be_lost_is_noticed(reader: Reader, change: str, found: str) -> None:
    page = reader.opens("about/", width=320)
    assert [] == page.evaluate(LOST)
    page.evaluate(f"document.querySelector('#content p').style.cssText = '{change}'")
    assert any(each.startswith(found) for each in page.evaluate(LOST))
