"""Which record a person means by what they typed."""

from collections.abc import Sequence

from generator.checks.contract import closest
from generator.errors import PortalError
from generator.load import Document


def named(documents: Sequence[Document], name: str) -> Document:
    """The record of a name: an id, or `entity/id` where several have the id.

    Raises:
        PortalError: there is none, or there are several.
    """
    found = [each for each in documents if name in (each.id, f"{each.entity}/{each.id}")]
    if not found:
        if near := closest(name, [each.id for each in documents]):
            raise PortalError("record_unknown_near", id=name, suggestion=near)
        raise PortalError("record_unknown", id=name)
    if len(found) > 1:
        known = sorted(f"{each.entity}/{each.id}" for each in found)
        raise PortalError("record_ambiguous", id=name, known=", ".join(known))
    return found[0]
