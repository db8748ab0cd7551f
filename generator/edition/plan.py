"""What the allow-list and the schema say of each place in an entity's records, put together once.

Thousands of records are filled from one plan; asking both again at each value takes three
times as long.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.edition.allow_list import rule_below
from generator.edition.withholding import Keys
from generator.schema import Shape

_OPT_IN = frozenset({("activities", "proposals")})
"""Entries that are internal unless they say `visibility: public`: not yet negotiated in public."""

_POINTERS = frozenset({"ref", "source_ref"})


def default_visibility(entity: str, place: Keys) -> str:
    """The visibility of an entry of the list at a place that does not state its own."""
    return "internal" if (entity, *place[-1:]) in _OPT_IN else "public"


@dataclass(frozen=True, slots=True)
class Plan:
    """One place in every record of an entity."""

    place: Keys
    shape: Shape
    is_shown: bool
    """Whether a single value is shown that means something."""
    is_plain: bool
    """Whether it is shown whatever it is: it points to nothing."""
    is_text: bool
    required: frozenset[str]
    visibility: str
    """That of an entry which does not state its own."""
    keys: Mapping[str, "Plan"]
    """The keys that are shown below."""
    items: "Plan | None"
    local: tuple[str, ...]
    """The keys of a list's entries that point to another entry of the same list."""

    @classmethod
    def of(cls, entity: str, rule: object, shape: Shape, place: Keys = ()) -> "Plan":
        """The plan of a place.

        Args:
            entity: whose records.
            rule: what the allow-list says of the place.
            shape: what the schema says of it.
            place: its keys from the top.
        """
        keys = {
            key: cls.of(entity, allowed, below, (*place, key))
            for key, below in shape.keys.items()
            if (allowed := rule_below(rule, key)) is not None
        }
        # What no schema knows has no meaning: it may be a list, but nothing of it is shown.
        items = cls.of(entity, rule, shape.items, place) if shape.items else None
        return cls(
            place,
            shape,
            is_shown=rule is True and bool(shape.type),
            is_plain=rule is True and bool(shape.type) and shape.type not in _POINTERS,
            is_text=shape.type == "text",
            required=shape.required,
            visibility=default_visibility(entity, place),
            keys=keys,
            items=items,
            local=_local(shape.items),
        )


def _local(entries: Shape | None) -> tuple[str, ...]:
    keys = entries.keys.items() if entries else ()
    return tuple(
        key for key, below in keys if key != "id" and below.type in {"item_id", "source_ref"}
    )
