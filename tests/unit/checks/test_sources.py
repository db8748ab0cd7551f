"""Addresses that a reader can trust, and citations that lead to them."""

import pytest

from tests.checking import check_solar

PLAIN = [
    "https://example.org",
    "http://example.org:8080/a/b?c=d&e=f#g",
    "https://example.org/@office/1",
    "https://xn--p1ai.example.org/%E2%80%AE",
    "https://example.org/tin-tức/điện",
]
DECEPTIVE = [
    "https://user@example.org/",
    "https://user:word@example.org/",
    "https://example.org\\@example.net/",
    "https://example.org:port/",
    "https://[::1/",
    "https://:80/",
    "https://exam\u00adple.org/",
]


@pytest.mark.parametrize("url", PLAIN)
def test_a_plain_address_is_left_alone(url: str) -> None:
    assert check_solar(sources=[{"id": "news", "url": url}]) == []


@pytest.mark.parametrize("url", DECEPTIVE)
def test_an_address_that_hides_something_is_found(url: str) -> None:
    assert check_solar(sources=[{"id": "news", "url": url}]) in (["SRC02"], ["TEXT04"])


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ftp://example.org/", "//example.org/", "HTTPS://example.org/", ""],
)
def test_an_address_of_another_kind_breaks_the_schema(url: str) -> None:
    assert "SCHEMA05" in check_solar(sources=[{"id": "news", "url": url}])


def test_a_translation_names_its_original() -> None:
    original = {"id": "law", "document": "1/2024"}
    translated = {"id": "law-en", "document": "1/2024 (English)", "translation_of": "law"}
    assert check_solar(sources=[original, translated]) == []
    assert check_solar(sources=[original, translated | {"translation_of": "lww"}]) == ["SRC01"]


def test_a_source_was_published_before_it_was_retrieved() -> None:
    source = {"id": "news", "url": "https://example.org/", "published_on": "2025-05"}
    assert check_solar(sources=[source | {"retrieved_on": "2025-04-30"}]) == ["CHR02"]
    assert check_solar(sources=[source | {"retrieved_on": "2025-05-02"}]) == []
