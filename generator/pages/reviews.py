"""Review rounds: what was ordered, what came of it, and what the next one begins with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.metrics.instructions import instructions_on_time, members
from generator.model.entities import Review
from generator.pages.book import Book
from generator.pages.figures import KeyFigure
from generator.pages.instructions import OPEN, Told, kinds_of, state_on, told
from generator.pages.page import Page
from generator.pages.past import past_of
from generator.pages.published import published

_LISTS = ("open", "done", "not_applicable", "standing")
"""The lists of instructions on the page of all rounds."""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """An instruction of an earlier review that a review began with."""

    entry: Told
    then: str
    """Its state on the day of the review."""
    overdue_then: bool


def pages(book: Book) -> Iterator[Page]:
    """The list of review rounds, and one page for each."""
    given = told(book)
    of_review: dict[str, list[Told]] = {}
    for entry in given:
        of_review.setdefault(entry.follow_up.review.id, []).append(entry)
    rounds = sorted(book.registry.reviews.values(), key=lambda one: one.held_on, reverse=True)
    yield _list(book, [(one, of_review.get(one.id, [])) for one in rounds], given)
    for review in rounds:
        yield _page(book, review, of_review.get(review.id, []), given)


def follow_up_figures(book: Book, given: Sequence[Told]) -> list[KeyFigure]:
    """How many instructions stand where, each with its list behind it."""
    found = [entry.follow_up for entry in given]
    counts = {
        "overdue": ("open", sum(entry.overdue for entry in found)),
        "unanswered": ("open", sum(entry.state == "not_reported" for entry in found)),
        "in_progress": ("open", sum(entry.state == "in_progress" for entry in found)),
        "done": ("done", sum(entry.state == "done" for entry in found)),
        "standing": ("standing", sum(entry.state == "standing" for entry in found)),
    }
    return [
        KeyFigure(name, book.t(f"reviews.figure.{name}"), value, f"{addresses.REVIEWS}#{anchor}")
        for name, (anchor, value) in counts.items()
    ]


def _list(
    book: Book, rounds: Sequence[tuple[Review, Sequence[Told]]], given: Sequence[Told]
) -> Page:
    lists = {name: [one for one in given if _listed_under(one) == name] for name in _LISTS}
    lists["open"].sort(key=lambda one: (not one.follow_up.overdue, one.follow_up.review.held_on))
    shown = {name: entries for name, entries in lists.items() if entries or name == "open"}
    follow_ups = [entry.follow_up for entry in given]
    owed = [one for entry in follow_ups if entry.state != "standing" for one in entry.addressees]
    return book.page(
        "reviews",
        addresses.REVIEWS,
        title=book.t("reviews.title"),
        description=book.t("reviews.description"),
        contents=[
            ("effect", book.t("reviews.effect")),
            ("rounds", book.t("reviews.rounds")),
            *((name.replace("_", "-"), book.t(f"reviews.{name}")) for name in shown),
        ],
        rounds=rounds,
        given=len(given),
        figures=follow_up_figures(book, given),
        on_time=instructions_on_time(follow_ups),
        expected=len(owed),
        answered=sum(one.response is not None for one in owed),
        lists=shown,
    )


def _listed_under(entry: Told) -> str:
    return "open" if entry.open else entry.follow_up.state


def _page(book: Book, review: Review, own: Sequence[Told], given: Sequence[Told]) -> Page:
    left = _left_open(book, review, given)
    groups = _groups(book, review)
    figures = published(book, review=review.id)
    held = review.held_on.has_come(book.snapshot.as_of)
    past = past_of(book, "reviews", review.id)
    sections = {
        "left_open": left is not None,
        "instructions": True,
        "findings": review.findings,
        "published": figures,
        "addressees": groups,
        "sources": review.sources,
    }
    return book.page(
        "review",
        addresses.review(review.id),
        title=book.plain(review.title),
        description=_summary(book, review, own),
        contents=[
            (name.replace("_", "-"), book.t(f"review.{name}"))
            for name, there in sections.items()
            if there
        ]
        + ([past.contents] if past else []),
        review=review,
        past=past,
        # The day and the chair stand in the strip below: here they would stand twice.
        outcome=_outcome(book, own) if held else _summary(book, review, own),
        given={entry.follow_up.instruction.id: entry for entry in own},
        open=sum(entry.open for entry in own),
        overdue=sum(entry.follow_up.overdue for entry in own),
        left=left,
        groups=groups,
        heirs={one.agency: one.heirs for entry in own for one in entry.follow_up.addressees},
        published=figures,
        citations={source.id: number for number, source in enumerate(review.sources, start=1)},
    )


def _summary(book: Book, review: Review, own: Sequence[Told]) -> str:
    """A sentence for the head of the page and for search: when, who, how much was ordered."""
    date, t = book.writer.date(review.held_on), book.t
    if not review.held_on.has_come(book.snapshot.as_of):
        return t("review.summary.to_come", date=date)
    led = t("review.summary.chair", chair=book.plain(review.chair)) if review.chair else ""
    key = "review.summary.founding" if review.kind == "founding" else "review.summary.held"
    return " ".join(part for part in (t(key, date=date), led, _outcome(book, own)) if part)


def _outcome(book: Book, own: Sequence[Told]) -> str:
    """How much was ordered."""
    return book.n("review.summary.given", len(own)) if own else book.t("review.summary.none")


def _left_open(book: Book, review: Review, given: Sequence[Told]) -> list[LeftOpen] | None:
    """What earlier reviews had ordered and was open when this one was held.

    `None`: there was no earlier one, or this one has not been held.
    """
    day = review.held_on.last
    earlier = [one for one in given if one.follow_up.review.held_on.last < review.held_on.first]
    if not earlier or not review.held_on.has_come(book.snapshot.as_of):
        return None
    found = []
    for entry in earlier:
        then, due = (
            state_on(book.snapshot, entry.follow_up, day),
            entry.follow_up.instruction.due_on,
        )
        if then in OPEN:
            found.append(LeftOpen(entry, then, due is not None and due.last < day))
    return sorted(found, key=lambda one: (not one.overdue_then, one.entry.follow_up.review.held_on))


def _groups(book: Book, review: Review) -> list[tuple[str, tuple[str, ...]]]:
    """The groups that the review addressed: their kinds of agencies, and who was in them."""
    groups = book.registry.groups
    used = dict.fromkeys(
        name
        for instruction in review.instructions
        for name in instruction.addressed_to
        if name in groups
    )
    return [
        (kinds_of(book, groups[name]), members(book.registry, name, review.held_on))
        for name in used
    ]
