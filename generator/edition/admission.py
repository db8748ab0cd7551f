"""Fills the public edition's documents from the registry's.

A record that is not shown takes with it what points to it, and that may take further
records: the edition is filled again until nothing it shows points outside.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.edition.allow_list import allow_list
from generator.edition.plan import Plan
from generator.edition.redaction import Known, Redaction, is_internal
from generator.edition.withholding import Mark
from generator.errors import PortalError
from generator.load import Document
from generator.model.dates import Date
from generator.schema import schemas


@dataclass(frozen=True, slots=True)
class Admitted:
    """The documents of an edition, and how many records it withholds, by entity and ground.

    The ground is empty where none is given.  Records whose withholding is silent are not
    counted.
    """

    documents: tuple[Document, ...]
    withheld: Mapping[tuple[str, str], int]
    known: Known = frozenset()
    """What the edition shows."""
    asked: tuple[Known, ...] = ()
    """Of each document the names that it depends on: whether the edition shows them."""


def admit(
    documents: Sequence[Document], edition: str, as_of: date, beside: Known = frozenset()
) -> Admitted:
    """The documents that an edition shows.

    Args:
        documents: sound documents: they passed the schema and the calendar check.
        edition: `internal` shows all; anything else is the public edition.
        as_of: the day that `public_from_on` is compared with.
        beside: what the edition shows for certain besides these.

    Raises:
        PortalError: the registry's own settings cannot be shown.
    """
    if edition == "internal":
        return Admitted(tuple(documents), {}, asked=(frozenset(),) * len(documents))
    shown = [document for document in documents if _is_public(document, as_of)]
    redactions, known = _redactions(shown, beside)
    kept_back = [
        *(
            (document.entity, str(document.data.get("ground", "")))
            for document in documents
            if not _is_public(document, as_of) and not document.data.get("silent", False)
        ),
        *(
            (document.entity, redaction.ground)
            for document, redaction in zip(shown, redactions, strict=True)
            if redaction.data is None and redaction.ground is not None
        ),
    ]
    asked = tuple(
        frozenset(redaction.asked) for redaction in redactions if redaction.data is not None
    )
    return Admitted(tuple(_filed(shown, redactions)), Counter(kept_back), known, asked)


def _is_public(document: Document, as_of: date) -> bool:
    """Whether a record lets itself be shown; `internal` holds after an embargo has ended, too."""
    embargo = document.data.get("public_from_on")
    return not is_internal(document.data) and (
        embargo is None or Date.parse(embargo).has_come(as_of)
    )


def _redactions(documents: Sequence[Document], beside: Known) -> tuple[list[Redaction], Known]:
    """Each document's redaction, and what is shown then."""
    policies: dict[str, list[Mark]] = defaultdict(list)
    for document in documents:
        if document.entity == "registry":
            for mark in document.data.get("withhold", ()):
                policies[mark["entity"]].append(mark)
    lists = {document.entity: allow_list().get(document.entity, {}) for document in documents}
    plans = {
        entity: Plan.of(entity, allowed, schemas().shape(entity))
        for entity, allowed in lists.items()
    }
    known = beside.union(name for each in documents for name in _names(each, each.data))

    def redacted(document: Document) -> Redaction:
        entity = document.entity
        return Redaction(document, lists[entity], plans[entity], policies[entity], known)

    redactions = [redacted(document) for document in documents]
    while True:
        after = beside.union(
            name
            for document, redaction in zip(documents, redactions, strict=True)
            if redaction.data is not None
            for name in _names(document, redaction.data)
        )
        if after == known:
            return redactions, known
        # Only who asked for what is no longer there can be shown otherwise.
        lost, known = known - after, after
        redactions = [
            redaction if redaction.asked.isdisjoint(lost) else redacted(document)
            for document, redaction in zip(documents, redactions, strict=True)
        ]


def _names(document: Document, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What other records may point to in a document of such data."""
    yield document.entity, document.id
    if document.entity == "reviews":
        for item in data.get("instructions", ()):
            if not is_internal(item):
                yield "instructions", f"{document.id}/{item['id']}"
    elif (document.entity, document.id) == ("vocabularies", "agency-kinds"):
        for code in data["codes"]:
            yield from (("groups", group) for group in code.get("groups", ()))


def _filed(documents: Sequence[Document], redactions: Sequence[Redaction]) -> Iterator[Document]:
    """The documents as redacted, at paths that name no agency which is not shown.

    A commitment's folder is its lead agency as first filed.

    Raises:
        PortalError: the registry's own settings are not among them.
    """
    shown = [
        (document, redaction.data)
        for document, redaction in zip(documents, redactions, strict=True)
        if redaction.data is not None
    ]
    settings = next((data for document, data in shown if document.entity == "registry"), None)
    if settings is None:
        raise PortalError("settings_withheld")
    agencies = {document.id for document, _ in shown if document.entity == "agencies"}
    for document, data in shown:
        path = document.path
        if document.entity == "commitments":
            folder, agency, file = path.split("/")
            lead_is_hidden = "lead_agency" in document.data and "lead_agency" not in data
            if lead_is_hidden or agency not in agencies:
                path = f"{folder}/{settings['coordinating_agency']}/{file}"
        yield replace(document, path=path, data=data, content=b"")
