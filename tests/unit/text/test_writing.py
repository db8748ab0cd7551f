"""Dates, periods, numbers and lists as each language writes them."""

from datetime import date

import pytest

from generator.errors import PortalError
from generator.model.dates import Date, Period
from generator.text import writer
from generator.text.catalogue import languages

DATES = {
    "en": {
        "2025-10-01": "1 October 2025",
        "2025-10": "October 2025",
        "2025": "2025",
        "2025-04-14..2025-04-15": "between 14 April 2025 and 15 April 2025",
        "2025-03..2026": "between March 2025 and 2026",
        "..2025-05-22": "by 22 May 2025",
        "..2025-05": "by May 2025",
    },
    "fr": {
        "2025-10-01": "1 octobre 2025",
        "2025-10": "octobre 2025",
        "2025": "2025",
        "2025-04-14..2025-04-15": "entre 14 avril 2025 et 15 avril 2025",
        "2025-03..2026": "entre mars 2025 et 2026",
        "..2025-05-22": "22 mai 2025 au plus tard",
        "..2025-05": "mai 2025 au plus tard",
    },
    "vi": {
        "2025-10-01": "1/10/2025",
        "2025-10": "tháng 10/2025",
        "2025": "2025",
        "2025-04-14..2025-04-15": "từ 14/4/2025 đến 15/4/2025",
        "2025-03..2026": "từ tháng 3/2025 đến 2026",
        "..2025-05-22": "chậm nhất 22/5/2025",
        "..2025-05": "chậm nhất tháng 5/2025",
    },
}

PERIODS = {
    "en": {
        "2025": "2025",
        "2025-Q3": "Q3 2025",
        "2025-07": "July 2025",
        "2025-01..2025-09": "January 2025 to September 2025",
    },
    "fr": {
        "2025": "2025",
        "2025-Q3": "T3\u00a02025",
        "2025-07": "juillet 2025",
        "2025-01..2025-09": "janvier 2025 à septembre 2025",
    },
    "vi": {
        "2025": "2025",
        "2025-Q3": "Quý 3/2025",
        "2025-07": "tháng 7/2025",
        "2025-01..2025-09": "tháng 1/2025 đến tháng 9/2025",
    },
}


def cases(table: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(language, *pair) for language, pairs in table.items() for pair in pairs.items()]


def test_the_examples_speak_every_language() -> None:
    assert set(languages()) == DATES.keys() == PERIODS.keys()


@pytest.mark.parametrize("language, text, expected", cases(DATES))
def test_a_date_is_written_as_closely_as_it_is_known(
    language: str, text: str, expected: str
) -> None:
    assert expected == writer(language).date(Date.parse(text))


@pytest.mark.parametrize("language", languages())
def test_a_day_is_written_like_a_date_known_to_the_day(language: str) -> None:
    assert DATES[language]["2025-10-01"] == writer(language).day(date(2025, 10, 1))


@pytest.mark.parametrize("language, text, expected", cases(PERIODS))
def test_a_period_is_written_by_its_kind(language: str, text: str, expected: str) -> None:
    assert expected == writer(language).period(Period.parse(text))


@pytest.mark.parametrize(
    "language, expected",
    [
        ("en", ("1,234.5", "45%", "a, b, and c")),
        ("fr", ("1\u202f234,5", "45\u00a0%", "a, b et c")),
        ("vi", ("1.234,5", "45%", "a, b và c")),
    ],
)
def test_numbers_and_lists_follow_the_language(
    language: str, expected: tuple[str, str, str]
) -> None:
    write = writer(language)
    assert expected == (write.number(1234.5), write.percent(0.45), write.list(["a", "b", "c"]))


@pytest.mark.parametrize("language", languages())
def test_a_list_of_one_or_none_needs_no_comma(language: str) -> None:
    assert "a" == writer(language).list(["a"])
    assert "" == writer(language).list([])


def test_words_are_given_in_the_readers_language_with_its_name() -> None:
    assert ("Santé", "fr") == writer("fr").words({"vi": "Y tế", "fr": "Santé"}, ("vi", "en"))


def test_missing_words_are_given_in_the_registrys_first_language_that_has_them() -> None:
    text = {"de": "Gesundheit", "vi": "Y tế", "en": "Health"}
    assert ("Y tế", "vi") == writer("fr").words(text, ("fr", "vi", "en"))
    assert ("Health", "en") == writer("fr").words(text, ("fr", "en", "vi"))


def test_words_of_a_language_that_the_registry_lacks_are_better_than_none() -> None:
    assert ("Gesundheit", "de") == writer("fr").words({"de": "Gesundheit"}, ("fr", "vi"))


def test_a_text_without_words_is_a_fault_of_the_program() -> None:
    with pytest.raises(LookupError):
        writer("en").words({}, ("en",))


def test_a_language_without_a_catalogue_has_no_writer() -> None:
    with pytest.raises(PortalError, match="no_catalogue"):
        writer("xx")
