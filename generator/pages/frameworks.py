"""Partnership frameworks in force: those under which nothing moves first, then by level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.metrics.frameworks import (
    FrameworkInForce,
    frameworks_in_force,
    frameworks_without_movement,
)
from generator.metrics.snapshot import Standing
from generator.pages.book import Book
from generator.pages.figures import KeyFigure
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Row:
    """A partner's framework, and the last thing that is known to have moved under it."""

    found: FrameworkInForce
    last: Standing | None
    told: bool
    """The last movement is what an update describes, not the conclusion itself."""


def pages(book: Book) -> Iterator[Page]:
    """The page of frameworks."""
    found = frameworks_in_force(book.snapshot)
    still = frameworks_without_movement(found)
    rows = _in_order(book, (_row(book, entry) for entry in found))
    unused = [row for row in rows if not row.found.commitments]
    quiet = [row for row in rows if row.found.commitments and not row.found.moves]
    quiet.sort(key=_last_movement)
    moving: dict[str, list[Row]] = {}
    for row in rows:
        if row.found.moves:
            moving.setdefault(row.found.framework.level, []).append(row)
    for items in moving.values():
        items.sort(key=_last_movement, reverse=True)
    yield book.page(
        "frameworks",
        addresses.FRAMEWORKS,
        title=book.t("frameworks.title"),
        description=book.t("frameworks.description"),
        contents=[
            *((name, book.t(f"frameworks.{name}")) for name in ("still", "moving") if rows),
            *((_anchor(level), book.label("framework-levels", level)) for level in moving),
        ],
        figures=[
            KeyFigure(
                name, book.t(f"frameworks.figure.{name}"), value, f"{addresses.FRAMEWORKS}#{at}"
            )
            for name, value, at in (
                ("unused", len(unused), "unused"),
                ("quiet", len(quiet), "quiet"),
                ("moving", len(rows) - int(still.value or 0), "moving"),
            )
        ],
        rows=rows,
        unused=unused,
        quiet=quiet,
        moving=[(_anchor(level), level, items) for level, items in moving.items()],
        last=max(
            (row.found.last_movement for row in quiet if row.found.last_movement), default=None
        ),
        stale_days=book.registry.settings.limits.stale_days,
    )


def _last_movement(row: Row) -> date:
    return row.found.last_movement.last if row.found.last_movement else date.min


def _anchor(level: str) -> str:
    return f"level-{level.replace('_', '-')}"


def _in_order(book: Book, rows: Iterable[Row]) -> list[Row]:
    """By level as the vocabulary ranks them, then by the partners' names."""
    levels = book.registry.codes.get("framework-levels", {})
    ranks = {code: rank for rank, code in enumerate(levels)}
    names = {partner: place for place, partner in enumerate(book.by_name("partners"))}
    return sorted(
        rows,
        key=lambda row: (
            ranks.get(row.found.framework.level, len(ranks)),
            names[row.found.partner],
        ),
    )


def _row(book: Book, found: FrameworkInForce) -> Row:
    standings = (book.snapshot.standings[name] for name in found.commitments)
    for standing in standings:
        latest = standing.delivery.latest
        if latest and latest.state_on == found.last_movement:
            return Row(found, standing, told=True)
        if standing.commitment.day == found.last_movement:
            return Row(found, standing, told=False)
    return Row(found, None, told=False)
