"""What all parts of a synthetic registry share: its day, its randomness, its sources."""

import random
from datetime import date, timedelta
from typing import Any

Data = dict[str, Any]
"""A record, or a part of one, as plain data."""

TODAY = date(2026, 10, 31)
"""The day on which a synthetic registry stands: nothing in it has happened later."""

FIRST_REPORT = date(2024, 1, 1)
"""Agencies report for the quarter of this day and every later one."""


def rng_of(*names: object) -> random.Random:
    """The randomness of one thing: its own, so that no other thing's number changes it.

    Seeded by a string, which Python spreads by SHA-512: the same in every process.
    """
    return random.Random(":".join(map(str, names)))


def happens(rng: random.Random, share: float) -> bool:
    """Chance: whether something that happens in such a share of the cases happens in this one."""
    return rng.random() < share


def turn(number: int, every: int, phase: int = 0) -> bool:
    """Whether a rare thing happens to this number: certain to happen, unlike chance."""
    return number % every == phase % every


def between(rng: random.Random, first: date, last: date) -> date:
    """A day from `first` to `last`, both included; `first` if they are the wrong way round."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def after(rng: random.Random, day: date, low: int, high: int) -> date:
    """A day between `low` and `high` days later."""
    return day + timedelta(days=rng.randint(low, high))


def roughly(rng: random.Random, day: date) -> str:
    """A day as a plan names it: sometimes only its month or year."""
    return day.isoformat()[: rng.choice((10, 10, 10, 10, 7, 7, 4))]


def record(identifier: str, data: Data, note: Data, sources: list[Data]) -> Data:
    """A record with what every record has; `note` says that it is invented."""
    return {"schema_version": 1, "id": identifier, **data, "note": note, "sources": sources}


def inferred(key: str, why: Data) -> list[Data]:
    """The mark of one fact that somebody concluded."""
    return [{"key": key, "why": why}]


def source(rng: random.Random, identifier: str, title: str, day: date) -> Data:
    """A source published about a day; its address is of a domain that is nobody's."""
    published = min(after(rng, day, 0, 6), TODAY)
    retrieved = min(after(rng, published, 0, 60), TODAY)
    return {
        "id": identifier,
        "url": f"https://example.org/news/{published.year}/{rng.randrange(10**6):06}",
        "title": title,
        "publisher": rng.choice(("Atlantis Gazette", "Coral Courier", "Lighthouse Radio")),
        "published_on": published.isoformat(),
        "retrieved_on": retrieved.isoformat(),
        "language": rng.choice(("vi", "en")),
    }
