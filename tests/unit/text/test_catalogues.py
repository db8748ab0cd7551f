"""Every language says what English says, with the same values in it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from generator.text.catalogue import FALLBACK, FOLDER, languages


def file(language: str) -> Catalog:
    with Path(FOLDER, f"{language}.po").open("rb") as source:
        return read_po(source, locale=language)


def messages(language: str) -> dict[str, Message]:
    """A language's messages, by their keys."""
    found = [message for message in file(language) if message.id]
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message for message in found
    }


ENGLISH = messages(FALLBACK)


def forms(message: Message) -> list[str]:
    """A text, or all its plural forms."""
    found = message.string
    return [found] if isinstance(found, str) else [str(form or "") for form in found or ()]


def placeholders(message: Message) -> set[str]:
    return {name for text in forms(message) for name in re.findall(r"\{(\w*)\}", text)}


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_keys_of_english(language: str) -> None:
    assert ENGLISH.keys() == messages(language).keys()


@pytest.mark.parametrize("language", languages())
def test_keys_are_sorted_and_stand_there_once(language: str) -> None:
    """Babel keeps the last of two in silence."""
    source = Path(FOLDER, f"{language}.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    assert sorted(set(keys)) == keys


@pytest.mark.parametrize("language", languages())
def test_a_text_takes_the_values_that_the_english_one_takes(language: str) -> None:
    different = [
        key
        for key, message in messages(language).items()
        if placeholders(message) != placeholders(ENGLISH[key])
    ]
    assert [] == different


@pytest.mark.parametrize("language", languages())
def test_a_text_with_a_number_has_every_form_of_its_language(language: str) -> None:
    number = file(language).num_plurals
    for key, message in messages(language).items():
        assert message.pluralizable == ENGLISH[key].pluralizable, key
        assert (number if message.pluralizable else 1) == len(forms(message)), key
        assert all(text.strip() == text != "" for text in forms(message)), key
        assert not message.fuzzy, key


def test_french_leaves_no_sign_alone_on_a_line() -> None:
    """A space before a high sign, and inside quotation marks, does not break."""
    code = re.compile(r"`[^`]*`")
    breaking = re.compile(r" [:;?!»]|«[^\u00a0\u202f]|'")
    wrong = [
        key
        for key, message in messages("fr").items()
        if any(breaking.search(code.sub("", text)) for text in forms(message))
        and not key.startswith("date.pattern.")
    ]
    assert [] == wrong
