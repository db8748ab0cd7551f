"""What the pages of one language are made from, and how a template becomes a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator import addresses
from generator.changes import Wording
from generator.charts.contract import Chart
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Date
from generator.model.entities import Text
from generator.pages.feed import Feed, atom
from generator.pages.inline import Inline, successors, unique
from generator.pages.noted import ALL, NotedSnapshot, Notes
from generator.pages.page import Page, Rendered
from generator.pages.recorded import Recorded
from generator.pages.templates import environment
from generator.pages.workshop import Workshop
from generator.text import collation_key


@dataclass(frozen=True, slots=True)
class Identity:
    """What a version of the site is: which commit, which edition, and what built it.

    `commit` is empty where none may be told (the public edition without a mirror).
    """

    edition: str
    commit: str = ""
    version: str = "latest"
    built_with: tuple[tuple[str, str], ...] = ()


class Deferred:
    """A part of a page that is made only if the page is rendered, such as a drawing.

    `ingredients` gives the plain values that decide what is made.
    """

    __slots__ = ("_make", "ingredients")

    def __init__(self, make: Callable[[], Markup], ingredients: Callable[[], object]) -> None:
        self._make = make
        self.ingredients = ingredients

    def __html__(self) -> str:
        return str(self._make())


class Book:
    """The pages of one language: its data, its words, its templates."""

    def __init__(
        self,
        snapshot: Snapshot,
        language: str,
        identity: Identity,
        withheld: Mapping[tuple[str, str], int] | None = None,
        workshop: Workshop | None = None,
        past: Recorded | None = None,
    ) -> None:
        self.notes = Notes()
        self.snapshot = NotedSnapshot(snapshot, self.notes)
        self.registry = self.snapshot.registry
        self.language = language
        self.withheld = withheld or {}
        self.past = past
        """To be asked before a page is rendered: what a page tells of it is given to the page."""
        self.inline = Inline(self.registry, language, self.notes)
        self._identity = identity
        self._workshop = workshop or Workshop()
        self.catalogue = self.inline.catalogue
        self.writer = self.inline.writer
        self.languages = self.inline.languages
        self.t: Callable[..., str] = self.catalogue.text
        self.n: Callable[..., str] = self.catalogue.count
        self.plain: Callable[[Text], str] = self.inline.plain
        self.name: Callable[[str, str], str] = self.inline.name
        self.wording = Wording(self.registry, language)
        self._cells = self.notes.once(self._made_cells)
        self.files: dict[str, bytes] = {}
        """The files of the page that is being rendered, by address from the language's root."""

    def page(
        self,
        kind: str,
        address: str,
        *,
        title: str,
        description: str,
        contents: Sequence[tuple[str, str]] = (),
        searchable: bool = True,
        **values: object,
    ) -> Page:
        """The page that the kind's template makes of the values, at an address.

        The `feed` of a value `past` is its Atom feed, which the template offers with `subscribe`.
        """
        feed = getattr(values.get("past"), "feed", None)

        def made_from() -> bytes | None:
            head = (self.language, kind, address, title, description, contents, searchable)
            return self._workshop.digest(head, values)

        def render() -> Rendered:
            self.files = {}
            self.notes.begin()
            template = self._templates.get_template(f"{kind}.html")
            body = template.render(title=title, **values)
            root = "../" * address.count("/") or "./"
            # Text cannot hold a bare quotation mark: this finds attributes of templates only.
            looked_at = self.notes.seen
            self.notes.begin()
            return Rendered(body.replace('="~/', f'="{root}'), self.files, looked_at)

        return Page(
            address,
            self.language,
            kind,
            title,
            description,
            render,
            tuple(contents),
            searchable,
            made_from,
            feed.address if feed else "",
        )

    def render(self, template: str, **values: object) -> Markup:
        """A part of a page, from its template."""
        return Markup(self._templates.get_template(template).render(**values))  # noqa: S704

    @cached_property
    def _templates(self) -> Environment:
        inline, write = self.inline, self.writer
        filters: dict[str, Callable[..., object]] = {
            "agency": inline.agency,
            "agencies": lambda names: inline.parties(names, inline.agency),
            "cites": inline.cites,
            "code_label": inline.label,
            "commitment": inline.commitment,
            "changed": self.wording.sentence,
            "date": write.date,
            "day": write.day,
            "holders": inline.holders,
            "number": write.number,
            "partner": inline.partner,
            "partners": lambda parties: inline.parties(unique(parties), inline.partner),
            "percent": write.percent,
            "period": write.period,
            "status": inline.status,
            "text": self.t,
            "words": inline.words,
        }
        values = {
            "addresses": addresses,
            "called": self.wording.title,
            "codes": self.registry.codes,
            "commitment_link": inline.commitment,
            "key_name": inline.key_name,
            "label": self.label,
            "language": self.language,
            "language_name": inline.language_name,
            "markdown": inline.markdown,
            "n": self.n,
            "parties": inline.parties,
            "registry": self.registry,
            "duty": self.notes.once(self._duty),
            "row": self._row,
            "record_address": addresses.record,
            "snapshot": self.snapshot,
            "subscribe": self._subscribe,
            "successors": successors,
            "t": self.t,
            "unique": unique,
            "up": "" if self.language == self.languages[0] else "../",
            "written": inline.written,
        }
        return environment(self.t, filters, {**filters, **values})

    @property
    def identity(self) -> Identity:
        """What this version of the site is: whoever asks is made again with each commit."""
        self.notes.seen.add(ALL)
        return self._identity

    def ingredients(self) -> object:
        """Nothing that is not in every page's sight."""
        return self.language

    def drawn(self, draw: Callable[[], Chart | None], *ingredients: object) -> Chart | None:
        """A chart, drawn again only if it is not known what was drawn from the same."""
        return self._workshop.drawn(draw, self.language, *ingredients)

    def _subscribe(self, feed: Feed) -> Markup:
        """A link to a feed, which becomes a file of the page."""
        self.files[feed.address] = atom(self.inline, self.wording, feed)
        return Markup('<a class="feed" href="~/{}" type="application/atom+xml">{}</a>').format(
            feed.address, self.t("feed.link")
        )

    def label(self, vocabulary: str, code: str) -> str:
        """The label of a vocabulary's code."""
        return self.inline.plain_label(code, vocabulary)

    def _row(self, identifier: str, same: str = "") -> Markup:
        """A commitment as a row of a list, without what is the same in all of them."""
        head, partners, day, agency, status = self._cells(identifier)
        shown = (head, "" if same == "partner" else partners, day)
        return Markup("").join((*shown, "" if same == "agency" else agency, status))

    def _made_cells(self, identifier: str) -> list[Markup]:
        """The cells of a row: rendered once for all lists."""
        made = self.render("parts/row.html", standing=self.snapshot.standings[identifier])
        # Text is escaped: only the template writes this.
        return made.split("<!--cell-->")

    def _duty(self, identifier: str) -> Markup:
        """A commitment as a row of what its agency answers for."""
        return self.render("parts/duty.html", standing=self.snapshot.standings[identifier])

    def by_name(self, entity: str) -> list[str]:
        """The ids of an entity's records in the alphabet's order of their names."""
        records = getattr(self.registry, entity)
        return sorted(records, key=lambda key: collation_key(self.name(entity, key), self.language))


def newest_first(standings: Iterable[Any]) -> list[Any]:
    """Standings from the latest record's day to the earliest, negotiations first."""
    return sorted(
        standings,
        key=lambda standing: (_last(standing.commitment.day), standing.id),
        reverse=True,
    )


def _last(day: Date | None) -> str:
    return day.last.isoformat() if day else "9999"
