"""A reader finds what was agreed and who is responsible, in each language, without scripts too."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, RAILWAY, Kind
from tests.browser.reader import Reader

WAYS = {
    "vi": {
        "by its card": ["Tuyến đường sắt khổ tiêu chuẩn Lào Cai - Hà Nội - Hải Phòng"],
        "by its partner": ["Đối tác", "Trung Quốc", "Tuyến đường sắt khổ tiêu chuẩn"],
        "by its agency": ["Cơ quan", "Bộ Xây dựng", "Tuyến đường sắt khổ tiêu chuẩn"],
        "by its field": ["Lĩnh vực", "Xây dựng", "Tuyến đường sắt khổ tiêu chuẩn"],
        "in the list": ["Cam kết", "Tuyến đường sắt khổ tiêu chuẩn"],
    },
    "en": {
        "by its card": ["Lao Cai - Hanoi - Hai Phong standard-gauge railway"],
        "by its partner": ["Partners", "China", "Lao Cai - Hanoi - Hai Phong standard-gauge"],
        "by its agency": ["Agencies", "Ministry of Construction", "Lao Cai - Hanoi - Hai Phong"],
        "by its field": ["Fields", "Construction", "Lao Cai - Hanoi - Hai Phong standard-gauge"],
        "in the list": ["Commitments", "Lao Cai - Hanoi - Hai Phong standard-gauge"],
    },
}
HOMES = {"vi": "", "en": "en/"}
LEAD = {
    "vi": (
        "Cơ quan chủ trì",
        "Bộ Giao thông Vận tải",
        "Cơ quan chịu trách nhiệm hiện nay: Bộ Xây dựng",
    ),
    "en": ("Lead agency", "Ministry of Transport", "Responsible now: Ministry of Construction"),
}
without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["script", "none"])
each_language = pytest.mark.parametrize("language", HOMES)


def click(page: Page, text: str) -> None:
    """Follow the first link with this text that is seen."""
    page.get_by_role("link", name=text).locator("visible=true").first.click()


@pytest.mark.parametrize(
    "language,way", [(language, way) for language, ways in WAYS.items() for way in ways]
)
@without_javascript
def test_the_railway_is_three_clicks_from_the_home_page(
    reader: Reader, language: str, way: str, javascript: bool
) -> None:
    page = reader.opens(HOMES[language], javascript=javascript)
    steps = WAYS[language][way]
    assert len(steps) <= 3
    for step in steps:
        click(page, step)
    assert page.url == f"{reader.homes['real']}{HOMES[language]}{RAILWAY}"


@each_language
def test_the_railway_tells_its_lead_then_and_who_is_responsible_now(
    reader: Reader, language: str
) -> None:
    page = reader.opens(f"{HOMES[language]}{RAILWAY}")
    label, then, now = LEAD[language]
    lead = page.locator("dl.facts--numbered > div").first
    expect(lead.locator("dt")).to_have_text(label)
    said = lead.locator("dd").inner_text()
    assert said.strip().startswith(then)
    assert now in said
    expect(page.locator(".lede")).to_contain_text(now.partition(": ")[2])


@without_javascript
def test_the_language_switch_stays_on_the_page(reader: Reader, javascript: bool) -> None:
    page = reader.opens(RAILWAY, javascript=javascript)
    click(page, "English")
    assert page.url == f"{reader.homes['real']}en/{RAILWAY}"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="English")).to_have_attribute("aria-current", "true")
    click(page, "Tiếng Việt")
    assert page.url == f"{reader.homes['real']}{RAILWAY}"


@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if not kind.name.startswith("search")],
    ids=lambda kind: kind.name,
)
def test_a_page_says_the_same_without_javascript(reader: Reader, kind: Kind) -> None:
    plain, full = (reader.sees(kind, javascript=javascript) for javascript in (False, True))
    assert full.locator("#content").inner_text() == plain.locator("#content").inner_text()
    expect(plain.get_by_role("banner").get_by_role("link").first).to_be_visible()


@without_javascript
def test_on_a_phone_the_menu_opens_closes_and_leads_on(reader: Reader, javascript: bool) -> None:
    page = reader.opens(RAILWAY, width=320, javascript=javascript)
    agencies = page.locator("#sections").get_by_role("link", name="Cơ quan")
    expect(agencies).to_be_hidden()
    page.get_by_role("button", name="Danh mục").click()
    expect(agencies).to_be_visible()
    page.keyboard.press("Escape")
    expect(agencies).to_be_hidden()
    page.get_by_role("button", name="Danh mục").click()
    agencies.click()
    assert page.url == f"{reader.homes['real']}agencies/"


def test_a_missing_page_leads_home_in_each_language(reader: Reader) -> None:
    page = reader.opens("en/commitments/nothing-of-the-kind/")
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang")
    links = page.locator("#content a")
    leading = [link.get_attribute("href") for link in links.all()]
    assert ["/portal/", "/portal/search/", "/portal/en/", "/portal/en/search/"] == leading
    click(page, "To the overview")
    assert page.url == f"{reader.homes['real']}en/"
    # The one error that a browser reports is the missing page itself.
    assert 1 == len(reader.troubles)
    assert "404" in reader.troubles.pop()


def test_the_choice_of_colours_is_kept_on_the_next_page(reader: Reader) -> None:
    page = reader.opens("")
    expect(page.locator("body")).to_have_css("color-scheme", "light")
    page.get_by_title("Chuyển sang màu tối").click()
    expect(page.locator("body")).to_have_css("color-scheme", "dark")
    click(page, "Đối tác")
    expect(page.locator("body")).to_have_css("color-scheme", "dark")


def test_the_colours_can_be_chosen_by_keyboard(reader: Reader) -> None:
    page = reader.opens("")
    page.locator(".md-option").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_css("color-scheme", "dark")


def test_without_javascript_the_colours_are_those_of_the_system(reader: Reader) -> None:
    page = reader.opens("", javascript=False, color_scheme="dark")
    expect(page.locator("body")).to_have_css("color-scheme", "dark")
    expect(page.locator(".md-option").first).to_be_hidden()
