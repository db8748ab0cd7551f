"""What a metric is, and what a figure must carry so that a reader can check it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts in: decides how its value is written."""

    RECORDS = "records"
    RATIO = "ratio"
    SHARE = "share"
    """From 0 to 1, written as a percentage."""
    DAYS = "days"
    REPORTS = "reports"
    DIFFICULTIES = "difficulties"
    RECOMMENDATIONS = "recommendations"
    INSTRUCTIONS = "instructions"
    FRAMEWORKS = "frameworks"


@dataclass(frozen=True, slots=True)
class Metric:
    """The definition of a figure; its words stand in the catalogue, in every language."""

    name: str
    unit: Unit

    @property
    def title(self) -> str:
        """The key of its name."""
        return f"metric.{self.name}.title"

    @property
    def formula(self) -> str:
        """The key of its exact formula, in words."""
        return f"metric.{self.name}.formula"

    @property
    def missing(self) -> str:
        """The key of how missing and uncertain values are treated."""
        return f"metric.{self.name}.missing"

    @property
    def unit_text(self) -> str:
        """The key of its unit's name."""
        return f"metric.{self.name}.unit"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a metric with the records behind it.

    `records` and the others hold ids, each once, in order: of commitments, or of what the
    metric says that it counts over (reviews, partners).
    """

    metric: Metric
    value: float | None
    """`None`: nothing to count over, or not reached."""
    records: tuple[str, ...] = ()
    """The records that the value counts."""
    of: tuple[str, ...] = ()
    """For a share or a ratio: the records that it is a share of, or is compared with."""
    left_out: tuple[str, ...] = ()
    """Records that may belong to it: their date is not known closely enough."""


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Each id once, in the order of its first appearance."""
    return tuple(dict.fromkeys(ids))
