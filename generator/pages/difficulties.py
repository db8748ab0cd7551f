"""Difficulties and recommendations: what waits, how long, and on whom; then what was answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.metrics import difficulties as metric
from generator.metrics.difficulties import OpenDifficulty
from generator.metrics.recommendations import recommendations
from generator.metrics.snapshot import Standing
from generator.model.entities import Difficulty, Recommendation
from generator.pages.book import Book
from generator.pages.figures import KeyFigure
from generator.pages.listing import WHOLE
from generator.pages.page import Page

_OVER = 50
"""Of what is over, the latest: all of it stands on the pages of its commitments."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A difficulty that was resolved, or a recommendation that was answered."""

    standing: Standing
    entry: Difficulty | Recommendation
    days: int
    """From its beginning to its end, by the last days on which these may have been."""


def pages(book: Book) -> Iterator[Page]:
    """The page of difficulties and recommendations, then those of its lists that are long."""
    snapshot = book.snapshot
    standings = list(snapshot.standings.values())
    found = metric.difficulties(standings, snapshot.as_of)
    waiting = recommendations(snapshot, standings)
    answered, resolved = _answered(book, standings), _resolved(book, standings)
    held_back = [entry for entry in found if is_held_back(entry)]
    yield book.page(
        "difficulties",
        addresses.DIFFICULTIES,
        title=book.t("difficulties.title"),
        description=book.t("difficulties.description"),
        contents=[
            (name, book.t(f"difficulties.{name}"))
            for name, shown in (
                ("open", True),
                ("waiting", True),
                ("answered", answered),
                ("resolved", resolved),
            )
            if shown
        ],
        figures=[
            _figure(book, "open", len(found), "open"),
            _figure(book, "beyond", sum(_beyond(entry) for entry in found), "open"),
            _figure(book, "held_back", len(held_back), "open"),
            _figure(book, "waiting", len(waiting), "waiting"),
        ],
        found=found,
        held_back=is_held_back,
        by_kind=metric.by_kind_and_age(found),
        ages=list(zip(metric.AGES, (*metric.AGES[1:], None), strict=True)),
        waiting=waiting,
        answered=answered,
        resolved=resolved,
        first=WHOLE,
        over=_OVER,
    )
    yield from _whole(book, "open", found)
    yield from _whole(book, "waiting", waiting)


def _whole(book: Book, name: str, items: Sequence[object]) -> Iterator[Page]:
    """A list that is too long for the page of all, on as many pages as it needs."""
    parts = [items[start : start + WHOLE] for start in range(0, len(items), WHOLE)]
    address = addresses.difficulties(name)
    places = [address, *(f"{address}{number}/" for number in range(2, len(parts) + 1))]
    for number, (place, part) in enumerate(zip(places, parts, strict=False), start=1):
        if len(parts) > 1:
            title = book.t(f"difficulties.{name}")
            yield book.page(
                "difficulties_list",
                place,
                title=title if number == 1 else book.t("list.page", title=title, number=number),
                description=book.t(f"difficulties.{name}.means"),
                searchable=False,
                name=name,
                items=part,
                held_back=is_held_back,
                places=places,
                number=number,
            )


def is_held_back(entry: OpenDifficulty) -> bool:
    """Whether it is beyond the agency's authority, and nobody is known to have passed it up."""
    return _beyond(entry) and entry.difficulty.escalated_to is None


def _beyond(entry: OpenDifficulty) -> bool:
    return entry.difficulty.beyond_authority


def _figure(book: Book, name: str, value: int, anchor: str) -> KeyFigure:
    address = f"{addresses.DIFFICULTIES}#{anchor}"
    return KeyFigure(name, book.t(f"difficulties.figure.{name}"), value, address)


def _resolved(book: Book, standings: Sequence[Standing]) -> list[Closed]:
    """Difficulties that are over, the latest first."""
    found = [
        (over, Closed(standing, entry, (over.last - entry.raised_on.last).days))
        for standing in standings
        for entry in standing.commitment.difficulties
        if (over := entry.resolved_on) is not None and over.has_come(book.snapshot.as_of)
    ]
    return [closed for _, closed in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _answered(book: Book, standings: Sequence[Standing]) -> list[Closed]:
    """Recommendations with a reply, the latest reply first."""
    found = [
        (
            reply.replied_on,
            Closed(standing, entry, (reply.replied_on.last - entry.made_on.last).days),
        )
        for standing in standings
        for entry in standing.commitment.recommendations
        if (reply := entry.reply) is not None and reply.replied_on.has_come(book.snapshot.as_of)
    ]
    return [closed for _, closed in sorted(found, key=lambda pair: pair[0], reverse=True)]
