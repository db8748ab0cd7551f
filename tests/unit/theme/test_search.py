"""The index is the same from every build, and folds what Pagefind does not."""

import json
import re
from pathlib import Path

from generator.pages.page import Page, ready
from generator.theme import search
from generator.theme.search import SearchIndex


def page(number: int, language: str) -> Page:
    return Page(
        address=f"p{number}/",
        language=language,
        kind="record",
        title=f"Đường sắt {number}",
        description="",
        render=ready(
            f'<h1>Đường sắt {number}</h1><h2 id="a">Łódź</h2><p>word{number % 7} từ{number}</p>'
        ),
    )


def indexed(numbers: range) -> dict[str, bytes]:
    with SearchIndex() as index:
        for number in numbers:
            for language in ("vi", "en", "fr"):
                index.add(page(number, language), f"{language}/p{number}/", "Section")
        return dict(index.files())


def test_the_index_is_the_same_whatever_the_order_of_pages() -> None:
    first = indexed(range(40))
    for _ in range(3):
        assert first == indexed(range(39, -1, -1))


def test_languages_are_kept_apart() -> None:
    entry = json.loads(indexed(range(2))["pagefind-entry.json"])
    assert ["en", "fr", "vi"] == list(entry["languages"])


def test_only_what_the_search_page_asks_for_is_kept() -> None:
    names = {re.sub(r"[^/]*\.pf_\w+$", "*", name) for name in indexed(range(2))}
    kept = {"fragment/*", "index/*", "*", "pagefind.js", "pagefind-worker.js"}
    assert kept | {"pagefind-entry.json", "wasm.en.pagefind", "wasm.fr.pagefind"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_a_site_without_pages_has_no_index() -> None:
    assert not indexed(range(0))


def test_stroked_letters_become_a_letter_and_a_mark() -> None:
    document = search._document(page(1, "vi"), "").translate(search._APART)
    assert "D\u0335ường sắt" in document
    assert "Đ" not in document


def test_the_search_page_puts_the_same_letters_back(root: Path) -> None:
    script = (root / "site_templates/theme/assets/portal/search.js").read_text(encoding="utf-8")
    pairs = dict(re.findall(r'"(\w)": "([^"]+)"', script))
    assert search._STROKED == {letter: json.loads(f'"{apart}"') for letter, apart in pairs.items()}
