"""Searching finds pages with and without diacritics, by keyboard, and takes no query for code."""

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from generator.search.words import Words, fold
from tests.browser.kinds import RAILWAY
from tests.browser.reader import Reader

HOSTILE = [
    '<img src=x onerror="document.title=1">',
    '"><script>document.title=1</script>',
    "{{7*7}} ${7*7} </ol><h1>x</h1>",
    "javascript:alert(1)",
    "\u202etxet \u0000 \ufffd",
    "%3Cscript%3E",
    "../" * 50,
    "a" * 5_000,
]


def results(page: Page) -> list[str]:
    """The addresses that are found, in order."""
    page.locator(".result").first.wait_for()
    links = page.locator(".result h2 a").all()
    return [link.get_attribute("href") or "" for link in links]


def search(page: Page, query: str) -> None:
    page.locator("#search-box").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")


@pytest.mark.parametrize(
    "home,query",
    [
        ("", "duong sat"),
        ("", "đường sắt"),
        ("", "ĐƯỜNG SẮT"),
        ("", "duong sat Lao Cai"),
        ("en/", "railway"),
        ("en/", "Lào Cai"),
    ],
)
def test_the_railway_is_found(reader: Reader, home: str, query: str) -> None:
    page = reader.opens(home)
    search(page, query)
    assert f"/portal/{home}{RAILWAY}" in results(page)


def test_a_search_finds_pages_of_its_own_language_alone(reader: Reader) -> None:
    page = reader.opens("en/search/?q=Ministry")
    assert all(address.startswith("/portal/en/") for address in results(page))


def test_what_is_found_is_shown_as_it_is_written(reader: Reader) -> None:
    page = reader.opens("search/?q=duong sat")
    page.locator(".result").first.wait_for()
    shown = page.locator("#search-results").inner_text()
    assert "đường sắt" in shown
    assert "\u0335" not in shown
    assert {"đường", "sắt"} <= {
        mark.inner_text().lower().strip(".,") for mark in page.locator("mark").all()
    }


def test_a_word_as_it_was_typed_comes_before_words_with_other_marks(reader: Reader) -> None:
    page = reader.opens("search/?q=đường")
    page.locator(".result").first.wait_for()
    marks = page.locator(".result h2 mark").all_inner_texts()
    assert "đường" == marks[0].lower()


def test_a_short_title_that_has_the_word_comes_first(reader: Reader) -> None:
    page = reader.opens("fr/search/?q=energie", site="rich")
    assert "/portal/fr/fields/climate-energy/" == results(page)[0]


def test_the_beginning_of_the_last_word_is_enough(reader: Reader) -> None:
    page = reader.opens("en/search/?q=railw")
    assert f"/portal/en/{RAILWAY}" in results(page)


def test_where_no_page_has_all_words_those_with_the_most_are_found(reader: Reader) -> None:
    page = reader.opens("en/search/?q=railway Lào Cai zzzzqqqq")
    assert f"/portal/en/{RAILWAY}" in results(page)


def test_a_query_is_read_as_pages_are(reader: Reader) -> None:
    page = reader.opens("search/")
    # Whatever Unicode's first plane has, but for the thousands of ideographs and syllables.
    letters = map(chr, (*range(0x3400), *range(0xF900, 0x10000)))
    texts = [f"{letter} a{letter}b" for letter in letters if unicodedata.category(letter)[0] != "C"]
    read = page.evaluate(
        """async (texts) => {
          const { fold, wordsOf } = await import("/portal/assets/portal/search-index.js");
          return texts.map((text) => [...new Set(wordsOf(text))].map((word) => [word, fold(word)]));
        }""",
        texts,
    )
    different = [
        text
        for text, pairs in zip(texts, read, strict=True)
        if {(word, fold(word)) for word in Words().of_text(text)} != set(map(tuple, pairs))
    ]
    assert [] == different


def test_a_search_works_by_keyboard_alone(reader: Reader) -> None:
    page = reader.opens("search/")
    page.locator("#query").focus()
    page.keyboard.type("duong sat")
    page.keyboard.press("Enter")
    page.locator(".result").first.wait_for()
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    first = page.locator(".result h2 a").first
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")


def test_the_number_of_pages_found_is_announced(reader: Reader) -> None:
    page = reader.opens("en/search/?q=railway")
    page.locator(".result").first.wait_for()
    count = page.locator("#search-count")
    expect(count).to_have_attribute("aria-live", "polite")
    expect(count).to_have_text(re.compile(r"^Pages found: [1-9]\d*$"))


def test_more_results_follow_and_take_the_focus(reader: Reader) -> None:
    page = reader.opens("search/?q=duong sat")
    before = len(results(page))
    page.get_by_role("button", name="Xem thêm").click()
    eleventh = page.locator(".result h2 a").nth(before)
    expect(eleventh).to_be_focused()


def test_going_back_brings_the_earlier_search_again(reader: Reader) -> None:
    page = reader.opens("search/?q=duong sat")
    earlier = results(page)
    page.locator("#query").fill("JETP")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=JETP")
    expect(page.locator(".result h2 a").first).not_to_have_attribute("href", earlier[0])
    page.go_back()
    expect(page.locator("#query")).to_have_value("duong sat")
    expect(page.locator(".result h2 a").first).to_have_attribute("href", earlier[0])


def test_a_search_without_results_says_so(reader: Reader) -> None:
    page = reader.opens("en/search/?q=zzzzqqqq")
    expect(page.locator("#search-count")).to_have_text("No page has these words.")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_text_and_nothing_else(reader: Reader, query: str) -> None:
    page = reader.opens("en/")
    search(page, query)
    count = page.locator("#search-count")
    expect(count).not_to_be_empty()
    expect(count).not_to_have_text("Searching…")
    assert page.title().startswith("Search – ")
    assert 1 == page.locator("h1").count()
    assert 0 == page.locator("#content img, #content script:not([src])").count()
    for address in (link.get_attribute("href") for link in page.locator(".result a").all()):
        assert address
        assert address.startswith("/portal/en/")


def test_without_javascript_the_search_says_so_and_leads_to_the_lists(reader: Reader) -> None:
    page = reader.opens("en/", javascript=False)
    search(page, "railway")
    expect(page.locator("#content .notice")).to_contain_text("Searching needs JavaScript.")
    page.locator("#content").get_by_role("link", name="Commitments").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url == f"{reader.homes['real']}en/commitments/"
