from typing import Any

import pytest

from generator.model.dates import Date
from generator.model.partnership import frameworks_on
from tests import builders

STRATEGIC: dict[str, Any] = {"level": "strategic", "from_on": "2012-11-01"}
GREEN: dict[str, Any] = {"level": "green", "from_on": "2022", "to_on": "2024", "fields": ["energy"]}
COMPREHENSIVE: dict[str, Any] = {"level": "comprehensive", "from_on": "2023-09"}
PARTNER = builders.partner("xb", STRATEGIC, GREEN, COMPREHENSIVE)


@pytest.mark.parametrize(
    "on,levels",
    [
        ("2012-10-31", []),
        ("2012-11-01", ["strategic"]),
        ("2022-06-01", ["strategic"]),
        ("2022-12-31", ["green", "strategic"]),
        ("2023-09-15", ["green", "strategic"]),
        ("2023-09-30", ["green", "comprehensive"]),
        ("2023-09", ["green", "comprehensive"]),
        ("2024-12-31", ["green", "comprehensive"]),
        ("2025-01-01", ["comprehensive"]),
    ],
)
def test_a_framework_without_fields_ends_the_one_before_and_one_with_fields_runs_beside(
    on: str, levels: list[str]
) -> None:
    assert levels == [framework.level for framework in frameworks_on(PARTNER, Date.parse(on))]


def test_an_ended_framework_does_not_bring_back_the_one_before() -> None:
    ended = {**COMPREHENSIVE, "to_on": "2024-12-31"}
    assert () == frameworks_on(builders.partner("xb", STRATEGIC, ended), Date.parse("2025"))


def test_a_framework_without_a_beginning_has_always_been() -> None:
    old = builders.partner("xb", {"level": "traditional"})
    assert ["traditional"] == [entry.level for entry in frameworks_on(old, Date.parse("1950"))]
