"""Documents as filed, from as little as a test of the edition has to say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.edition import admit
from generator.load import Document
from generator.schema import schemas
from generator.write import canonical

Plain = Mapping[str, Any]

AS_OF = date(2026, 1, 31)
WORDS = {"en": "Words"}
SOURCE = {"id": "gazette", "document": "1/2021"}
REQUIRED: Mapping[str, Plain] = {
    "registry": {
        "title": WORDS,
        "publisher": WORDS,
        "country": "XA",
        "coordinating_agency": "coordinator",
        "site_address": "https://example.org/",
        "time_zone": "UTC",
        "languages": ["en"],
        "terms": [{"id": "term", "title": WORDS, "from_on": "2021"}],
        "reporting": {"cycle": "quarter", "days_allowed": 15, "first_period": "2025-Q1"},
        "limits": {"stale_days": 180, "assignment_days": 30},
        "licence": "CC-BY-4.0",
    },
    "vocabularies": {"codes": [{"code": "one", "label": WORDS, "order": 1}]},
    "agencies": {"name": WORDS, "kind": "ministry", "sources": [SOURCE]},
    "partners": {"name": WORDS, "kind": "country", "sources": [SOURCE]},
    "activities": {"title": WORDS, "kind": "summit", "sources": [SOURCE]},
    "commitments": {
        "title": WORDS,
        "basis": "signed",
        "instrument_kind": "treaty",
        "signed_on": "2025-01-01",
        "partners": [{"partner": "neighbour"}],
        "field": "energy",
        "sources": [SOURCE],
    },
    "reviews": {"title": WORDS, "kind": "review", "held_on": "2025-02-01", "sources": [SOURCE]},
    "programmes": {
        "title": WORDS,
        "issued_by": "coordinator",
        "period": "2025",
        "tasks": [{"id": "t1", "number": 1, "kind": "action", "title": WORDS}],
        "sources": [SOURCE],
    },
    "statements": {"metric": "new", "value": 1, "period": "2025", "sources": [SOURCE]},
}


def filed(entity: str, identifier: str, folder: str = "coordinator", **keys: Any) -> Document:  # noqa: ANN401 - plain data
    """A sound document; `folder` is the agency that a commitment is filed under."""
    data = {"schema_version": 1, "id": identifier, **REQUIRED[entity], **keys}
    assert () == schemas().violations(entity, data)
    path = {
        "registry": "registry.yml",
        "commitments": f"commitments/{folder}/{identifier}.yml",
    }.get(entity, f"{entity}/{identifier}.yml")
    return Document(path, entity, identifier, data, canonical(data, schemas().shape(entity), ()))


def commitment(identifier: str = "deal", **keys: Any) -> Document:  # noqa: ANN401 - plain data
    """A commitment with a partner that is always there."""
    return filed("commitments", identifier, **keys)


def shown(*documents: Document, **settings: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    """What the public edition shows of documents, by id.

    Settings, a coordinator and a partner stand beside them.
    """
    beside = [
        filed("registry", "registry", **settings),
        filed("agencies", "coordinator"),
        filed("partners", "neighbour"),
    ]
    return {
        document.id: document.data
        for document in admit([*beside, *documents], "public", AS_OF).documents
    }


def shown_deal(*documents: Document, **keys: Any) -> Any:  # noqa: ANN401 - plain data
    """What the public edition shows of one commitment."""
    return shown(commitment(**keys), *documents)["deal"]


def update(identifier: str, **keys: Any) -> Plain:  # noqa: ANN401 - plain data
    """A published fact."""
    return {
        "id": identifier,
        "state_on": "2025-06-30",
        "summary": {"en": f"Fact {identifier}"},
        "sources": ["gazette"],
        **keys,
    }


def amount(identifier: str, **keys: Any) -> Plain:  # noqa: ANN401 - plain data
    """A sum of money."""
    return {"id": identifier, "value": 5, "currency": "EUR", "what": WORDS, **keys}
