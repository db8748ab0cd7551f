"""The policy of each page lets nothing run, look or lead otherwise that got into it.

That it is in no one's way needs no test of its own: a browser reports what it holds back on the
console, and whoever reads a page in any of these tests has nothing to report.
"""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.reader import Reader

TAKEN = "taken"
TAKES = "document.title='taken'"

# What a record's text could bring into a page if some day it were taken for HTML.
RUN = {
    "a script": f"<script>{TAKES}</script>",
    "a script as data": f'<script src="data:text/javascript,{TAKES}"></script>',
    "a module": f'<script type="module">{TAKES}</script>',
    "a handler": f'<img src="no-such.png" onerror="{TAKES}">',
    "a handler of a drawing": f'<svg onload="{TAKES}"></svg>',
    "a handler of a part": f'<details open ontoggle="{TAKES}"><summary>x</summary>y</details>',
    "the page in a frame": f'<iframe srcdoc="<script>parent.{TAKES}</script>"></iframe>'.replace(
        "='taken'", "=`taken`"
    ),
    "a link that is pressed": f'<a id="press" href="javascript:void({TAKES})">x</a>',
}
"""Markup that would change the page's title."""

HELD_BACK = {
    "style-src-attr": '<p style="position: fixed; inset: 0">x</p>',
    "style-src-elem": "<style>body { display: none }</style>",
    "base-uri": '<base href="https://elsewhere.invalid/">',
    "img-src": '<img src="https://elsewhere.invalid/x.png">',
    "script-src-elem": '<script src="https://elsewhere.invalid/x.js"></script>',
    "frame-src": '<iframe src="https://elsewhere.invalid/"></iframe>',
    "object-src": '<object data="https://elsewhere.invalid/"></object>',
    "media-src": '<video src="https://elsewhere.invalid/x.mp4"></video>',
}
"""Markup that would load something or change the look, by the directive that forbids it."""

LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
"""


def infect(page: Page, markup: str) -> None:
    """Open the page again, now with markup in the middle of its text."""

    def answer(route: Route) -> None:
        response = route.fetch()
        text = response.text().replace("</h1>", f"</h1>{markup}", 1)
        assert markup in text
        route.fulfill(response=response, body=text)

    page.add_init_script(LISTEN)
    page.route("**/about/", answer)
    page.reload()
    if page.locator("#press").count():
        page.locator("#press").click(no_wait_after=True)
    page.wait_for_timeout(150)  # Whatever would run has run by now.


@pytest.mark.parametrize("markup", RUN.values(), ids=RUN)
def test_what_got_into_a_page_does_not_run(reader: Reader, markup: str) -> None:
    page = reader.opens("about/")
    title = page.title()
    infect(page, markup)
    assert title == page.title()
    assert any("Content Security Policy" in trouble for trouble in reader.troubles)
    reader.troubles.clear()


@pytest.mark.parametrize("markup", RUN.values(), ids=RUN)
def test_without_the_policy_it_would_run(reader: Reader, markup: str) -> None:
    page = reader.opens("about/", policy=False)
    infect(page, markup)
    assert TAKEN == page.title()
    reader.troubles.clear()  # An image that is not there.


@pytest.mark.parametrize("directive,markup", HELD_BACK.items(), ids=HELD_BACK)
def test_what_got_into_a_page_loads_nothing_and_looks_like_text(
    reader: Reader, directive: str, markup: str
) -> None:
    page = reader.opens("about/")
    failures: dict[str, str | None] = {}
    page.on("requestfailed", lambda request: failures.update({request.url: request.failure}))
    infect(page, markup)
    assert {directive} == set(page.evaluate("violations"))
    # The browser itself held it back: no name was looked up.
    assert {"csp"} >= {why for address, why in failures.items() if "elsewhere" in address}
    reader.troubles.clear()


def test_a_form_sends_nothing_to_another_host(reader: Reader) -> None:
    page = reader.opens("about/")
    infect(page, '<form action="https://elsewhere.invalid/"><button id="press">x</button></form>')
    assert ["form-action"] == page.evaluate("violations")
    assert page.url.endswith("/about/")
    reader.troubles.clear()


@pytest.mark.parametrize(
    "code",
    [
        "document.body.innerHTML = '<p>x</p>'",
        "document.write('<p>x</p>')",
        "document.createElement('script').src = 'x.js'",
        "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
    ],
)
def test_no_script_can_take_a_text_for_html(reader: Reader, code: str) -> None:
    page = reader.opens("about/")
    assert "TypeError" == page.evaluate(
        f"() => {{ try {{ {code} }} catch (error) {{ return error.name }} }}"
    )
    reader.troubles.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "commitments/lao-cai-hanoi-hai-phong-railway/"])
def test_a_page_looks_the_same_with_and_without_the_policy(
    reader: Reader, address: str, scheme: str
) -> None:
    pictures = []
    for policy in (True, False):
        page = reader.opens(address, policy=policy)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        expect(page.locator("h1")).to_be_visible()
        pictures.append(page.screenshot(full_page=True))
    assert pictures[0] == pictures[1]
