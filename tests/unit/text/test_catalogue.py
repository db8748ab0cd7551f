"""One language's texts, and what is given where it has none."""

from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.text.catalogue import FALLBACK, Catalogue, catalogue, languages

HALF = """
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "nav.home"
msgstr "Überblick"

msgid "nav.fields"
msgstr ""

#, fuzzy
msgid "nav.partners"
msgstr "Partner?"

msgid "findings.errors"
msgid_plural "findings.errors.plural"
msgstr[0] "{number} Fehler"
msgstr[1] "{number} Fehler"

msgid "error.path_missing"
msgstr "{path} fehlt."
"""


@pytest.fixture
def german(tmp_path: Path) -> Catalogue:
    """A language that is half translated."""
    file = tmp_path / "de.po"
    file.write_text(HALF, encoding="utf-8")
    return Catalogue("de", file)


def test_a_text_is_given_in_its_language(german: Catalogue) -> None:
    assert "Überblick" == german.text("nav.home")
    assert "a.yml fehlt." == german.text("error.path_missing", path="a.yml")


@pytest.mark.parametrize("key", ["nav.agencies", "nav.fields", "nav.partners"])
def test_what_is_missing_empty_or_doubtful_is_given_in_english(german: Catalogue, key: str) -> None:
    assert catalogue(FALLBACK).text(key) == german.text(key)
    assert not german.has(key)


def test_a_missing_text_with_a_number_is_given_in_english(german: Catalogue) -> None:
    assert "1 warning" == german.count("findings.warnings", 1)
    assert "2 warnings" == german.count("findings.warnings", 2)


def test_a_language_knows_its_own_texts(german: Catalogue) -> None:
    assert german.has("nav.home")
    assert german.has("findings.errors")


def test_keys_are_those_of_the_language_and_of_the_fallback(german: Catalogue) -> None:
    keys = german.keys("nav.")
    assert sorted(keys) == keys
    assert {"nav.home", "nav.agencies"} <= set(keys)
    assert all(key.startswith("nav.") for key in keys)


@pytest.mark.parametrize("language", languages())
def test_a_key_that_no_language_has_is_a_fault_of_the_program(language: str) -> None:
    with pytest.raises(KeyError, match=r"no\.such\.text"):
        catalogue(language).text("no.such.text")
    with pytest.raises(KeyError, match=r"no\.such\.text"):
        catalogue(language).count("no.such.text", 2)


@pytest.mark.parametrize("language", ["xx", "", "../locale/en", "EN"])
def test_a_language_without_a_catalogue_is_told_with_those_there_are(language: str) -> None:
    with pytest.raises(PortalError) as told:
        catalogue(language)
    assert "no_catalogue" == told.value.key
    assert language == told.value.arguments["language"]
    assert ", ".join(languages()) == told.value.arguments["known"]


@pytest.mark.parametrize(
    "language, number, expected",
    [
        ("en", 0, "0 errors"),
        ("en", 1, "1 error"),
        ("en", 1234, "1,234 errors"),
        ("fr", 0, "0 erreur"),
        ("fr", 1, "1 erreur"),
        ("fr", 2, "2 erreurs"),
        ("fr", 1234, "1\u202f234 erreurs"),
        ("vi", 1, "1 lỗi"),
        ("vi", 1234, "1.234 lỗi"),
    ],
)
def test_a_number_takes_its_form_and_its_separators(
    language: str, number: int, expected: str
) -> None:
    assert expected == catalogue(language).count("findings.errors", number)


def test_a_value_is_data_even_if_it_looks_like_a_placeholder() -> None:
    said = catalogue("en").text("error.path_missing", path="{path.__class__} {0}")
    assert "There is no {path.__class__} {0}." == said
