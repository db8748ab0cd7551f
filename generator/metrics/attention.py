"""What needs attention: commitments that are late, silent, unassigned, at risk or nobody's."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.delivery import uncertain
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.states import due_on

OVERDUE = Metric("overdue", Unit.RECORDS)
STALE = Metric("stale", Unit.RECORDS)
NOT_REPORTED = Metric("not_reported", Unit.RECORDS)
ASSIGNMENT_NOT_REPORTED = Metric("assignment_not_reported", Unit.RECORDS)
AT_RISK = Metric("at_risk", Unit.RECORDS)
NO_AGENCY = Metric("no_agency", Unit.RECORDS)
METRICS = (OVERDUE, AT_RISK, STALE, NOT_REPORTED, ASSIGNMENT_NOT_REPORTED, NO_AGENCY)
"""The most pressing first."""


def attention(snapshot: Snapshot, standings: Sequence[Standing]) -> Mapping[str, Figure]:
    """Each of the counts by its name; a commitment may be in several."""
    not_active_for_sure = uncertain(standings, snapshot.as_of)
    also = {
        OVERDUE: [standing.id for standing in standings if _may_be_overdue(snapshot, standing)],
        STALE: [standing.id for standing in standings if _may_be_stale(snapshot, standing)],
    }
    figures: dict[str, Figure] = {}
    for metric in METRICS:
        ids = tuple(standing.id for standing in standings if getattr(standing, metric.name))
        left_out = tuple(sorted({*not_active_for_sure, *also.get(metric, ())}))
        figures[metric.name] = Figure(metric, len(ids), ids, left_out=left_out)
    return figures


def _may_be_overdue(snapshot: Snapshot, standing: Standing) -> bool:
    due = due_on(standing.commitment)
    return standing.open and due is not None and due.first < snapshot.as_of <= due.last


def _may_be_stale(snapshot: Snapshot, standing: Standing) -> bool:
    limit = snapshot.as_of - timedelta(days=snapshot.registry.settings.limits.stale_days)
    latest = standing.delivery.latest
    return (
        standing.open
        and latest is not None
        and latest.state_on.is_uncertain(limit - timedelta(days=1))
    )
