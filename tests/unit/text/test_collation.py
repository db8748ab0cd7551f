"""Names stand in the order of a language's own dictionary."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import catalogue, collation_key
from generator.text.catalogue import languages


def ordered(language: str, *names: str) -> list[str]:
    return sorted(names, key=lambda name: collation_key(name, language))


@pytest.mark.parametrize(
    "language, names",
    [
        pytest.param("vi", ("An", "Ăn", "Ân", "Ba", "Da", "Đa", "Em", "Êm"), id="letters"),
        pytest.param("vi", ("Om", "Ôm", "Ơm", "Um", "Ưm", "Vy"), id="letters with a horn"),
        pytest.param("vi", ("ma", "mà", "mả", "mã", "má", "mạ", "mă"), id="tones of one syllable"),
        pytest.param("vi", ("Hà Giang", "Hạ Long", "Hà Nam"), id="a tone weighs after all letters"),
        pytest.param("vi", ("ấm", "ậm", "ân", "ba"), id="a tone on a letter of its own"),
        pytest.param("vi", ("đá", "đất", "em"), id="đ after d, before e"),
        pytest.param("fr", ("cote", "côte", "coteau", "côtier"), id="accents of French"),
        pytest.param("fr", ("Économie", "Éducation", "Énergie", "Finances"), id="É with E"),
        pytest.param("fr", ("odeur", "œuvre", "offre"), id="œ as oe"),
        pytest.param("fr", ("garage", "garçon", "gare"), id="ç with c"),
        pytest.param("en", ("2025", "3M", "Alpha", "beta", "Gamma"), id="digits before, no case"),
        pytest.param("en", ("“A” club", "…and more", "Alpha"), id="signs before"),
        pytest.param("en", ("alpha", "zulu", "Ωmega", "Москва", "日本"), id="others behind"),
    ],
)
def test_names_stand_in_the_order_of_the_dictionary(language: str, names: tuple[str, ...]) -> None:
    assert list(names) == ordered(language, *reversed(names))


@pytest.mark.parametrize("language", languages())
def test_an_alphabet_has_single_small_letters_each_once(language: str) -> None:
    letters = catalogue(language).text("collation.alphabet").split()
    assert len(letters) == len(set(letters))
    assert all(1 == len(letter) and letter == letter.casefold() for letter in letters)


@given(st.text())
def test_a_text_sorts_alike_however_its_letters_are_put_together(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text)
    assert collation_key(composed, "vi")[:2] == collation_key(apart, "vi")[:2]


@given(st.lists(st.text(), unique=True))
def test_different_texts_always_stand_in_one_order(texts: list[str]) -> None:
    assert ordered("vi", *texts) == ordered("vi", *reversed(texts))
