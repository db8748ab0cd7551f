"""What an edition may tell of single records as they were, one after the other.

As in `past`, the policy of then and today's both have to allow it; but here a registry is not
there as a whole: a record is told if it is shown today, by what it may show today.  What the
registry no longer holds has no policy of today, and no public past.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from generator.edition.admission import admit
from generator.edition.allow_list import allow_list
from generator.edition.past import DECIDING, tightened
from generator.edition.plan import Plan
from generator.edition.redaction import Redaction, is_internal
from generator.edition.withholding import Mark
from generator.load import Document
from generator.model import paths
from generator.model.dates import Date
from generator.schema import schemas

Data = Mapping[str, Any]


class Hindsight:
    """The past as one edition sees it today."""

    def __init__(self, today: Sequence[Document], edition: str, as_of: date) -> None:
        """The edition of a registry.

        Args:
            today: the sound documents of today.
            edition: `internal` sees all; anything else is the public edition.
            as_of: the day that is today.
        """
        self._sees_all = edition == "internal"
        admitted = admit(today, edition, as_of)
        self._known = admitted.known
        self.shown = frozenset((each.entity, each.id) for each in admitted.documents)
        """Entity and id of each record that the edition shows today."""
        self._today = {(each.entity, each.id): each.data for each in today}
        self._policy_of_today = policy_of(today)
        self._plans: dict[str, Plan] = {}
        self.embargoes = {
            (each.entity, each.id): Date.parse(each.data["public_from_on"]).last
            for each in today
            if "public_from_on" in each.data and (each.entity, each.id) in self.shown
        }
        """The last days of embargoes that have ended: when the public came to know a record."""

    @property
    def digest(self) -> str:
        """What everything that is told depends on, beside the past itself."""
        told = [] if self._sees_all else [self._marks, self._policy_of_today, sorted(self._known)]
        content = msgspec.json.encode([self._sees_all, told], order="sorted")
        return hashlib.sha256(content).hexdigest()

    @property
    def _marks(self) -> Mapping[str, Any]:
        """What the records of today hide, by entity and id."""
        return {
            "/".join(name): found
            for name, data in self._today.items()
            if _may_hide(data) and (found := _hidden(data)) is not None
        }

    def seen(self, document: Document, policy: Sequence[Mark], day: date) -> Data | None:
        """What a record's text of the past tells; `None` if nothing of it is.

        Args:
            document: as it was; it need not have been sound.
            policy: the publisher's `withhold` of that day.
            day: when it said so.
        """
        if self._sees_all:
            return document.data
        if (document.entity, document.id) not in self.shown:
            return None
        try:
            return self._redacted(document, policy, day)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None  # What was never sound was never shown.

    def _redacted(self, document: Document, policy: Sequence[Mark], day: date) -> Data | None:
        if schemas().violations(document.entity, document.data):
            return None
        data = tightened(document.data, self._today[document.entity, document.id])
        embargo = data.get("public_from_on")
        if is_internal(data) or (embargo is not None and not Date.parse(embargo).has_come(day)):
            return None
        entity = document.entity
        allowed = allow_list().get(entity, {})
        if entity not in self._plans:
            self._plans[entity] = Plan.of(entity, allowed, schemas().shape(entity))
        rules = [mark for mark in (*policy, *self._policy_of_today) if mark.get("entity") == entity]
        redaction = Redaction(
            replace(document, data=data), allowed, self._plans[entity], rules, self._known
        )
        return redaction.data


def policy_of(documents: Sequence[Document]) -> list[Mark]:
    """The publisher's own `withhold`."""
    return [
        mark
        for document in documents
        if document.entity == "registry"
        for mark in document.data.get("withhold", ())
    ]


def _may_hide(data: Data) -> bool:
    """Whether a record has one of the deciding keys, or a value of that name: told at once."""
    encoded = msgspec.json.encode(data)
    return any(f'"{key}"'.encode() in encoded for key in DECIDING)


def _hidden(node: Any) -> Any:  # noqa: ANN401 - plain data
    """What of a record decides on who may see what, by where it stands; `None` if nothing does."""
    if isinstance(node, dict):
        found = {key: node[key] for key in DECIDING if key in node}
        found |= {
            key: below
            for key, value in node.items()
            if key not in DECIDING and (below := _hidden(value)) is not None
        }
        return found or None
    if isinstance(node, list):
        entries = [(paths.item_name(item, at), _hidden(item)) for at, item in enumerate(node)]
        return [entry for entry in entries if entry[1] is not None] or None
    return None
