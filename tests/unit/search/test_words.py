"""Words are found as a reader would find them, and folded as a reader would type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.words import Words, fold

TEXTS = st.text(st.characters(codec="utf-8"))


def of_html(body: str, *others: str) -> set[str]:
    return Words().of_html(body, *others)


@pytest.mark.parametrize(
    "text,words",
    [
        ("Đường sắt Lào Cai–Hà Nội", {"đường", "sắt", "lào", "cai", "hà", "nội"}),
        ("l’énergie, l'eau", {"l", "énergie", "eau"}),
        ("55-NQ/TW (2023)", {"55", "nq", "tw", "2023"}),
        ("số_liệu 1.000,5", {"số", "liệu", "1", "000", "5"}),
        (unicodedata.normalize("NFD", "đường"), {"đường"}),
        ("हिन्दी", {"हिन्दी"}),
        (" – “…” ", set()),
        ("", set()),
    ],
)
def test_words_are_what_stands_between_signs_and_spaces(text: str, words: set[str]) -> None:
    assert words == Words().of_text(text)


@pytest.mark.parametrize(
    "word,folded",
    [
        ("đường", "duong"),
        ("Łódź", "lodz"),
        ("œuvre", "oeuvre"),
        ("straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁle", "file"),
        ("ΟΔΟΣ", "οδοσ"),
        ("2025", "2025"),
        ("\u0300", ""),
        ("\u037a", ""),
    ],
)
def test_a_folded_word_is_what_one_types_without_marks(word: str, folded: str) -> None:
    assert folded == fold(word)


def test_tags_attributes_and_entities_are_no_words() -> None:
    body = 'Open <p class="note" data-label="Hidden">Trade &amp; <b>t&#39;</b>&lt;b&gt;</p> end'
    assert {"open", "trade", "t", "b", "end"} == of_html(body)


def test_labels_that_stand_on_every_page_of_a_kind_are_not_indexed() -> None:
    body = (
        '<dl><dt>Status</dt><dd>completed</dd></dl><caption class="c">Milestones</caption>'
        '<th scope="col">Due</th><th scope="row">Bridge</th><dtx>kept</dtx>'
        '<a><span class="visually-hidden">source</span>1</a>'
    )
    assert {"completed", "bridge", "kept", "1"} == of_html(body)


def test_a_row_about_another_page_is_not_indexed_and_any_other_row_is() -> None:
    body = (
        '<tr>\n  <th scope="row" data-label="x"><a href="../a/">Rail</a></th><td>Japan</td></tr>'
        '<tr id="m1"><th scope="row">Bridge <a href="#s">1</a></th><td>open</td></tr>'
    )
    assert {"bridge", "1", "open"} == of_html(body)


def test_other_texts_are_indexed_with_the_body() -> None:
    assert {"body", "more", "ids"} == of_html("<p>Body</p>", "More", "ids")


@given(TEXTS)
def test_a_word_is_letters_digits_and_marks_and_nothing_else(text: str) -> None:
    for word in Words().of_text(text):
        assert word
        assert all(unicodedata.category(letter)[0] in "LNM" for letter in word)


@given(TEXTS, TEXTS)
def test_what_was_seen_before_changes_nothing(first: str, second: str) -> None:
    words = Words()
    words.of_text(first)
    assert Words().of_text(second) == words.of_text(second)


@given(TEXTS)
def test_every_letter_of_a_text_is_in_one_of_its_words(text: str) -> None:
    lower = unicodedata.normalize("NFC", text).lower()
    letters = {letter for letter in lower if letter.isalnum()}
    assert letters == {c for word in Words().of_text(text) for c in word if c.isalnum()}


@given(TEXTS)
def test_folding_is_finished_after_once(text: str) -> None:
    for word in Words().of_text(text):
        assert fold(word) == fold(fold(word))
        assert fold(word) == fold(unicodedata.normalize("NFD", word))
        assert all(letter.isalnum() for letter in fold(word))


@given(TEXTS)
def test_no_body_stops_the_reading(text: str) -> None:
    of_html(text, text)
    of_html(f"<tr><th><a>{text}</tr><dt {text}>{text}")
