"""What the pages of one language are made from, and the words and links they share.

Templates name other pages from the root of their language (`~/agencies/mofa/`); the
page at a place makes these addresses relative, so that a part of a page can be
rendered once and stand on many.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import addresses
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Date
from generator.model.entities import Agency, Party, Text
from generator.pages.page import Page
from generator.text import catalogue, collation_key, markdown, writer

FOLDER = Path(__file__).resolve().parents[2] / "site_templates" / "records"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a version of the site is: which commit, which edition, and what built it.

    `commit` is empty where none may be told (the public edition without a mirror).
    """

    edition: str
    commit: str = ""
    version: str = "latest"
    built_with: tuple[tuple[str, str], ...] = ()


class Book:
    """The pages of one language: its data, its words, its templates."""

    def __init__(
        self,
        snapshot: Snapshot,
        language: str,
        identity: Identity,
        withheld: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.registry = snapshot.registry
        self.language = language
        self.identity = identity
        self.withheld = withheld or {}
        self.files: dict[str, bytes] = {}
        """Files that pages refer to (drawings, tables), by address from the language's root."""
        self.catalogue = catalogue(language)
        self.writer = writer(language)
        self.t: Callable[..., str] = self.catalogue.text
        self.n: Callable[..., str] = self.catalogue.count

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The registry's languages, its default first."""
        return self.registry.settings.languages

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
        """The page that the kind's template makes of the values, at an address."""
        template = self._templates.get_template(f"{kind}.html")
        body = template.render(title=title, **values)
        root = "../" * address.count("/") or "./"
        # Text cannot hold a bare quotation mark: this finds attributes of the templates only.
        body = body.replace('="~/', f'="{root}')
        return Page(
            address, self.language, kind, title, description, body, tuple(contents), searchable
        )

    def render(self, template: str, **values: object) -> Markup:
        """A part of a page, from its template."""
        return Markup(self._templates.get_template(template).render(**values))  # noqa: S704

    @cached_property
    def _templates(self) -> Environment:
        made = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        made.globals |= {
            "addresses": addresses,
            "agency": self.agency,
            "codes": self.registry.codes,
            "commitment_link": self.commitment,
            "date": self.writer.date,
            "day": self.writer.day,
            "identity": self.identity,
            "key_name": self.key_name,
            "label": self.label,
            "language": self.language,
            "language_name": self.language_name,
            "markdown": self.markdown,
            "n": self.n,
            "number": self.writer.number,
            "parties": self.parties,
            "partner": self.partner,
            "percent": self.writer.percent,
            "period": self.writer.period,
            "registry": self.registry,
            "row": cache(self._row),
            "snapshot": self.snapshot,
            "successors": successors,
            "t": self.t,
            "unique": unique,
            "up": "" if self.language == self.languages[0] else "../",
            "words": self.words,
            "written": self.written,
        }
        return made

    def plain(self, text: Text) -> str:
        """The words of a text, in this language if it has it."""
        return self.writer.words(text, self.languages)[0]

    def words(self, text: Text) -> Markup:
        """The words of a text as HTML; another language than the page's is marked."""
        found, language = self.writer.words(text, self.languages)
        if language == self.language:
            return escape(found)
        return Markup(
            '<span class="other-language" lang="{}">{} <small>({})</small></span>'
        ).format(language, found, self.t("language.only", language=language))

    def markdown(self, text: Text) -> Markup:
        """Limited Markdown of a text as HTML."""
        found, language = self.writer.words(text, self.languages)
        made = Markup(markdown(found))  # noqa: S704 - cleaned against an allow-list
        if language == self.language:
            return made
        return Markup('<div lang="{}">{}</div>').format(language, made)

    def label(self, vocabulary: str, code: str) -> str:
        """The label of a code."""
        entry = self.registry.codes.get(vocabulary, {}).get(code)
        return self.plain(entry.label) if entry else code

    def language_name(self, code: str) -> str:
        """What a language is called in this one."""
        return str(Locale.parse(self.language, sep="-").languages.get(code, code))

    def key_name(self, key: str) -> str:
        """What a key path is about, in words: the name of the last key that has one."""
        names = (f"key.{part}" for part in reversed(key.split(".")))
        return next((self.t(name) for name in names if self.catalogue.has(name)), key)

    def written(self, value: object) -> Markup:
        """A value of any kind, as a page writes it."""
        if isinstance(value, Mapping):
            return self.words(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return escape(self.writer.number(value))
        try:
            return escape(self.writer.date(Date.parse(str(value))))
        except ValueError:
            return escape(str(value))

    def name(self, entity: str, identifier: str) -> str:
        """What a record is called."""
        record: Any = getattr(self.registry, entity).get(identifier)
        if record is None:
            return identifier
        return self.plain(record.name if hasattr(record, "name") else record.title)

    def agency(self, identifier: str) -> Markup:
        """A link to an agency."""
        return self._link("agencies", identifier, addresses.agency(identifier))

    def partner(self, identifier: str) -> Markup:
        """A link to a partner."""
        return self._link("partners", identifier, addresses.partner(identifier))

    def commitment(self, identifier: str) -> Markup:
        """A link to a commitment."""
        return self._link("commitments", identifier, addresses.commitment(identifier))

    def _link(self, entity: str, identifier: str, address: str) -> Markup:
        name = self.name(entity, identifier)
        if identifier not in getattr(self.registry, entity):
            return escape(name)
        return Markup('<a href="~/{}">{}</a>').format(address, name)

    def parties(self, identifiers: Iterable[str], link: Callable[[str], Markup]) -> Markup:
        """Several linked names, joined as in a sentence."""
        links = [str(link(name)) for name in identifiers]
        joined = str(escape(self.writer.list([f"{{{number}}}" for number in range(len(links))])))
        # One pass: a name that looks like a mark is not filled again.
        return Markup(re.sub(r"\{(\d+)\}", lambda mark: links[int(mark[1])], joined))  # noqa: S704

    def _row(self, identifier: str) -> Markup:
        """A commitment as a row of a list, the same on every page."""
        return self.render("parts/row.html", standing=self.snapshot.standings[identifier])

    def by_name(self, entity: str) -> list[str]:
        """The ids of an entity's records in the alphabet's order of their names."""
        records = getattr(self.registry, entity)
        return sorted(records, key=lambda key: collation_key(self.name(entity, key), self.language))


def successors(agency: Agency) -> list[str]:
    """Who followed an agency, the default successor first."""
    ordered = sorted(agency.succession, key=lambda entry: not entry.default)
    return list(dict.fromkeys(entry.to for entry in ordered if entry.default or entry.fields))


def unique(parties: Iterable[Party]) -> list[str]:
    """The partners of a commitment, each once."""
    return list(dict.fromkeys(party.partner for party in parties))


def newest_first(standings: Iterable[Any]) -> list[Any]:
    """Standings from the latest record's day to the earliest, negotiations first."""
    return sorted(
        standings,
        key=lambda standing: (_last(standing.commitment.day), standing.id),
        reverse=True,
    )


def _last(day: Date | None) -> str:
    return day.last.isoformat() if day else "9999"
