"""Words, names, dates and links as they stand in the running text of pages, in one language.

Links begin at the root of the language (`~/agencies/mofa/`); the page that they stand on
makes them relative (see `book`), so a part of a page can be rendered once for many.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from babel import Locale
from markupsafe import Markup, escape

from generator import addresses
from generator.model.dates import Date
from generator.model.entities import Agency, Party, Text
from generator.model.registry import Registry
from generator.model.responsibility import Holding
from generator.pages.noted import Notes
from generator.text import catalogue, markdown, writer


class Inline:
    """Writes what a registry holds in one language."""

    def __init__(self, registry: Registry, language: str, notes: Notes | None = None) -> None:
        self.registry = registry
        self.language = language
        self.catalogue = catalogue(language)
        self.writer = writer(language)
        self.languages = registry.settings.languages
        # The same few thousand names stand on every page.
        self.agency = cache(self._agency)
        self.partner = cache(self._partner)
        self.commitment = (notes or Notes()).once(self._commitment)
        self.label = cache(self._label)
        self.status = cache(self._status)
        self.key_name = cache(self._key_name)
        self._cite = cache(self._made_cite)

    def plain(self, text: Text) -> str:
        """The words of a text, in this language if it has it."""
        return text.get(self.language) or self.writer.words(text, self.languages)[0]

    def words(self, text: Text) -> Markup:
        """The words of a text as HTML; another language than the page's is marked."""
        own = text.get(self.language)
        if own is not None:
            return escape(own)
        found, language = self.writer.words(text, self.languages)
        return Markup(
            '<span class="other-language" lang="{}">{} <small>({})</small></span>'
        ).format(language, found, self.catalogue.text("language.only", language=language))

    def markdown(self, text: Text) -> Markup:
        """Limited Markdown of a text as HTML."""
        found, language = self.writer.words(text, self.languages)
        made = Markup(markdown(found))  # noqa: S704 - cleaned against an allow-list
        if language == self.language:
            return made
        return Markup('<div lang="{}">{}</div>').format(language, made)

    def _label(self, code: str, vocabulary: str) -> Markup:
        """The label of a vocabulary's code."""
        return escape(self.plain_label(code, vocabulary))

    def plain_label(self, code: str, vocabulary: str) -> str:
        """The label of a vocabulary's code, as text."""
        entry = self.registry.codes.get(vocabulary, {}).get(code)
        return self.plain(entry.label) if entry else code

    def _status(self, code: str) -> Markup:
        """A delivery status: a sign and a word, so never by colour alone."""
        return Markup('<span class="status status--{}">{}</span>').format(
            code.replace("_", "-"), self.catalogue.text(f"status.{code}")
        )

    def language_name(self, code: str) -> str:
        """What a language is called in this one."""
        return str(Locale.parse(self.language, sep="-").languages.get(code, code))

    def _key_name(self, key: str) -> str:
        """What a key path is about, in words: the name of the last key that has one."""
        names = (f"key.{part}" for part in reversed(key.split(".")))
        return next((self.catalogue.text(name) for name in names if self.catalogue.has(name)), key)

    def written(self, value: object) -> Markup:
        """A value of any kind."""
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

    def _agency(self, identifier: str) -> Markup:
        """A link to an agency."""
        return self._link("agencies", identifier, addresses.agency(identifier))

    def _partner(self, identifier: str) -> Markup:
        """A link to a partner."""
        return self._link("partners", identifier, addresses.partner(identifier))

    def _commitment(self, identifier: str) -> Markup:
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
        if len(links) == 1:
            return Markup(links[0])  # noqa: S704 - escaped where it was made
        joined = str(escape(self.writer.list([f"{{{number}}}" for number in range(len(links))])))
        # One pass: a name that looks like a mark is not filled again.
        return Markup(re.sub(r"\{(\d+)\}", lambda mark: links[int(mark[1])], joined))  # noqa: S704

    def holders(self, holding: Holding) -> Markup:
        """Who is responsible, and who may already be."""
        texts = self.catalogue
        certain = (
            self.parties(holding.agencies, self.agency)
            if holding.agencies
            else escape("" if holding.possibly else texts.text("responsible.none"))
        )
        if not holding.possibly:
            return certain
        return Markup('{} <span class="note">{} {}</span>').format(
            certain, texts.text("responsible.possibly"), self.parties(holding.possibly, self.agency)
        )

    def cites(self, sources: Iterable[str], numbers: Mapping[str, int]) -> Markup:
        """The numbers of sources, each leading to the source, at the word that they are for."""
        cited = [self._cite(source, numbers[source]) for source in sources if source in numbers]
        if not cited:
            return Markup()
        return Markup('\N{NO-BREAK SPACE}<span class="cites">{}</span>').format(
            Markup().join(cited)
        )

    def _made_cite(self, source: str, number: int) -> Markup:
        word = escape(self.catalogue.text("source.number"))
        return Markup(  # noqa: S704 - an id is escaped, the rest is our own
            f'<a class="cite" href="#source-{escape(source)}">'
            f'<span class="visually-hidden">{word} </span>{number}</a>'
        )


def successors(agency: Agency) -> list[str]:
    """Who followed an agency, the default successor first."""
    ordered = sorted(agency.succession, key=lambda entry: not entry.default)
    return list(dict.fromkeys(entry.to for entry in ordered if entry.default or entry.fields))


def unique(parties: Iterable[Party]) -> list[str]:
    """The partners of a commitment, each once."""
    return list(dict.fromkeys(party.partner for party in parties))
