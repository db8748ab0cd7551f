"""What is left of a record must stand by itself: a public record is a valid record.

An entry whose essential key was withheld goes with it, and so does a record.  Only its
partners and its sources may be missing, since a reader understands a record without them.
"""

from typing import Any

from generator.schema import Violation, schemas

_DISPENSABLE = frozenset({"partners", "sources"})


def remove_fragments(entity: str, data: dict[str, Any]) -> bool:
    """Take out of a record's data what breaks the schema now that other things are gone.

    Returns:
        Whether the record itself still stands.
    """
    while broken := [
        violation for violation in schemas().violations(entity, data) if not _is_excused(violation)
    ]:
        first = broken[0]
        # A missing key breaks what it is missing from.
        place = first.path[:-1] if first.keyword == "required" else first.path
        if not place:
            return False
        _remove(data, place)
    return True


def _is_excused(violation: Violation) -> bool:
    return (
        violation.keyword == "required"
        and len(violation.path) == 1
        and violation.path[0] in _DISPENSABLE
    )


def _remove(data: dict[str, Any], path: tuple[str | int, ...]) -> None:
    """Remove a place, and the list or mapping around it if that is empty then."""
    holders: list[Any] = [data]
    for step in path[:-1]:
        holders.append(holders[-1][step])
    for holder, step in zip(reversed(holders), reversed(path), strict=True):
        del holder[step]
        if holder:
            return
