"""`portal stats` equals a count over the registry's files that was made in another way."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.commands.stats import command
from generator.cli.invocation import Invocation
from generator.metrics.delivery import STATUSES
from tests.unit.metrics.counting import count, span

AS_OF = "2026-06-30"


@pytest.fixture(scope="session")
def invocation(root: Path) -> Invocation:
    """The real registry, read and checked once for all quarters."""
    return Invocation(root / "registry", as_of=date.fromisoformat(AS_OF))


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
@pytest.mark.parametrize("year", range(2021, 2026))
def test_every_quarter_counts_the_same_both_ways(
    root: Path, invocation: Invocation, year: int, quarter: int
) -> None:
    options = ["--period", f"{year}-Q{quarter}", "--format", "json"]
    result = CliRunner().invoke(command, options, obj=invocation, catch_exceptions=False)
    assert 0 == result.exit_code
    counted = count(root / "registry", year, quarter, AS_OF)
    assert {
        "period": f"{year}-Q{quarter}",
        "as_of": AS_OF,
        "new": counted.new,
        "growth_ratio": counted.growth_ratio,
        "delivery": {**dict.fromkeys(STATUSES, 0), **counted.delivery},
        "overdue": counted.overdue,
        "stale": counted.stale,
        "not_reported": counted.not_reported,
        "left_out": counted.left_out,
    } == json.loads(result.stdout)


@pytest.mark.parametrize(
    "text,days",
    [
        ("2025-10-01", ("2025-10-01", "2025-10-01")),
        ("2025-10", ("2025-10-01", "2025-10-31")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-04-14..2025-05", ("2025-04-14", "2025-05-31")),
        ("..2025-05-22", ("0001-01-01", "2025-05-22")),
    ],
)
def test_the_other_way_reads_dates_rightly(text: str, days: tuple[str, str]) -> None:
    assert days == span(text)
