import pytest

from generator.metrics.scope import DIMENSIONS, EVERYTHING, NOT_KNOWN, Scope, groups, select
from tests.builders import commitment, merged, snapshot

FOUND = snapshot(
    "2025-06-01",
    merged("old", "new", "2025-03-01"),
    commitment(
        "a",
        signed_on="2024-01-01",
        lead_agency="old",
        partners=[{"partner": "xb"}, {"partner": "xc"}],
    ),
    commitment("b", signed_on="2025-04-01", field="health", instrument_kind="mou"),
)


@pytest.mark.parametrize(
    "by,expected",
    [
        ("field", {"energy": ["a"], "health": ["b"]}),
        ("kind", {"agreement": ["a"], "mou": ["b"]}),
        ("partner", {"xb": ["a", "b"], "xc": ["a"]}),
        ("agency_then", {NOT_KNOWN: ["b"], "old": ["a"]}),
        ("agency_now", {"new": ["a"], NOT_KNOWN: ["b"]}),
    ],
)
def test_commitments_are_grouped_by_each_dimension(by: str, expected: dict[str, list[str]]) -> None:
    found = groups(FOUND, by)
    assert expected == {code: [each.id for each in members] for code, members in found.items()}
    assert list(found) == sorted(found)
    assert by in DIMENSIONS


def test_a_scope_selects_all_or_one_group() -> None:
    assert ["a", "b"] == [each.id for each in select(FOUND, EVERYTHING)]
    assert ["b"] == [each.id for each in select(FOUND, Scope("field", "health"))]
    assert () == select(FOUND, Scope("field", "labour"))


def test_an_unknown_dimension_is_refused() -> None:
    with pytest.raises(KeyError):
        groups(FOUND, "colour")
