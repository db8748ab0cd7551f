"""A typed change: one thing that happened to a record, and the event that brought it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.changes.differences import ABSENT, Names
from generator.model.entities import Text


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a record.

    `key` is the path of what changed, empty for the record itself; `place` the same with `*` for
    items.  `before` and `after` are plain data, or `ABSENT`.
    """

    kind: str
    entity: str
    id: str
    key: str = ""
    place: Names = ()
    before: Any = ABSENT
    after: Any = ABSENT
    reason: Text | None = None
    item: Any = ABSENT
    """The nearest list item that the place lies in: what the change is about."""


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval: by which office, and in the internal edition by whom.

    `counts` is false for what only the change itself says.
    """

    office: str
    person: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Event:
    """What one revision did to one record.

    `office` is an agency's id, empty where it is not known.  `person`, `commit` and `pull` (the
    number of the pull request) are empty in an edition that may not tell them.
    """

    at: datetime
    entity: str
    id: str
    office: str = ""
    person: str = ""
    commit: str = ""
    pull: str = ""
    approvals: tuple[Approved, ...] = ()
    changes: tuple[Change, ...] = ()
