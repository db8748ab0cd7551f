"""Counts the registry's files in another way than the generator does, which it does not import.

Dates are compared as text, padded to their first and last possible day: `2025-08` lies from
`2025-08-01` to `2025-08-31`, and no calendar is needed to see that it lies in the third quarter.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Span = tuple[str, str]
_DAY_OF = {"signed": "signed_on", "adopted": "adopted_on", "declared": "declared_on"}
_FINISHED = ("completed", "cancelled")


@dataclass(frozen=True)
class Counted:
    """The figures that `portal stats` gives, under the same names."""

    new: dict[str, int]
    growth_ratio: float | None
    delivery: dict[str, int]
    overdue: int
    stale: int
    not_reported: int
    left_out: list[str]


@cache
def records(registry: Path) -> dict[str, dict[str, Any]]:
    """Every commitment by the name of its file; all values are text."""
    found = {}
    for file in sorted(registry.glob("commitments/*/*.yml"), key=lambda file: file.stem):
        data = yaml.load(file.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - knows no tags
        if "moved_to" not in data and data.get("visibility") != "internal":
            found[file.stem] = data
    return found


def span(text: str) -> Span:
    """The first and the last possible day of a date, as text."""
    first, dots, last = text.partition("..")
    first, last = first or "0001", last if dots else first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def day_of(record: dict[str, Any]) -> Span | None:
    """The record's day: that of its basis, or the span over disputed ones."""
    key = _DAY_OF[record["basis"]]
    if key in record:
        return span(record[key])
    for dispute in record.get("disputed", []):
        if dispute["key"] == key:
            spans = [span(value["value"]) for value in dispute["values"]]
            return min(first for first, _ in spans), max(last for _, last in spans)
    return None


def count(registry: Path, year: int, quarter: int, as_of: str) -> Counted:
    """The statistics of a quarter, on a day."""
    found = records(registry)
    new, left_out = _new(found, year, quarter)
    before, _ = _new(found, year - 1, quarter)
    active = {
        name: record
        for name, record in found.items()
        if (day := day_of(record)) and day[1] <= as_of and not _ended(record, as_of)
    }
    delivery = Counter(_status(record, as_of) for record in active.values())
    open_ones = [each for each in active.values() if _status(each, as_of) not in _FINISHED]
    return Counted(
        {**{basis: new[basis] for basis in _DAY_OF}, "total": new.total()},
        new.total() / before.total() if before.total() else None,
        dict(delivery),
        sum(_due(record) < as_of for record in open_ones),
        sum(_is_stale(record, registry, as_of) for record in open_ones),
        delivery["not_reported"],
        left_out,
    )


def _new(
    found: dict[str, dict[str, Any]], year: int, quarter: int
) -> tuple[Counter[str], list[str]]:
    months = "|".join(f"{month:02}" for month in range(3 * quarter - 2, 3 * quarter + 1))
    inside = re.compile(rf"{year}-({months})-\d\d")
    new: Counter[str] = Counter()
    left_out = []
    for name, record in found.items():
        first, last = day_of(record) or ("9999", "")
        if inside.match(first) and inside.match(last):
            new[record["basis"]] += 1
        elif first <= f"{year}-{3 * quarter:02}-31" and last >= f"{year}-{3 * quarter - 2:02}-01":
            left_out.append(name)
    return new, left_out


def _ended(record: dict[str, Any], as_of: str) -> bool:
    return "ended_on" in record and span(record["ended_on"])[1] <= as_of


def _updates(record: dict[str, Any], as_of: str) -> list[dict[str, Any]]:
    known = [each for each in record.get("updates", []) if span(each["state_on"])[1] <= as_of]
    corrected = [each.get("corrects") for each in known]
    return sorted(
        (each for each in known if each["id"] not in corrected),
        key=lambda each: span(each["state_on"])[1],
    )


def _status(record: dict[str, Any], as_of: str) -> str:
    updates = _updates(record, as_of)
    stated = [each["delivery_status"] for each in updates if "delivery_status" in each]
    return stated[-1] if stated else "not_stated" if updates else "not_reported"


def _due(record: dict[str, Any]) -> str:
    due = record.get("implementation", {}).get("to_on")
    return span(due)[1] if due else "9999"


def _is_stale(record: dict[str, Any], registry: Path, as_of: str) -> bool:
    settings = (registry / "registry.yml").read_text(encoding="utf-8")
    (days,) = re.findall(r"^  stale_days: (\d+)$", settings, re.MULTILINE)
    limit = (date.fromisoformat(as_of) - timedelta(days=int(days))).isoformat()
    updates = _updates(record, as_of)
    return bool(updates) and span(updates[-1]["state_on"])[1] < limit
