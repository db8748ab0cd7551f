"""How long things take when some have not happened yet: the Kaplan-Meier estimate.

What is still open is *censored*: it says that the time is at least so long.  Dropping it would
make whoever is slowest look fast.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """A time in days: until the event, or, while `open`, at least so long."""

    days: int
    open: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the curve: on day `days`, `events` of the `at_risk` that had lasted so long."""

    days: int
    at_risk: int
    events: int
    remaining: float
    """The estimated share for which the event takes longer than `days`."""


def curve(spells: Iterable[Spell]) -> tuple[Step, ...]:
    """The Kaplan-Meier estimator of the survival function, one step per day with events.

    S(t) is the product over all event days t_i <= t of (1 - d_i / n_i), where d_i events happened
    on day t_i and n_i spells had neither ended nor been censored before t_i (E. L. Kaplan and
    P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
    Statistical Association 53 (1958), 457-481).  A spell censored on an event day still counts
    as at risk on that day, as is the convention of the paper.
    """
    ordered = sorted(spells)
    at_risk, remaining = len(ordered), 1.0
    steps: list[Step] = []
    for days, group in groupby(ordered, key=lambda spell: spell.days):
        members = list(group)
        events = sum(not spell.open for spell in members)
        if events:
            remaining *= 1 - events / at_risk
            steps.append(Step(days, at_risk, events, remaining))
        at_risk -= len(members)
    return tuple(steps)


def median(steps: Iterable[Step]) -> int | None:
    """The smallest time by which at least half have happened; `None` if that is not reached.

    Products of fractions are not exact: half is half within a billionth.
    """
    half = 0.5 + 1e-9
    return next((step.days for step in steps if step.remaining <= half), None)
