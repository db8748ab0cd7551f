"""Dates that carry their precision, and periods: both are spans of days.

A date is known to a day, a month, a year, to one of several days
(`'2025-04-14..2025-04-15'`), or only up to a day (`'..2025-05-22'`).
"""

import re
from calendar import monthrange
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from functools import lru_cache, total_ordering
from typing import Self

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)


@lru_cache(maxsize=65536)
def _days(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year.

    Raises:
        ValueError: the text has another form, or names a day that no calendar has.
    """
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    if day:
        only = date(int(year), int(month), int(day))
        return only, only
    first, last = (int(month), int(month)) if month else (1, 12)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


@total_ordering
class _Span:
    """Days from `first` to `last`, both included, and the text that they were written as.

    Frozen; equal if the days are.  No dataclass, since msgspec would take one for a mapping
    where a record has a string.
    """

    __slots__ = ("first", "last", "text")
    first: date
    last: date
    text: str

    def __init__(self, first: date, last: date, text: str) -> None:
        for name, value in (("first", first), ("last", last), ("text", text)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(name)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self) or not isinstance(other, _Span):
            return NotImplemented
        return (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __lt__(self, other: Self) -> bool:
        return (self.last, self.first) < (other.last, other.first)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


class Date(_Span):
    """One day, as closely as it is known: it lies from `first` to `last`.

    Ordered by its last day, then by its first.  `first` is `date.min` where the
    beginning is open.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that a record writes as `text`.

        Raises:
            ValueError: not one of the five forms, an impossible day, or an end before its start.
        """
        start, dots, end = text.partition("..")
        if not dots:
            first, last = _days(text)
        elif start:
            (first, _), (_, last) = _days(start), _days(end)
        else:
            first, last = date.min, _days(end)[1]
        if last < first:
            raise ValueError(text)
        return cls(first, last, text)

    @classmethod
    def of(cls, day: date) -> Self:
        """A date known to the day."""
        return cls(day, day, day.isoformat())

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def has_come(self, on: date) -> bool:
        """Whether it has certainly come on day `on` ("not yet" while uncertain)."""
        return self.last <= on

    def may_have_come(self, on: date) -> bool:
        """Whether it has come or may have come on day `on`."""
        return self.first <= on

    def is_uncertain(self, on: date) -> bool:
        """Whether nobody can tell from the record if it has come on day `on`."""
        return self.first <= on < self.last


class Period(_Span):
    """All days from `first` to `last`: `'2025'`, `'2025-Q3'`, `'2025-01..2025-09'`."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period that is written as `text`.

        Raises:
            ValueError: not a year, quarter, month, day or span of these, or ends before it starts.
        """
        if quarter := _QUARTER.fullmatch(text):
            return cls.quarter(int(quarter[1]), int(quarter[2]))
        start, dots, end = text.partition("..")
        first, last = _days(start)[0], _days(end if dots else start)[1]
        if last < first:
            raise ValueError(text)
        return cls(first, last, text)

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """Quarter `number` (1 to 4) of a year.

        Raises:
            ValueError: the year is 0.
        """
        end = 3 * number
        return cls(
            date(year, end - 2, 1), date(year, end, monthrange(year, end)[1]), f"{year}-Q{number}"
        )

    @classmethod
    def quarter_of(cls, day: date) -> Self:
        """The quarter that holds a day."""
        return cls.quarter(day.year, (day.month + 2) // 3)

    def holds(self, moment: Date) -> bool:
        """Whether the whole span of a date lies in the period: only then it counts."""
        return self.first <= moment.first and moment.last <= self.last

    def touches(self, moment: Date) -> bool:
        """Whether the date may lie in the period."""
        return moment.first <= self.last and self.first <= moment.last

    def year_before(self) -> Self:
        """The same period a year earlier (29 February reads as 28 February)."""
        return type(self)(_year_before(self.first), _year_before(self.last), _renamed(self.text))

    def next_quarter(self) -> Self:
        """The quarter that begins the day after this period."""
        return type(self).quarter_of(self.last + timedelta(days=1))


def _year_before(day: date) -> date:
    year = day.year - 1
    # A month's last day stays a month's last day: February 2025 goes back to 29 February 2024.
    if day.day == monthrange(day.year, day.month)[1]:
        return date(year, day.month, monthrange(year, day.month)[1])
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _renamed(text: str) -> str:
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", text)


def quarters(first: date, last: date) -> list[Period]:
    """Every quarter from that of `first` to that of `last`, in order."""
    found = [Period.quarter_of(first)]
    while found[-1].last < last:
        found.append(found[-1].next_quarter())
    return found
