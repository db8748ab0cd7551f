"""One record on its way into the public edition: filled key by key from the allow-list.

Left out is what the list does not name, what is withheld, and what points to something
that is not shown; then whatever can no longer stand without it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.edition.allow_list import Allowed, rule_below
from generator.edition.marks import MARKS, Marker
from generator.edition.remains import remove_fragments
from generator.edition.withholding import Keys, Mark, Names, Withholding
from generator.load import Document
from generator.model import paths
from generator.schema import Shape, schemas

Known = frozenset[tuple[str, str]]
"""What the edition shows and may be pointed to: (entity, id) pairs, `groups` and
`instructions` (`review/id`) among them."""

_OPT_IN = frozenset({("activities", "proposals")})
"""Entries that are internal unless they say `visibility: public`: not yet negotiated in public."""


def is_internal(data: Mapping[str, Any], default: str = "public") -> bool:
    """Whether a record or an entry keeps itself out of the public edition."""
    return bool(data.get("visibility", default) != "public")


def is_internal_entry(entity: str, keys: Keys, item: Mapping[str, Any]) -> bool:
    """Whether an entry of the list at `keys` is internal, said or not."""
    return is_internal(item, "internal" if (entity, keys[-1]) in _OPT_IN else "public")


class Redaction:
    """One document's `data` as the public may see them, `None` if it cannot be shown at all."""

    def __init__(
        self, document: Document, allowed: Allowed, policy: Sequence[Mark], known: Known
    ) -> None:
        self._document = document
        self._allowed = allowed
        self._shape = schemas().shape(document.entity)
        self._known = known
        self._withholding = Withholding(document.data.get("withheld", ()), policy)
        self._omitted = False  # a key that nobody named
        self._removed = False  # what somebody withholds, and what points to it
        self._sources: frozenset[str] = frozenset()
        self.data = self._redacted()

    @property
    def ground(self) -> str | None:
        """Why a record is not shown whose own key had to go, if that may be said."""
        grounds = (ground for names, ground in self._withholding.said if len(names) == 1)
        return next(grounds, None)

    def _redacted(self) -> dict[str, Any] | None:
        source = self._document.data
        self._sources = self._shown_sources()
        facts = {key: value for key, value in source.items() if key not in MARKS}
        data = self._mapping(facts, self._allowed, self._shape, (), ())
        data["id"] = self._document.id
        if not self._stands(data):
            return None
        marker = Marker(source, data, self._allowed, self._shape, self._withholding)
        _set(data, "disputed", marker.disputed(self._value, self._sources))
        self._drop_hidden_sources(data)
        _set(data, "inferred", marker.inferred())
        _set(data, "withheld", marker.withheld())
        return data

    def _stands(self, data: dict[str, Any]) -> bool:
        """Whether the record is still one; what of it no longer stands is taken out."""
        if "moved_to" in self._document.data.keys() - data.keys():
            return False  # what was filed twice must not come back to life
        is_whole = not self._removed and self._shape.required <= data.keys()
        return is_whole or remove_fragments(self._document.entity, data)

    def _mapping(
        self, data: Mapping[str, Any], allowed: object, shape: Shape, names: Names, keys: Keys
    ) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for key, value in data.items():
            rule, below = rule_below(allowed, key), shape.keys.get(key)
            if rule is None or below is None:
                self._omitted = True
                continue
            kept = self._value(value, rule, below, (*names, key), (*keys, key))
            if kept is not None:
                shown[key] = kept
        return shown

    def _value(
        self,
        value: Any,  # noqa: ANN401 - plain data
        rule: object,
        shape: Shape,
        names: Names,
        keys: Keys,
    ) -> Any:  # noqa: ANN401 - plain data
        """What is shown of a value; `None` if nothing is."""
        kept: Any
        if self._withholding and self._withholding.takes(names, keys):
            kept = None
        elif isinstance(value, list):
            kept = self._list(value, rule, shape, names, keys)
        elif not isinstance(value, dict):
            kept = value if rule is True and self._may_say(value, shape) else None
        elif shape.type == "text":
            kept = self._text(value, names, keys)
        elif self._is_internal(value, names, keys):
            kept = None
        else:
            kept = self._mapping(value, rule, shape, names, keys)
            kept = kept if kept and shape.required <= kept.keys() else None
        self._removed = self._removed or kept is None
        return kept

    def _list(
        self, values: list[Any], rule: object, shape: Shape, names: Names, keys: Keys
    ) -> list[Any] | None:
        items = shape.items or Shape()
        shown = (
            self._value(item, rule, items, (*names, paths.item_name(item, index)), keys)
            for index, item in enumerate(values)
        )
        kept = [item for item in shown if item is not None]
        _drop_dangling(kept, items)
        return kept or None

    def _text(self, words: Mapping[str, Any], names: Names, keys: Keys) -> Any:  # noqa: ANN401
        if not self._withholding:
            return words
        return {
            language: text
            for language, text in words.items()
            if not self._withholding.takes((*names, language), (*keys, language))
        } or None

    def _is_internal(self, item: Mapping[str, Any], names: Names, keys: Keys) -> bool:
        if item.get("silent", False):
            return True  # a line of the publisher's policy that is not to be said
        hidden = is_internal_entry(self._document.entity, keys, item)
        # What is internal unless it says otherwise is not said either: there would be no end.
        if hidden and is_internal(item) and item.get("ground"):
            self._withholding.say(names, item["ground"])
        return hidden

    def _may_say(self, value: Any, shape: Shape) -> bool:  # noqa: ANN401 - plain data
        """Whether a single value has a meaning, and points to nothing that is hidden."""
        if shape.type == "source_ref":
            return value in self._sources
        if shape.type == "ref":
            groups = {("groups", value)} if shape.group else set()
            return not self._known.isdisjoint({(shape.entity, value), *groups})
        return bool(shape.type)

    def _shown_sources(self) -> frozenset[str]:
        """The ids of the sources that are not themselves withheld."""
        sources = self._document.data.get("sources", [])
        self._sources = frozenset(source["id"] for source in sources)
        if self._withholding and sources:
            rule, shape = rule_below(self._allowed, "sources"), self._shape.keys["sources"]
            sources = self._value(sources, rule, shape, ("sources",), ("sources",)) or []
        return frozenset(source["id"] for source in sources)

    def _drop_hidden_sources(self, data: dict[str, Any]) -> None:
        """A source that only hidden parts cite is hidden with them.

        A record's only source stays: its public facts rest on it, whatever else does.
        """
        before = self._document.data
        is_whole = not (self._removed or self._omitted or self._withholding)
        if is_whole or len(before.get("sources", ())) == 1 or "sources" not in data:
            return
        hidden = _cited(before) - _cited(data)
        data["sources"] = [source for source in data["sources"] if source["id"] not in hidden]
        _drop_dangling(data["sources"], self._shape.keys["sources"].items or Shape())
        if not data["sources"]:
            del data["sources"]


def _set(data: dict[str, Any], key: str, marks: list[Mark]) -> None:
    if marks:
        data[key] = marks


def _drop_dangling(items: list[Any], shape: Shape) -> None:
    """Take out what points to an entry of the same list that is not shown (`corrects`)."""
    local = [
        key
        for key, below in shape.keys.items()
        if key != "id" and below.type in {"item_id", "source_ref"}
    ]
    if local:
        ids = {item["id"] for item in items}
        for item in items:
            for key in local:
                if item.get(key) not in ids:
                    item.pop(key, None)


def _cited(node: Any) -> set[str]:  # noqa: ANN401 - plain data
    """The ids of the sources that parts of a record cite."""
    if isinstance(node, list):
        return set().union(*(_cited(item) for item in node))
    if not isinstance(node, dict):
        return set()
    own = {source for source in node.get("sources", ()) if isinstance(source, str)}
    return own.union(*(_cited(value) for value in node.values()))
