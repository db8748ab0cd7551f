"""Which commitments a figure is about: all, or those of an agency, partner, field or kind."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.metrics.snapshot import Snapshot, Standing

NOT_KNOWN = "not_known"
"""The group of commitments that have no code of a dimension; no agency id has an underscore."""

_CODES: Mapping[str, Callable[[Standing], Sequence[str]]] = {
    "field": lambda standing: (standing.commitment.field,),
    "kind": lambda standing: (standing.commitment.instrument_kind,),
    "partner": lambda standing: [party.partner for party in standing.commitment.partners],
    "agency_then": lambda standing: [standing.commitment.lead_agency or NOT_KNOWN],
    "agency_now": lambda standing: standing.responsible.agencies or (NOT_KNOWN,),
}
DIMENSIONS = tuple(_CODES)
"""What commitments can be grouped by; `then` is who signed, `now` who is responsible."""


@dataclass(frozen=True, slots=True)
class Scope:
    """All commitments, or those that have a code of a dimension."""

    by: str = "all"
    code: str = ""


EVERYTHING = Scope()


def groups(snapshot: Snapshot, by: str) -> Mapping[str, tuple[Standing, ...]]:
    """Code to its commitments, in the order of codes; one with two partners is in two groups.

    Raises:
        KeyError: there is no such dimension.
    """
    if by not in snapshot.grouped:
        found: dict[str, list[Standing]] = defaultdict(list)
        for standing in snapshot.standings.values():
            for code in dict.fromkeys(_CODES[by](standing)):
                found[code].append(standing)
        snapshot.grouped[by] = {code: tuple(found[code]) for code in sorted(found)}
    return snapshot.grouped[by]


def select(snapshot: Snapshot, scope: Scope = EVERYTHING) -> tuple[Standing, ...]:
    """The commitments of a scope, in the order of ids.

    Raises:
        KeyError: there is no such dimension.
    """
    if scope == EVERYTHING:
        return tuple(snapshot.standings.values())
    return groups(snapshot, scope.by).get(scope.code, ())
