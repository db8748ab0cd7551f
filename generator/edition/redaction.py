"""One record on its way into the public edition: filled key by key from the allow-list.

Left out is what the list does not name, what is withheld, and what points to something
that is not shown; then whatever can no longer stand without it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.edition.allow_list import Allowed
from generator.edition.marks import MARKS, Marker
from generator.edition.plan import Plan
from generator.edition.remains import remove_fragments
from generator.edition.withholding import Keys, Mark, Names, Withholding
from generator.load import Document
from generator.model import paths
from generator.schema import Shape

Known = frozenset[tuple[str, str]]
"""What the edition shows and may be pointed to: (entity, id) pairs, `groups` and
`instructions` (`review/id`) among them."""


def is_internal(data: Mapping[str, Any], default: str = "public") -> bool:
    """Whether a record or an entry keeps itself out of the public edition."""
    return bool(data.get("visibility", default) != "public")


class Redaction:
    """One document's `data` as the public may see them, `None` if it cannot be shown at all.

    `asked` are the names that it depends on: whether they are known.
    """

    def __init__(
        self,
        document: Document,
        allowed: Allowed,
        plan: Plan,
        policy: Sequence[Mark],
        known: Known,
    ) -> None:
        self.asked: set[tuple[str, str]] = set()
        self._document = document
        self._allowed = allowed
        self._plan = plan
        self._known = known
        self._withholding = Withholding(document.data.get("withheld", ()), policy)
        self._may_withhold = bool(self._withholding)
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
        has_marks = not source.keys().isdisjoint(MARKS)
        facts = {key: source[key] for key in source if key not in MARKS} if has_marks else source
        data = self._mapping(facts, self._plan, ())
        data["id"] = self._document.id
        if not self._stands(data):
            return None
        marker = Marker(source, data, self._allowed, self._plan.shape, self._withholding)
        if has_marks:
            _set(data, "disputed", marker.disputed(self._value_at, self._sources))
        self._drop_hidden_sources(data)
        if has_marks:
            _set(data, "inferred", marker.inferred())
        if self._withholding.said:
            _set(data, "withheld", marker.withheld())
        return data

    def _stands(self, data: dict[str, Any]) -> bool:
        """Whether the record is still one; what of it no longer stands is taken out."""
        if "moved_to" in self._document.data and "moved_to" not in data:
            return False  # what was filed twice must not come back to life
        is_whole = not self._removed and self._plan.required <= data.keys()
        return is_whole or remove_fragments(self._document.entity, data)

    def _mapping(self, data: Mapping[str, Any], plan: Plan, names: Names) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        planned, may_withhold = plan.keys, self._may_withhold
        for key, value in data.items():
            below = planned.get(key)
            if below is None:
                self._omitted = True
            elif below.is_plain and type(value) is str and not may_withhold:
                shown[key] = value  # most values, without further questions
            else:
                kept = self._value(value, below, (*names, key))
                if kept is not None:
                    shown[key] = kept
        return shown

    def _value(self, value: Any, plan: Plan, names: Names) -> Any:  # noqa: ANN401 - plain data
        """What is shown of a value; `None` if nothing is."""
        kept: Any
        if self._may_withhold and self._withholding.takes(names, plan.place):
            kept = None
        elif type(value) is list:
            kept = self._list(value, plan, names)
        elif type(value) is not dict:
            kept = value if plan.is_plain or self._may_point(value, plan) else None
        elif plan.is_text:
            kept = self._text(value, plan, names) if self._may_withhold else value
        elif self._is_internal(value, plan, names):
            kept = None
        else:
            kept = self._mapping(value, plan, names)
            kept = kept if kept and plan.required <= kept.keys() else None
        if kept is None:
            self._removed = True
        return kept

    def _value_at(
        self,
        value: Any,  # noqa: ANN401 - plain data
        rule: object,
        shape: Shape,
        names: Names,
        keys: Keys,
    ) -> Any:  # noqa: ANN401 - plain data
        """The same for a value that another one stands in place of."""
        return self._value(value, Plan.of(self._document.entity, rule, shape, keys), names)

    def _list(self, values: list[Any], plan: Plan, names: Names) -> list[Any] | None:
        items = plan.items
        if items is None:
            self._removed = self._removed or bool(values)
            return None
        shown = (
            self._value(item, items, (*names, paths.item_name(item, index)))
            for index, item in enumerate(values)
        )
        kept = [item for item in shown if item is not None]
        _drop_dangling(kept, plan.local)
        return kept or None

    def _text(self, words: Mapping[str, Any], plan: Plan, names: Names) -> Any:  # noqa: ANN401
        return {
            language: text
            for language, text in words.items()
            if not self._withholding.takes((*names, language), (*plan.place, language))
        } or None

    def _is_internal(self, item: Mapping[str, Any], plan: Plan, names: Names) -> bool:
        if item.get("silent", False):
            return True  # a line of the publisher's policy that is not to be said
        hidden = is_internal(item, plan.visibility)
        # What is internal unless it says otherwise is not said either: there would be no end.
        if hidden and is_internal(item) and item.get("ground"):
            self._withholding.say(names, item["ground"])
        return hidden

    def _may_point(self, value: Any, plan: Plan) -> bool:  # noqa: ANN401 - plain data
        """Whether a single value is shown, and points to nothing that is hidden."""
        if not plan.is_shown:
            return False
        if plan.shape.type == "source_ref":
            return value in self._sources
        names = {(plan.shape.entity, value)}
        if plan.shape.group:
            names.add(("groups", value))
        self.asked |= names
        return not self._known.isdisjoint(names)

    def _shown_sources(self) -> frozenset[str]:
        """The ids of the sources that are not themselves withheld."""
        sources = self._document.data.get("sources", [])
        self._sources = frozenset(source["id"] for source in sources)
        if self._may_withhold and sources:
            plan = self._plan.keys.get("sources")
            shown = self._value(sources, plan, ("sources",)) if plan else None
            return frozenset(source["id"] for source in shown or [])
        return self._sources

    def _drop_hidden_sources(self, data: dict[str, Any]) -> None:
        """A source that only hidden parts cite is hidden with them.

        A record's only source stays: its public facts rest on it, whatever else does.
        """
        before = self._document.data
        is_whole = not (self._removed or self._omitted or self._may_withhold)
        if is_whole or len(before.get("sources", ())) == 1 or "sources" not in data:
            return
        hidden = _cited(before) - _cited(data)
        data["sources"] = [source for source in data["sources"] if source["id"] not in hidden]
        _drop_dangling(data["sources"], self._plan.keys["sources"].local)
        if not data["sources"]:
            del data["sources"]


def _set(data: dict[str, Any], key: str, marks: list[Mark]) -> None:
    if marks:
        data[key] = marks


def _drop_dangling(items: list[Any], local: Sequence[str]) -> None:
    """Take out what points to an entry of the same list that is not shown (`corrects`)."""
    if local:
        ids = {item["id"] for item in items}
        for item in items:
            for key in local:
                if key in item and item[key] not in ids:
                    del item[key]


def _cited(data: Mapping[str, Any]) -> set[str]:
    """The ids of the sources that parts of a record cite."""
    found: set[str] = set()
    waiting: list[Any] = [data]
    while waiting:
        node = waiting.pop()
        if type(node) is dict:
            found.update(each for each in node.get("sources", ()) if type(each) is str)
            waiting += [each for each in node.values() if type(each) in (dict, list)]
        elif type(node) is list:
            waiting += [each for each in node if type(each) in (dict, list)]
    return found
