"""Pages fit a phone, can be used by keyboard, and do not speak by colour alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import RAILWAY, Kind, each_kind
from tests.browser.reader import Reader

each_width = pytest.mark.parametrize("width", [1280, 320])

# What stands in a line of text may be as high as the line; WCAG 2.5.8 excepts it.
TOO_SMALL = """() => {
  const controls = "header a, header button, nav a, button, summary, .figures a, .tiles a";
  const fields = "input:not(.md-toggle, .md-option), .masthead .md-header__button";
  return [...document.querySelectorAll(`${controls}, ${fields}`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => [element.outerHTML, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(([html, box]) => `${box.width}×${box.height} ${html}`);
}"""

MARKS = """() => [...document.querySelectorAll(".status, .flag, .mark")]
  .filter((mark) => mark.checkVisibility())
  .map((mark) => [mark.className, mark.innerText.trim()])"""


@each_kind
def test_every_control_can_be_hit(reader: Reader, kind: Kind) -> None:
    page = reader.sees(kind, width=320)
    assert [] == page.evaluate(TOO_SMALL)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert [] == page.evaluate(TOO_SMALL)


@each_width
def test_a_heading_that_is_led_to_is_not_covered(reader: Reader, width: int) -> None:
    page = reader.opens(RAILWAY, width=width)
    if width == 320:
        page.locator(".toc-top summary").click()
    page.locator("a[href='#milestones']:visible").click()
    heading = page.locator("#milestones")
    expect(heading).to_be_in_viewport(ratio=1)
    assert _is_on_top(page, "milestones")


@pytest.mark.parametrize("forced", ["active", None])
@pytest.mark.parametrize(
    "address,site", [("commitments/", "real"), ("commitments/", "rich"), ("attention/", "rich")]
)
def test_states_are_told_apart_by_words(
    reader: Reader, address: str, site: str, forced: str | None
) -> None:
    page = (
        reader.opens(address, site, forced_colors="active")
        if forced
        else reader.opens(address, site)
    )
    marks = {tuple(mark) for mark in page.evaluate(MARKS)}
    states = {(name, text) for name, text in marks if name.startswith("status ")}
    assert states
    assert all(text for _, text in marks)
    assert len(states) == len({name for name, _ in states}) == len({text for _, text in states})


def test_symbols_keep_their_shape_under_forced_colours(reader: Reader) -> None:
    page = reader.opens("commitments/", forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    status = page.locator(".status").first
    symbol = status.evaluate(
        "(element) => { const style = getComputedStyle(element, '::before');"
        " return [style.forcedColorAdjust, style.maskImage || style.webkitMaskImage,"
        " style.backgroundColor] }"
    )
    assert symbol[0] == "none"
    assert symbol[1].startswith("url(")
    assert symbol[2] == status.evaluate("(element) => getComputedStyle(element).color")


@pytest.mark.parametrize("hidden", [".search-box", ".sections", ".languages", ".page__aside"])
def test_on_paper_there_is_the_record_and_nothing_to_press(reader: Reader, hidden: str) -> None:
    page = reader.opens(RAILWAY)
    expect(page.locator(hidden)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("dl.facts--numbered")).to_be_visible()


def test_on_paper_dark_colours_are_left_out(reader: Reader) -> None:
    page = reader.opens(RAILWAY, color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")


def _is_on_top(page: Page, anchor: str) -> bool:
    """Whether nothing covers the beginning of what stands at an anchor."""
    return bool(
        page.evaluate(
            """(anchor) => {
              const heading = document.getElementById(anchor);
              const box = heading.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + 5, box.y + box.height / 2);
              return heading.contains(top);
            }""",
            anchor,
        )
    )
