"""Dates, periods, numbers and lists as a language writes them (data of the Unicode CLDR)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from generator.model.dates import Date, Period
from generator.text.catalogue import Catalogue, catalogue

_QUARTER_PARTS = 2


class Writer:
    """Writes values in one language; the same input always gives the same text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: Catalogue = catalogue(language)
        self._locale = Locale.parse(language.replace("-", "_"))
        self.day = lru_cache(maxsize=65536)(self._day)
        self.date = lru_cache(maxsize=65536)(self._date)
        self.number = lru_cache(maxsize=65536)(self._number)
        self.percent = lru_cache(maxsize=1024)(self._percent)

    def _day(self, day: date) -> str:
        """A day: `1 October 2025`."""
        return self._format(day, "day")

    def _point(self, text: str) -> str:
        moment = Date.parse(text)
        if moment.exact:
            return self._day(moment.first)
        return self._format(moment.first, "month" if "-" in text else "year")

    def _format(self, day: date, precision: str) -> str:
        """The catalogue has the patterns: a language alone does not tell `1 May` from `May 1`."""
        pattern = self._texts.text(f"date.pattern.{precision}")
        return str(format_date(day, pattern, locale=self._locale))

    def _date(self, moment: Date) -> str:
        """A date in the precision that it is known to."""
        start, dots, end = moment.text.partition("..")
        if not dots:
            return self._point(moment.text)
        if not start:
            return self._texts.text("date.by", date=self._point(end))
        return self._texts.text("date.between", first=self._point(start), last=self._point(end))

    def period(self, period: Period) -> str:
        """A period: a year, a quarter, a month or a span of them."""
        parts = period.text.split("-Q")
        if len(parts) == _QUARTER_PARTS:
            return self._texts.text("period.quarter", year=parts[0], quarter=parts[1])
        start, dots, end = period.text.partition("..")
        if dots:
            return self._texts.text("period.span", first=self._point(start), last=self._point(end))
        return self._point(start)

    def _number(self, value: float) -> str:
        """A number with the language's separators."""
        return str(format_decimal(value, locale=self._locale))

    def _percent(self, ratio: float) -> str:
        """A ratio (0 to 1) as a percentage."""
        return str(format_percent(ratio, locale=self._locale))

    def list(self, parts: Sequence[str]) -> str:
        """Several names joined as in a sentence."""
        return str(format_list(list(parts), locale=self._locale))

    def words(self, text: Mapping[str, str], languages: Sequence[str]) -> tuple[str, str]:
        """The words of a text in this language, else in the first that it has, and which it is."""
        for language in (self.language, *languages, *sorted(text)):
            if language in text:
                return text[language], language
        raise LookupError(languages)


@cache
def writer(language: str) -> Writer:
    """The writer of a language.

    Raises:
        PortalError: the language has no catalogue.
    """
    return Writer(language)
