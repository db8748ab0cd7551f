"""How far implementation is: active commitments by delivery status."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.snapshot import Standing

DELIVERY = Metric("delivery", Unit.RECORDS)
METRICS = (DELIVERY,)

STATUSES = (
    "completed",
    "substantial",
    "in_progress",
    "not_started",
    "suspended",
    "cancelled",
    "not_stated",
    "not_reported",
)
"""In the order in which they are shown: what updates state, then what they do not."""


def delivery(standings: Sequence[Standing], as_of: date) -> Mapping[str, Figure]:
    """Active commitments for each status; together they are all that are active."""
    found: dict[str, list[str]] = {status: [] for status in STATUSES}
    for standing in standings:
        if standing.active:
            found[standing.status].append(standing.id)
    left_out = uncertain(standings, as_of)
    return {
        status: Figure(DELIVERY, len(ids), tuple(ids), left_out=left_out)
        for status, ids in found.items()
    }


def uncertain(standings: Sequence[Standing], as_of: date) -> tuple[str, ...]:
    """Commitments that may be active: whether their day has come cannot be told."""
    return tuple(
        standing.id
        for standing in standings
        if (day := standing.commitment.day) is not None and day.is_uncertain(as_of)
    )
