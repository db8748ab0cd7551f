"""Reporting compliance: who owed a report for a period, and whether it came in time.

A report is owed for each active commitment by each agency that was responsible for it on the
period's last day, unless agencies of its kind owe none or nothing was left to deliver.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from generator.metrics.contract import Figure, Metric, Unit, unique
from generator.metrics.snapshot import Snapshot, Standing
from generator.model import states
from generator.model.dates import Date, Period
from generator.model.entities import Commitment

DUE = Metric("reports_due", Unit.REPORTS)
ON_TIME = Metric("reports_on_time", Unit.REPORTS)
LATE = Metric("reports_late", Unit.REPORTS)
MISSING = Metric("reports_missing", Unit.REPORTS)
AWAITED = Metric("reports_awaited", Unit.REPORTS)
RATE = Metric("reporting_rate", Unit.SHARE)
METRICS = (DUE, ON_TIME, LATE, MISSING, AWAITED, RATE)

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class OwedReport:
    """One report that an agency owed on a commitment for a period."""

    commitment: str
    agency: str
    period: Period
    deadline: date
    state: str
    """`on_time`, `late`, `missing`, or `awaited` while the deadline has not passed."""
    uncertain: bool
    """It may have been in time: its day is not known closely enough."""


def period_of(cycle: str, day: date) -> Period:
    """The reporting period of a cycle (`month`, `quarter`, `half_year`, `year`) that holds a day.

    Raises:
        KeyError: there is no such cycle.
    """
    months = _MONTHS[cycle]
    first = (day.month - 1) // months * months + 1
    text = {
        "month": f"{day.year}-{first:02}",
        "quarter": f"{day.year}-Q{(first + 2) // 3}",
        "half_year": f"{day.year}-{first:02}..{day.year}-{first + 5:02}",
        "year": f"{day.year}",
    }[cycle]
    return Period.parse(text)


def reporting_periods(snapshot: Snapshot) -> tuple[Period, ...]:
    """The periods that reports are owed for, oldest first: those that are over."""
    reporting = snapshot.registry.settings.reporting
    found: list[Period] = []
    period = period_of(reporting.cycle, reporting.first_period.first)
    while period.last < snapshot.as_of:
        found.append(period)
        period = period_of(reporting.cycle, period.last + timedelta(days=1))
    return tuple(found)


def owed_reports(
    snapshot: Snapshot, standings: Sequence[Standing], period: Period
) -> tuple[OwedReport, ...]:
    """Every report owed for a period, by commitment and agency."""
    deadline = period.last + timedelta(days=snapshot.registry.settings.reporting.days_allowed)
    as_of, reports = snapshot.as_of, cache(partial(_reports, snapshot))
    return tuple(
        OwedReport(standing.id, agency, period, deadline, *_judged(as_of, report, deadline))
        for standing in standings
        if _owes(standing.commitment, period)
        for agency in _responsible(standing, period.last)
        if reports(agency)
        for report in [_report(as_of, standing, agency, period)]
    )


def compliance(
    snapshot: Snapshot, standings: Sequence[Standing], period: Period
) -> Mapping[str, Figure]:
    """Reports due, on time, late, missing and awaited, and the share on time, by metric name."""
    return tally(owed_reports(snapshot, standings, period))


def tally(owed: Sequence[OwedReport]) -> Mapping[str, Figure]:
    """The figures of some owed reports, such as those of one agency."""
    figures = {DUE.name: _count(DUE, owed)}
    for metric in (ON_TIME, LATE, MISSING, AWAITED):
        state = metric.name.removeprefix("reports_")
        figures[metric.name] = _count(metric, [entry for entry in owed if entry.state == state])
    closed = [entry for entry in owed if entry.state != "awaited"]
    kept = [entry for entry in closed if entry.state == "on_time"]
    figures[RATE.name] = Figure(
        RATE,
        len(kept) / len(closed) if closed else None,
        unique(entry.commitment for entry in kept),
        unique(entry.commitment for entry in closed),
        unique(entry.commitment for entry in closed if entry.uncertain),
    )
    return figures


def _count(metric: Metric, owed: Sequence[OwedReport]) -> Figure:
    return Figure(
        metric,
        len(owed),
        unique(entry.commitment for entry in owed),
        left_out=unique(entry.commitment for entry in owed if entry.uncertain),
    )


def _owes(commitment: Commitment, period: Period) -> bool:
    if not states.is_active(commitment, period.last):
        return False
    if all(update.delivery_status not in states.FINISHED for update in commitment.updates):
        return True
    before = states.delivery(commitment.updates, period.first - timedelta(days=1))
    return before.status not in states.FINISHED


def _responsible(standing: Standing, day: date) -> Sequence[str]:
    """Who certainly holds an active commitment on a day."""
    if standing.trail.certain:
        return standing.trail.on(day).agencies
    lead = standing.commitment.lead_agency
    return (lead,) if lead else ()


def _reports(snapshot: Snapshot, agency: str) -> bool:
    known = snapshot.registry.agencies.get(agency)
    kinds = snapshot.registry.codes.get("agency-kinds", {})
    return known is None or known.kind not in kinds or kinds[known.kind].reports


def _report(as_of: date, standing: Standing, agency: str, period: Period) -> Date | None:
    """When the first report of an agency that covers the period came, by a day."""
    days = [
        update.reported_on
        for update in standing.commitment.updates
        if update.reported_on is not None
        and update.reported_on.has_come(as_of)
        and update.period is not None
        and update.period.first <= period.first
        and period.last <= update.period.last
        and _answers(standing, update.reported_by, agency, update.reported_on)
    ]
    return min(days, default=None)


def _answers(standing: Standing, reporter: str | None, agency: str, on: Date) -> bool:
    """Whether a report counts for an agency: its own, or its heirs' once it is not responsible.

    An agency that ended with the period cannot report any more.
    """
    responsible = standing.trail.on(on.last).agencies
    return reporter == agency or (agency not in responsible and reporter in responsible)


def _judged(as_of: date, report: Date | None, deadline: date) -> tuple[str, bool]:
    if report is None:
        return ("missing" if deadline < as_of else "awaited"), False
    if report.has_come(deadline):
        return "on_time", False
    return "late", report.may_have_come(deadline)
