"""What the public edition of the invented registry hides, and that registry with other secrets."""

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.edition import Admitted, admit
from generator.load import Document
from generator.model import paths
from generator.schema import Leaf, schemas
from tests.tools.registries import AS_OF, leaves, valmora

DECISIONS = {"visibility", "ground", "silent", "public_from_on", "key", "entity", "id"}
"""Keys that say what is hidden, and how: to change them is to change what is shown."""

OTHER_VALUES: Mapping[str, Callable[[Any], Any]] = {
    "text": lambda text: f"Other {text}",
    "string": lambda text: f"{text}-other",
    "url": lambda text: f"{text}/other",
    "date": lambda _: "2031-05-06",
    "period": lambda _: "2031",
    "number": lambda number: number + 1,
    "percent": lambda number: number / 2,
    "any": lambda _: "Other",
}


def admitted(documents: Sequence[Document] | None = None) -> Admitted:
    return admit(documents or valmora(), "public", AS_OF)


PUBLIC = {(document.entity, document.id): document for document in admitted().documents}


def hidden_leaves(document: Document) -> list[Leaf]:
    """The values of a record that the public edition does not show, texts by their languages."""
    public = PUBLIC.get((document.entity, document.id))
    shown: set[str] = set()
    if public:
        shown = {paths.key_path(public.data, place) for place, _ in leaves(public.data)}
    return [
        Leaf((*leaf.path, *place), value, leaf.shape)
        for leaf in schemas().leaves(document.entity, document.data)
        for place, value in leaves(leaf.value)
        if paths.key_path(document.data, (*leaf.path, *place)) not in shown
    ]


def changed(document: Document) -> Document:
    """A document in which every hidden value is another."""
    data: Any = copy.deepcopy(document.data)
    for leaf in hidden_leaves(document):
        if leaf.shape.type in OTHER_VALUES and leaf.path[-1] not in DECISIONS:
            holder = data
            for step in leaf.path[:-1]:
                holder = holder[step]
            holder[leaf.path[-1]] = OTHER_VALUES[leaf.shape.type](leaf.value)
    return replace(document, data=data)


def without_silent() -> list[Document]:
    """The registry less the records that are hidden in silence."""
    return [
        document
        for document in valmora()
        if (document.entity, document.id) in PUBLIC or not document.data.get("silent", False)
    ]


def without_hidden() -> list[Document]:
    """The registry less all hidden records."""
    return [document for document in valmora() if (document.entity, document.id) in PUBLIC]
