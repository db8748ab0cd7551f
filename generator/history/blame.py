"""Which revision last set each value of a record: data are compared, never bytes.

A commit that only moves or formats the file sets nothing.  Where a version could not be read,
what comes behind it is compared with the last that could.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.history.commits import Commit
from generator.history.past import Edit
from generator.history.revisions import Revision
from generator.load import Document
from generator.model.paths import item_name

Seen = Callable[[Revision, Document], Mapping[str, Any] | None]
"""What may be seen of a record's data as of a revision; `None` if nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One value, and who last set it."""

    key: str
    """Its key path: keys and the names of list entries, and the language of a text."""
    value: Any
    """Text, number or truth value; an empty list or mapping."""
    revision: Revision | None
    """What set it on the published branch; `None` where no revision visibly did."""
    commit: Commit | None
    """The commit whose author set it: inside a merge, the one that last touched the file."""


def origins(
    life: Iterable[tuple[Revision, Edit]], now: Mapping[str, Any], seen: Seen
) -> Iterator[Origin]:
    """Each value of a record with its origin, in the record's order.

    Args:
        life: the revisions that touched the record, oldest first.
        now: its data, as far as they may be seen.
        seen: what could be seen of it before.
    """
    known: dict[str, tuple[Any, Revision, Commit]] = {}
    for revision, edit in life:
        if edit.after is None:
            known.clear()
        elif isinstance(edit.after, Document):
            values = dict(leaves(seen(revision, edit.after) or {}))
            commit = revision.author_of(edit.path)
            known = {
                key: before
                if (before := known.get(key)) and before[0] == value
                else (value, revision, commit)
                for key, value in values.items()
            }
    for key, value in leaves(now):
        found = known.get(key)
        if found and found[0] == value:
            yield Origin(key, value, found[1], found[2])
        else:
            yield Origin(key, value, None, None)


def leaves(data: Any, key: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain data
    """Every value of plain data that holds no other, with its key path; each path once."""
    if isinstance(data, Mapping) and data:
        for name, value in data.items():
            yield from leaves(value, f"{key}.{name}" if key else str(name))
    elif isinstance(data, list) and data:
        names: dict[str, int] = {}
        for index, item in enumerate(data):
            name = item_name(item, index)
            # Entries of one name are a finding; they are still two entries.
            names[name] = names.get(name, 0) + 1
            again = f"~{names[name]}" if names[name] > 1 else ""
            yield from leaves(item, f"{key}.{name}{again}")
    else:
        yield key, data
