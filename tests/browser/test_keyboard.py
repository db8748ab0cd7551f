"""Whoever has no pointer gets everywhere: in order, seeing where they are, and out again."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, RAILWAY, Kind, each_kind
from tests.browser.markup import elements
from tests.browser.reader import Reader
from tests.browser.sites import Site

each_width = pytest.mark.parametrize("width", [1280, 320])

# The theme's radio buttons have no size: the label that follows shows their focus.
WHERE = """() => {
  const focused = document.activeElement;
  const shown = focused.matches(".md-option")
    ? [...focused.parentElement.querySelectorAll("label")].find((label) => label.checkVisibility())
    : focused;
  const style = getComputedStyle(shown);
  const [box] = shown.getClientRects();
  const x = box.x + box.width / 2, y = Math.min(box.y + box.height / 2, innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    html: focused.outerHTML.slice(0, 120),
    left: box.left, top: box.top + scrollY, bottom: box.bottom + scrollY,
    end: focused === document.body,
    masthead: focused.closest("header") !== null,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: Boolean(top && (shown.contains(top) || top.contains(shown))),
  };
}"""

# The same for every stop of a page without a key pressed: a long list has hundreds.
EACH_STOP = f"""() => {{
  const where = {WHERE};
  // Of the theme's radio buttons a key reaches but one: the tests that press keys look at it.
  const stops = "a[href], button, input:not([class^='md-']), summary, [tabindex='0']";
  return [...document.querySelectorAll(stops)]
    .filter((stop) => stop.checkVisibility({{ visibilityProperty: true }}))
    .map((stop) => {{
      stop.focus({{ focusVisible: true }});
      return {{ ...where(), reached: stop === document.activeElement }};
    }});
}}"""


def stops(page: Page, most: int = 60) -> list[dict[str, Any]]:
    """Where the key Tab leads from the beginning of a page, up to its end."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop["end"]:
            break
        found.append(stop)
    return found


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached")


@each_width
def test_the_skip_link_comes_first_and_leads_to_the_content(reader: Reader, width: int) -> None:
    page = reader.opens(RAILWAY, width=width)
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('#content') !== null")
    assert inside


@each_width
@pytest.mark.parametrize("address", ["", RAILWAY, "search/?q=duong+sat", "commitments/"])
def test_the_focus_is_always_seen(reader: Reader, address: str, width: int) -> None:
    found = stops(reader.opens(address, width=width))
    assert len(found) > 10
    assert [] == [stop for stop in found if not (stop["outlined"] and stop["seen"])]


@each_kind
def test_no_stop_of_an_enlarged_page_is_covered(reader: Reader, kind: Kind) -> None:
    page = reader.sees(kind)
    page.set_viewport_size({"width": 320, "height": 256})
    page.keyboard.press("Tab")  # So that the browser knows that it is used by keyboard.
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    found = page.evaluate(EACH_STOP)
    assert found
    asked = ("reached", "outlined", "seen")
    assert [] == [stop for stop in found if not all(stop[each] for each in asked)]


@each_width
def test_the_masthead_is_passed_in_the_order_in_which_it_is_read(
    reader: Reader, width: int
) -> None:
    _, *found = [stop for stop in stops(reader.opens("", width=width), 20) if stop["masthead"]]
    assert len(found) > 4
    for one, other in pairwise(found):
        below = other["top"] >= one["bottom"] - 1
        beside = other["left"] > one["left"] and other["bottom"] > one["top"]
        assert below or beside, (one["html"], other["html"])


def test_no_element_claims_a_place_in_the_order(sites: Mapping[str, Site]) -> None:
    for kind in KINDS:
        for element in elements(sites[kind.site].file(kind.address)):
            assert element.attributes.get("tabindex", "0") in {"0", "-1"}, (kind, element)


@each_width
def test_the_language_is_switched(reader: Reader, width: int) -> None:
    page = reader.opens(RAILWAY, width=width)
    tab_to(page, ".languages a[lang=en]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reader.homes['real']}en/{RAILWAY}")


def test_the_colours_are_chosen(reader: Reader) -> None:
    page = reader.opens("")
    tab_to(page, ".md-option")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_css("color-scheme", "dark")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.md-option')")


def test_on_a_phone_the_menu_opens_leads_on_and_closes(reader: Reader) -> None:
    page = reader.opens(RAILWAY, width=320)
    menu = page.locator("#sections")
    tab_to(page, ".masthead__menu")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".sections__close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(page.locator(".masthead__menu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".masthead__menu")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "#sections a[href$='agencies/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reader.homes['real']}agencies/")


def test_on_a_phone_the_open_menu_is_no_trap(reader: Reader) -> None:
    page = reader.opens(RAILWAY, width=320)
    tab_to(page, ".masthead__menu")
    page.keyboard.press("Enter")
    tab_to(page, "#content *")
    expect(page.locator("#sections")).to_be_hidden()
    assert page.evaluate(WHERE)["seen"]


def test_the_table_of_a_chart_opens_scrolls_and_is_left_again(reader: Reader) -> None:
    page = reader.opens("fields/", width=320)
    page.locator("#content").focus()
    tab_to(page, ".chart summary")
    chart = page.locator(".chart", has=page.locator(":focus"))
    page.keyboard.press("Enter")
    expect(chart.get_by_role("table")).to_be_visible()
    page.keyboard.press("Tab")
    region = chart.get_by_role("region")
    expect(region).to_be_focused()
    assert region.evaluate("(region) => region.scrollWidth > region.clientWidth")
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)
    page.keyboard.press("Tab")
    expect(chart.locator("a[download]")).to_be_focused()
