"""What a reader of a text would stumble over."""

import sys

import pytest

from generator.checks import prose
from tests.checking import SOLAR, base, check, check_solar, codes, solar, words


@pytest.mark.parametrize(
    "text",
    [
        "Điện mặt trời ở Ninh Thuận",
        "Prices < 5 or > 7, a<b, and R&D; 2 < 3 & 4 > 1",
        "Солнечная энергия",
        "Μνημόνιο and Меморандум side by side",
        "5 µm, 3 Ω, α-particles, CO₂",
        "One paragraph.\n\nAnother one.",
    ],
)
def test_clean_prose_is_left_alone(text: str) -> None:
    assert check_solar(content=words(text)) == []


@pytest.mark.parametrize("text", [" edge", "edge ", "two  spaces", "\nedge", "no\u00a0\u00a0break"])
def test_spaces_that_are_too_many_are_found(text: str) -> None:
    assert check_solar(content=words(text)) == ["PROSE01"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a <br/> b", "</p>", "<!-- x -->", "a &amp; b", "&#60;b"]
)
def test_html_is_found(text: str) -> None:
    assert check_solar(content=words(text)) == ["PROSE02"]


@pytest.mark.parametrize("text", ["Sоlar", "ΒΙDV", "Viet Nаm", "Ԁate"])
def test_letters_of_another_script_are_found(text: str) -> None:
    assert check_solar(content=words(text)) == ["PROSE03"]


def test_the_letter_that_does_not_belong_is_named() -> None:
    finding = check({SOLAR: solar(title=words("The Sоlar plan"))}).findings[0]
    assert {"found": "Sоlar", "letter": "CYRILLIC SMALL LETTER O"} == finding.arguments


def test_limited_markdown_may_use_its_spaces() -> None:
    text = {
        "schema_version": 1,
        "id": "about",
        "title": words("About"),
        "body": words("- one\n  - two\n\nlines  "),
    }
    assert codes(check({"texts/about.yml": text})) == []


def test_titles_of_sources_are_looked_at_too() -> None:
    assert check_solar(sources=[{"id": "news", "document": "1", "title": "a  b"}]) == ["PROSE01"]


def test_names_are_titles() -> None:
    energy = base("agencies/energy.yml") | {"name": words("Energy\nMinistry")}
    assert codes(check({"agencies/energy.yml": energy})) == ["PROSE05"]


def test_whatever_may_be_mixed_up_with_latin_is_looked_at() -> None:
    letters = [chr(number) for number in range(sys.maxunicode + 1) if chr(number).isalpha()]
    strange = [letter for letter in letters if prose._script(letter) not in (None, "LATIN")]
    assert len(strange) > 500
    assert [] == [letter for letter in strange if not prose._ODD.search(letter)]


def test_every_odd_space_is_looked_at() -> None:
    spaces = [chr(number) for number in range(sys.maxunicode + 1) if chr(number).isspace()]
    assert [" "] == [space for space in spaces if not prose._ODD.search(f"a{space}a")]
