"""New commitments in a period, by the record's day, and how they grew against another."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.metrics.contract import Figure, Metric, Unit
from generator.metrics.snapshot import Standing
from generator.model.dates import Period

NEW = Metric("new_commitments", Unit.RECORDS)
GROWTH = Metric("growth_ratio", Unit.RATIO)
METRICS = (NEW, GROWTH)

BASES = ("signed", "adopted", "declared")


def new_commitments(standings: Sequence[Standing], period: Period, as_of: date) -> Figure:
    """Records whose day lies in the period and has come."""
    counted: list[str] = []
    left_out: list[str] = []
    for standing in standings:
        day = standing.commitment.day
        if day is None or not period.touches(day) or not day.may_have_come(as_of):
            continue
        certain = period.holds(day) and day.has_come(as_of)
        (counted if certain else left_out).append(standing.id)
    return Figure(NEW, len(counted), tuple(counted), left_out=tuple(left_out))


def new_by_basis(
    standings: Sequence[Standing], period: Period, as_of: date
) -> Mapping[str, Figure]:
    """New commitments for each basis: signed, adopted, declared."""
    return {
        basis: new_commitments(
            [standing for standing in standings if standing.commitment.basis == basis],
            period,
            as_of,
        )
        for basis in BASES
    }


def growth_ratio(
    standings: Sequence[Standing], period: Period, as_of: date, before: Period | None = None
) -> Figure:
    """New in the period, divided by new in the same period a year before, or in `before`."""
    now = new_commitments(standings, period, as_of)
    then = new_commitments(standings, before or period.year_before(), as_of)
    ratio = len(now.records) / len(then.records) if then.records else None
    left_out = tuple(sorted({*now.left_out, *then.left_out}))
    return Figure(GROWTH, ratio, now.records, then.records, left_out)
