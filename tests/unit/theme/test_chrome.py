"""What the chrome says, and in which language."""

import pytest

from generator.text import catalogue
from generator.theme.chrome import TEXTS, Chrome, own_name
from tests.unit.theme import sample


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_interface_has_every_text_of_the_chrome(language: str) -> None:
    known = {key.removeprefix("chrome.") for key in catalogue(language).keys("chrome.")}
    assert set(TEXTS) <= known


@pytest.mark.parametrize(
    "language, name",
    [("vi", "Tiếng Việt"), ("en", "English"), ("fr", "Français"), ("pt-BR", "Português (Brasil)")],
)
def test_a_language_has_its_own_name(language: str, name: str) -> None:
    assert name == own_name(language)


def test_a_language_that_nobody_knows_is_called_by_its_code() -> None:
    assert "qqx" == own_name("qqx")


def test_the_theme_speaks_english_where_it_lacks_a_language() -> None:
    chrome = Chrome(sample.assembly(), "vi")
    assert "en" == chrome.theme_language(["/nowhere"])


@pytest.mark.parametrize(
    "address, section",
    [("", "Trang chủ"), ("commitments/x/", "Cam kết"), ("search/", None)],
)
def test_a_page_lies_in_the_longest_section_that_holds_it(
    address: str, section: str | None
) -> None:
    found = Chrome(sample.assembly(), "vi").section_of(address)
    assert section == (found.label if found else None)
