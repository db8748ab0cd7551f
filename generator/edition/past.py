"""What an edition shows of a registry as it was: by the policy of then, and by today's.

A past value is public only if both allow it.  So today's marks are laid on the records of
then, and these are admitted like any others: what was withheld later is withheld of the past.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.edition.admission import Admitted, admit
from generator.load import Document
from generator.model.paths import item_name

_JOINED = ("withheld", "withhold")
"""Lists of marks that hold if they stand in either record."""

_HIDING = ("visibility", "ground", "silent", "public_from_on")

DECIDING = frozenset({*_JOINED, *_HIDING})
"""The keys that decide who may see a record or an entry."""


def admit_past(
    documents: Sequence[Document], today: Iterable[Document], edition: str, as_of: date
) -> Admitted:
    """The documents that an edition shows of a past registry.

    Args:
        documents: sound documents of then.
        today: sound documents of now; what is not among them has only its own marks.
        edition: as of `admit`.
        as_of: the day that `public_from_on` is compared with.

    Raises:
        PortalError: the registry's own settings cannot be shown.
    """
    if edition == "internal":
        return admit(documents, edition, as_of)
    return admit(marked(documents, today), edition, as_of)


def marked(documents: Iterable[Document], today: Iterable[Document]) -> tuple[Document, ...]:
    """The documents of then, with what hides them or a part of them now."""
    now = {(each.entity, each.id): each.data for each in today}
    return tuple(
        replace(each, data=data) if data is not each.data else each
        for each in documents
        for data in [tightened(each.data, now.get((each.entity, each.id), {}))]
    )


def tightened(then: Mapping[str, Any], now: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record as it was, with what hides it or a part of it now; the same one if nothing does."""
    changed = {
        key: below
        for key, value in then.items()
        if key not in _JOINED and (below := _below(value, now.get(key))) is not value
    }
    for key in _JOINED:
        if marks := [mark for mark in now.get(key, ()) if mark not in then.get(key, ())]:
            changed[key] = [*then.get(key, ()), *marks]
    changed |= _hiding(then, now)
    record = {**then, **changed} if changed else then
    if now and "visibility" not in now and then.get("visibility") == "public":
        # Where entries are internal unless they say otherwise, they say so no longer.
        record = {key: value for key, value in record.items() if key != "visibility"}
    return record


def _hiding(then: Mapping[str, Any], now: Mapping[str, Any]) -> Mapping[str, Any]:
    """The keys that hide a record or an entry now, and did not then."""
    if now.get("visibility", "public") != "public" and then.get("visibility") != "internal":
        return {key: now[key] for key in _HIDING if key in now}
    if now.get("public_from_on", "") > then.get("public_from_on", ""):
        return {"public_from_on": now["public_from_on"]}
    return {}


def _below(then: Any, now: Any) -> Any:  # noqa: ANN401 - plain data
    if now is None or then == now:
        return then
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        return tightened(then, now)
    if isinstance(then, list) and isinstance(now, list):
        named = {item_name(item, at): item for at, item in enumerate(now)}
        items = [_below(item, named.get(item_name(item, at))) for at, item in enumerate(then)]
        kept = all(new is old for new, old in zip(items, then, strict=True))
        return then if kept else items
    return then
