"""A change in the words of a language: plain text, with names instead of ids."""

from collections.abc import Callable, Mapping
from typing import Any

from babel import Locale

from generator.changes.change import Change
from generator.changes.differences import ABSENT
from generator.changes.kinds import shape_of
from generator.model.dates import Date, Period
from generator.model.registry import Registry
from generator.schema import Shape
from generator.text import catalogue, writer

_LONGEST = 300
"""Letters of a text that a sentence quotes: the record itself has all of them."""

_NAMES = ("title", "summary", "description", "text", "what", "name", "label")
"""The keys of an item that say what it is about, the plainest first."""

_MOMENTS = ("state_on", "raised_on", "made_on", "responded_on", "slipped_on", "from_on")
_PARTIES = ("agency", "partner", "to", "escalated_to", "addressed_to", "by")


class Wording:
    """Words changes in one language, with the names that a registry gives."""

    def __init__(self, registry: Registry, language: str) -> None:
        self._registry = registry
        self._texts = catalogue(language)
        self._writer = writer(language)
        self._language = language
        self._languages = registry.settings.languages

    def sentence(self, change: Change) -> str:
        """What happened, in one sentence, and the reason if one was given."""
        found = self._texts.text(
            f"change.{change.kind}",
            what=self.about(change),
            before=self.before(change),
            after=self.after(change),
            key=self._key(change),
            day=self._day(change),
            party=self._party(change),
            language=self._language_name(change.key.rpartition(".")[2]),
        )
        if change.reason:
            reason = self._short(self._words(change.reason))
            return self._texts.text("change.with_reason", change=found, reason=reason)
        return found

    def title(self, entity: str, identifier: str) -> str:
        """What a record is called; its id if the registry does not have it."""
        record = getattr(self._registry, entity, {}).get(identifier)
        if entity == "registry":
            return self._words(self._registry.settings.title)
        if record is None:
            return identifier
        named = getattr(record, "name", None) or getattr(record, "title", None)
        return self._words(named) if named else identifier

    def before(self, change: Change) -> str:
        """What was there before."""
        return self._value(change.before, change)

    def after(self, change: Change) -> str:
        """What is there now."""
        return self._value(change.after, change)

    def about(self, change: Change) -> str:
        """What the item is called that a change is about."""
        item = change.item if isinstance(change.item, Mapping) else change.after
        return self._named(item) if isinstance(item, Mapping) else ""

    def _named(self, item: Mapping[str, Any]) -> str:
        for key in _NAMES:
            if isinstance(words := item.get(key), Mapping) and words:
                return self._short(self._words(words))
        if isinstance(printed := item.get("title"), str) and printed:
            return self._short(printed)  # a source's, in its own language
        return self._party_of(item) or str(item.get("id", ""))

    def _value(self, value: Any, change: Change) -> str:  # noqa: ANN401 - plain data
        if value is ABSENT:
            return self._texts.text("change.nothing")
        if change.kind.startswith("status_"):
            return self._texts.text(f"status.{value}")
        if change.kind.startswith("percent_"):
            return self._writer.percent(value / 100)
        if change.place[-1:] == ("language",) and isinstance(value, str):
            return self._language_name(value)
        return self._short(self._written(value, shape_of(change.entity, change.place)))

    def _written(self, value: Any, shape: Shape | None) -> str:  # noqa: ANN401 - plain data
        if isinstance(value, bool):
            return self._texts.text("change.yes" if value else "change.no")
        if isinstance(value, int | float):
            return self._writer.number(value)
        if isinstance(value, Mapping):
            is_text = shape is not None and shape.type == "text"
            return self._words(value) if is_text and value else self._named(value)
        if isinstance(value, list):
            below = shape.items if shape else None
            return self._writer.list([self._written(item, below) for item in value])
        return self._single(str(value), shape)

    def _single(self, value: str, shape: Shape | None) -> str:
        kind = shape.type if shape else ""
        if kind == "ref" and shape:
            return self.title(shape.entity, value)
        if kind == "code" and shape:
            code = self._registry.codes.get(shape.vocabulary, {}).get(value)
            return self._words(code.label) if code else value
        if kind == "date":
            return _or_as_is(value, lambda text: self._writer.date(Date.parse(text)))
        if kind == "period":
            return _or_as_is(value, lambda text: self._writer.period(Period.parse(text)))
        if kind == "enum" and self._texts.has(f"status.{value}"):
            return self._texts.text(f"status.{value}")
        return value

    def _key(self, change: Change) -> str:
        """What changed: the key in words, and of which item."""
        parts = (
            [
                part
                for part, step in zip(change.key.split("."), change.place, strict=True)
                if step != "*"
            ]
            if change.place
            else [change.key]
        )
        is_text = shape_of(change.entity, change.place[:-1])
        if len(parts) > 1 and is_text and is_text.type == "text":
            parts = parts[:-1]  # a language
        name = f"key.{parts[-1]}"
        key = self._texts.text(name) if self._texts.has(name) else parts[-1]
        about = self._named(change.item) if isinstance(change.item, Mapping) else ""
        return self._texts.text("change.key_of", key=key, what=about) if about else key

    def _day(self, change: Change) -> str:
        value = change.after if isinstance(change.after, Mapping) else change.item
        moments = value if isinstance(value, Mapping) else {}
        found = next((moments[key] for key in _MOMENTS if isinstance(moments.get(key), str)), "")
        return _or_as_is(found, lambda text: self._writer.date(Date.parse(text)))

    def _party(self, change: Change) -> str:
        value = change.after if isinstance(change.after, Mapping) else change.item
        return self._party_of(value) if isinstance(value, Mapping) else ""

    def _party_of(self, item: Mapping[str, Any]) -> str:
        for key in _PARTIES:
            named = item.get(key)
            listed = named if isinstance(named, list) else [named]
            names = [self._who(each) for each in listed if isinstance(each, str)]
            if names:
                return self._writer.list(names)
        return ""

    def _who(self, identifier: str) -> str:
        entity = "agencies" if identifier in self._registry.agencies else "partners"
        return self.title(entity, identifier)

    def _language_name(self, code: str) -> str:
        try:
            names = Locale.parse(self._language, sep="-").languages
        except ValueError:
            return code
        return str(names.get(code, code))

    def _words(self, text: Mapping[str, Any]) -> str:
        words = {code: word for code, word in text.items() if isinstance(word, str)}
        return self._writer.words(words, self._languages)[0] if words else ""

    def _short(self, words: str) -> str:
        line = " ".join(words.split())
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _or_as_is(value: str, write: Callable[[str], str]) -> str:
    """A value as it is written out, or as it stands where it cannot be read."""
    try:
        return write(value) if value else value
    except ValueError:
        return value
