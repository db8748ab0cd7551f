"""High-level activities: what came of those held, and what is prepared for those to come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from generator import addresses
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.entities import Activity
from generator.pages.book import Book, newest_first
from generator.pages.figures import delivery_figures
from generator.pages.listing import listing, long_list
from generator.pages.page import Page
from generator.pages.past import past_of
from generator.pages.published import published

_PREPARED = ("idea", "in_preparation")
"""States of a proposal that is not agreed yet."""


@dataclass(frozen=True, slots=True)
class Event:
    """An activity on the day."""

    activity: Activity
    state: str
    """`planned`, `uncertain` (it may have begun), `held` or `cancelled`."""
    when: str
    concluded: list[Standing]
    """The commitments that name it, latest first."""


def pages(book: Book) -> Iterator[Page]:
    """The list of activities, and one page for each."""
    concluded = _concluded(book.snapshot)
    events = [
        Event(
            activity,
            state_of(activity, book.snapshot),
            _when(book, activity),
            newest_first(concluded.get(activity.id, [])),
        )
        for activity in book.registry.activities.values()
    ]
    yield _list(book, events)
    for event in events:
        yield _page(book, event)
        yield from long_list(
            book,
            event.concluded,
            addresses.activity_commitments(event.activity.id),
            book.plain(event.activity.title),
            book.t("activity.concluded"),
        )


def state_of(activity: Activity, snapshot: Snapshot) -> str:
    """Whether an activity was held by the day: `planned`, `uncertain`, `held` or `cancelled`."""
    as_of, begins = snapshot.as_of, activity.from_on
    if activity.cancelled_on and activity.cancelled_on.has_come(as_of):
        return "cancelled"
    if begins is None or not begins.may_have_come(as_of):
        return "planned"
    return "held" if begins.has_come(as_of) else "uncertain"


def _concluded(snapshot: Snapshot) -> Mapping[str, list[Standing]]:
    """Activity to the commitments that name it."""
    found: dict[str, list[Standing]] = {}
    for standing in snapshot.standings.values():
        if standing.commitment.activity:
            found.setdefault(standing.commitment.activity, []).append(standing)
    return found


def _when(book: Book, activity: Activity) -> str:
    """The days of an activity, in words."""
    first, last = activity.from_on, activity.to_on
    if first is None:
        return book.t("date.unknown")
    if last is None or last == first:
        return book.writer.date(first)
    if (
        first.exact
        and last.exact
        and (first.first.year, first.first.month)
        == (
            last.first.year,
            last.first.month,
        )
    ):
        return book.t("period.span", first=first.first.day, last=book.writer.date(last))
    return book.t("period.span", first=book.writer.date(first), last=book.writer.date(last))


def _list(book: Book, events: list[Event]) -> Page:
    planned = sorted(
        (one for one in events if one.state in ("planned", "uncertain")),
        key=lambda one: (_day(one.activity) or "9999", one.activity.id),
    )
    years: dict[str, list[Event]] = {}
    past = [one for one in events if one.state in ("held", "cancelled")]
    for event in sorted(past, key=lambda one: (_day(one.activity), one.activity.id), reverse=True):
        years.setdefault(_day(event.activity)[:4], []).append(event)
    held = [one for one in events if one.state == "held"]
    sections = [("planned", book.t("activities.planned"))]
    by_year = [(f"year-{year or 'unknown'}", year or book.t("date.unknown")) for year in years]
    return book.page(
        "activities",
        addresses.ACTIVITIES,
        title=book.t("activities.title"),
        description=book.t("activities.description"),
        contents=[*sections, *by_year] if planned else [*by_year, *sections],
        held=len(held),
        concluded=sum(len(one.concluded) for one in held),
        planned=planned,
        years=list(zip(by_year, years.values(), strict=True)),
    )


def _day(activity: Activity) -> str:
    """What an activity is ordered by: when it begins, else when it was cancelled."""
    day = activity.from_on or activity.cancelled_on
    return day.last.isoformat() if day else ""


def _page(book: Book, event: Event) -> Page:
    activity = event.activity
    figures = published(book, activity=activity.id)
    past = past_of(book, "activities", activity.id)
    sections = {
        "concluded": event.state == "held" or event.concluded,
        "published": figures,
        "proposals": event.state in ("planned", "uncertain") or activity.proposals,
        "sources": activity.sources,
    }
    return book.page(
        "activity",
        addresses.activity(activity.id),
        title=book.plain(activity.title),
        description=_summary(book, event),
        contents=[
            *((name, book.t(f"activity.{name}")) for name, there in sections.items() if there),
            *([past.contents] if past else []),
        ],
        event=event,
        activity=activity,
        past=past,
        # The days of a past activity stand in the strip below: here they would stand twice.
        summary=_outcome(book, event) if event.state == "held" else _summary(book, event),
        hosts=[_country(book, code) for code in activity.hosts],
        concluded=listing(event.concluded, addresses.activity_commitments(activity.id)),
        delivery=delivery_figures(book, event.concluded),
        late={
            proposal.id
            for proposal in activity.proposals
            if proposal.state in _PREPARED
            and proposal.due_on is not None
            and proposal.due_on.last < book.snapshot.as_of
        },
        published=figures,
        citations={source.id: number for number, source in enumerate(activity.sources, start=1)},
    )


def _summary(book: Book, event: Event) -> str:
    """What to know of an activity first, for the head of its page and for search."""
    t, activity = book.t, event.activity
    if event.state == "cancelled" and activity.cancelled_on:
        on = book.writer.date(activity.cancelled_on)
        return t("activity.summary.cancelled", when=event.when, date=on)
    told = t(f"activity.summary.{event.state}", when=event.when)
    if event.state == "held":
        return f"{told} {_outcome(book, event)}"
    return f"{told} {book.n('activity.summary.proposals', len(activity.proposals))}"


def _outcome(book: Book, event: Event) -> str:
    return book.n("activity.summary.concluded", len(event.concluded))


def _country(book: Book, code: str) -> str:
    """What a host is called: the own country, a partner, or else as the language calls it."""
    if code == book.registry.settings.country:
        return book.t("activity.host.own")
    if code.lower() in book.registry.partners:
        return book.name("partners", code.lower())
    return str(Locale.parse(book.language, sep="-").territories.get(code, code))
