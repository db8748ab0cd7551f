"""Fills the public edition's documents from the registry's, key by key.

Shown is what the allow-list names, less what a record, an entry, a key's mark or the
publisher's policy withholds, less what points to something that is not shown.  That
something was withheld is said by a mark, unless the mark is silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.edition.allow_list import Allowed, allow_list
from generator.load import Document
from generator.model import paths
from generator.model.dates import Date
from generator.schema import Shape, schemas

_OPT_IN = frozenset({("activities", "proposals")})
"""Entries that are internal unless they say `visibility: public`: not yet negotiated in public."""

_REMOVED = object()


@dataclass(frozen=True, slots=True)
class Admitted:
    """The documents of an edition, and how many records it withholds, by entity and ground.

    Records whose withholding is silent are not counted.
    """

    documents: tuple[Document, ...]
    withheld: Mapping[tuple[str, str], int]


def admit(documents: Sequence[Document], edition: str, as_of: date) -> Admitted:
    """The documents that an edition shows.

    Args:
        documents: sound documents: they passed the schema.
        edition: `internal` shows all; anything else is the public edition.
        as_of: the day that `public_from_on` is compared with.
    """
    if edition == "internal":
        return Admitted(tuple(documents), {})
    shown = [document for document in documents if _is_public(document.data, as_of)]
    withheld: dict[tuple[str, str], int] = {}
    for document in documents:
        if not _is_public(document.data, as_of) and not document.data.get("silent", False):
            group = (document.entity, str(document.data.get("ground", "")))
            withheld[group] = withheld.get(group, 0) + 1
    policy = [
        entry
        for document in documents
        if document.entity == "registry"
        for entry in document.data.get("withhold", ())
    ]
    known = {(document.entity, document.id) for document in shown}
    # A review's instructions are named `review/id`: those of a hidden review are hidden too.
    admitted = tuple(_Redaction(document, policy, known).document() for document in shown)
    return Admitted(admitted, withheld)


def _is_public(data: Mapping[str, Any], as_of: date) -> bool:
    if data.get("visibility", "public") != "public":
        return False
    embargo = data.get("public_from_on")
    return embargo is None or Date.parse(embargo).has_come(as_of)


class _Redaction:
    """One document on its way into the public edition."""

    def __init__(
        self,
        document: Document,
        policy: Iterable[Mapping[str, Any]],
        known: set[tuple[str, str]],
    ) -> None:
        self._document = document
        self._known = known
        marks = [
            *document.data.get("withheld", ()),
            *(
                {key: value for key, value in entry.items() if key != "entity"}
                for entry in policy
                if entry["entity"] == document.entity
            ),
        ]
        self._marks = [mark for mark in marks if _present(document.data, mark["key"])]
        self._keys = [mark["key"].split(".") for mark in self._marks]
        self._said = [mark for mark in self._marks if not mark.get("silent", False)]

    def document(self) -> Document:
        """The document as the public may see it."""
        source = self._document
        allowed = allow_list().get(source.entity, {})
        shape = schemas().shape(source.entity)
        data = self._mapping(source.data, allowed, shape, ())
        data["id"] = source.id
        self._keep_marks(data, allowed)
        self._keep_sources(data)
        return replace(source, data=data, content=b"")

    def _mapping(
        self, data: Mapping[str, Any], allowed: Allowed, shape: Shape, names: tuple[str, ...]
    ) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for key, value in data.items():
            rule = allowed.get(key)
            below = shape.keys.get(key)
            if rule is None or below is None or self._is_withheld((*names, key)):
                continue
            kept = self._value(value, rule, below, (*names, key))
            if kept is not _REMOVED:
                shown[key] = kept
        return shown

    def _value(
        self, value: Any, rule: Any, shape: Shape, names: tuple[str, ...]  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        if isinstance(value, list):
            return self._list(value, rule, shape, names)
        if shape.type == "ref" and not self._is_known(shape, value):
            return _REMOVED
        if isinstance(value, Mapping) and shape.type != "text":
            kept = self._mapping(value, rule if isinstance(rule, Mapping) else {}, shape, names)
            return kept if kept and shape.required <= kept.keys() else _REMOVED
        return value

    def _list(
        self, values: list[Any], rule: Any, shape: Shape, names: tuple[str, ...]  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        items = shape.items or Shape()
        kept: list[Any] = []
        for index, item in enumerate(values):
            name = (*names, paths.item_name(item, index))
            if self._is_withheld(name) or self._is_internal(item, names):
                continue
            shown = self._value(item, rule, items, name)
            if shown is not _REMOVED:
                kept.append(shown)
        return kept or _REMOVED

    def _is_internal(self, item: Any, names: tuple[str, ...]) -> bool:  # noqa: ANN401
        if not isinstance(item, Mapping):
            return False
        opt_in = (self._document.entity, names[-1]) in _OPT_IN
        hidden = bool(item.get("visibility", "internal" if opt_in else "public") != "public")
        if hidden and not opt_in:
            # The entry's own name could tell what it is about: the mark names its list alone.
            mark = {"key": ".".join(names), "ground": str(item.get("ground", ""))}
            if mark not in self._said:
                self._said.append(mark)
        return hidden

    def _is_withheld(self, names: tuple[str, ...]) -> bool:
        return list(names) in self._keys

    def _is_known(self, shape: Shape, value: str) -> bool:
        if shape.group and (shape.entity, value) not in self._known:
            return "_" in value or value.isalpha()
        if shape.entity == "instructions":
            return ("reviews", value.partition("/")[0]) in self._known
        return (shape.entity, value) in self._known

    def _keep_marks(self, data: dict[str, Any], allowed: Allowed) -> None:
        """Marks about what is shown stay; what is withheld is said, unless silently."""
        for marks in ("inferred", "disputed"):
            kept = [mark for mark in data.get(marks, ()) if self._may_mark(data, mark["key"])]
            _set(data, marks, kept)
        rule = allowed.get("withheld", {})
        said = [{key: mark[key] for key in rule if mark.get(key)} for mark in self._said]
        _set(data, "withheld", said)

    def _may_mark(self, data: Mapping[str, Any], key: str) -> bool:
        names = key.split(".")
        if any(names[: len(hidden)] == hidden for hidden in self._keys):
            return False
        # A disputed key may be absent: then its parent has to be shown.
        parent = ".".join(names[:-1])
        return paths.find(data, key) is not None or not parent or bool(paths.find(data, parent))

    def _keep_sources(self, data: dict[str, Any]) -> None:
        """A source that only hidden parts cite is hidden with them."""
        before, after = _cited(self._document.data), _cited(data)
        kept = [
            source
            for source in data.get("sources", ())
            if source["id"] in after or source["id"] not in before
        ]
        _set(data, "sources", kept)


def _present(data: Mapping[str, Any], key: str) -> bool:
    return paths.find(data, key) is not None


def _set(data: dict[str, Any], key: str, values: list[Any]) -> None:
    data.pop(key, None)
    if values:
        data[key] = values


def _cited(node: Any) -> set[str]:  # noqa: ANN401 - plain data
    """The ids of the sources that parts of a record cite."""
    if isinstance(node, Mapping):
        found = {
            value
            for value in node.get("sources", ())
            if isinstance(node.get("sources"), list) and isinstance(value, str)
        }
        return found.union(*(_cited(value) for value in node.values()), set())
    if isinstance(node, list):
        return set().union(*(_cited(item) for item in node))
    return set()
