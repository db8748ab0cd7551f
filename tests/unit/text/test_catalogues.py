"""Every language says what English says, with the same values in it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from generator.text.catalogue import FALLBACK, FOLDER, languages


def messages(language: str) -> dict[str, Message]:
    """A language's messages, by their keys."""
    with Path(FOLDER, f"{language}.po").open("rb") as file:
        found = [message for message in read_po(file) if message.id]
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
def test_a_language_has_no_key_that_english_lacks(language: str) -> None:
    assert set() == messages(language).keys() - ENGLISH.keys()


@pytest.mark.parametrize("language", languages())
def test_a_text_takes_the_values_that_the_english_one_takes(language: str) -> None:
    different = [
        key
        for key, message in messages(language).items()
        if key in ENGLISH and placeholders(message) != placeholders(ENGLISH[key])
    ]
    assert [] == different


@pytest.mark.parametrize("language", languages())
def test_a_text_with_a_number_has_every_form_of_its_language(language: str) -> None:
    for key, message in messages(language).items():
        assert message.pluralizable == ENGLISH[key].pluralizable, key
        assert all(forms(message)), key


@pytest.mark.parametrize("language", languages())
def test_every_page_speaks_the_language(language: str) -> None:
    """Findings may be told in English; what readers of the site see may not."""
    told_to_officers = re.compile(r"[A-Z]+\d\d\.|codes\.")
    missing = ENGLISH.keys() - messages(language).keys()
    assert [] == sorted(key for key in missing if not told_to_officers.match(key))
