"""The front page: how it stands, where it is stuck, what was ordered, what is new."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.attention import attention
from generator.metrics.snapshot import Standing
from generator.model.entities import Update
from generator.pages.book import Book, newest_first
from generator.pages.changes import has_changes
from generator.pages.figures import (
    attention_figures,
    delivery_figures,
    first_progress_chart,
    new_chart,
    standing_message,
)
from generator.pages.instructions import told
from generator.pages.page import Page
from generator.pages.projects import by_trouble
from generator.pages.reviews import follow_up_figures
from generator.pages.statements import headline

_SHOWN = 6

_MORE = (
    ("frameworks.title", addresses.FRAMEWORKS),
    ("difficulties.title", addresses.DIFFICULTIES),
    ("programmes.title", addresses.PROGRAMMES),
    ("requests.title", addresses.REQUESTS),
    ("agencies.ended", addresses.ENDED_AGENCIES),
    ("statements.title", addresses.STATEMENTS),
    ("methodology.title", addresses.METHODOLOGY),
    ("contributing.title", addresses.CONTRIBUTING),
)
"""What the navigation has no room for."""


def pages(book: Book) -> Iterator[Page]:
    """The front page."""
    snapshot, t = book.snapshot, book.t
    standings = list(snapshot.standings.values())
    active = [item for item in standings if item.active]
    concluded = [item for item in standings if item.legal_status != "negotiating"]
    partners = {party.partner for item in concluded for party in item.commitment.partners}
    published = headline(book)
    delivery = delivery_figures(book, standings)
    projects = by_trouble(book)
    given = told(book)
    anchors = (
        *("standing", "attention"),
        *(("reviews",) if given else ()),
        *("projects", "new", "pace"),
    )
    yield book.page(
        "home",
        addresses.HOME,
        title=book.plain(book.registry.settings.title),
        description=t("home.description", publisher=book.plain(book.registry.settings.publisher)),
        contents=[(anchor, t(f"home.{anchor}")) for anchor in anchors],
        attention=attention_figures(book, attention(snapshot, standings), addresses.ATTENTION),
        delivery=delivery,
        message=standing_message(book, delivery),
        given=given,
        instructions=follow_up_figures(book, given),
        new_chart=new_chart(book),
        progress_chart=first_progress_chart(book),
        published=published,
        projects=projects[:_SHOWN],
        stuck=sum(project.stuck for project in projects),
        known=len(projects),
        more=[
            *([(addresses.CHANGES, t("changes.title"))] if has_changes(book) else []),
            *((address, t(title)) for title, address in _MORE),
        ],
        newest=newest_first(active)[:_SHOWN],
        facts=_latest_facts(book),
        partners=len(partners),
        responsible=sum(1 for holdings in snapshot.of_agency.values() if holdings.responsible),
        total=len(concluded),
        negotiating=len(standings) - len(concluded),
    )


def _latest_facts(book: Book) -> list[tuple[Standing, Update]]:
    """What was last published or reported, newest first."""
    found = [
        (item, item.delivery.latest)
        for item in book.snapshot.standings.values()
        if item.delivery.latest
    ]
    found.sort(key=lambda pair: (pair[1].state_on.last, pair[0].id), reverse=True)
    return found[:_SHOWN]
