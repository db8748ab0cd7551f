import pytest

from generator.metrics.new import growth_ratio, new_by_basis, new_commitments
from generator.model.dates import Period
from tests.builders import commitment, day, snapshot, standings

AS_OF = day("2026-01-01")
FOUND = standings(
    snapshot(
        "2026-01-01",
        commitment("adopted", basis="adopted", adopted_on="2025-09"),
        commitment("between", signed_on="2025-09-30..2025-10-01"),
        commitment("by", signed_on="..2025-09-30"),
        commitment("declared", basis="declared", declared_on="2025-07-01"),
        commitment("ended", signed_on="2025-08-01", ended_on="2025-09-01"),
        commitment("negotiated"),
        commitment("signed", signed_on="2025-09-30"),
        commitment("last-year", signed_on="2024-08-01"),
        commitment("twice", signed_on="2025-08-01", moved_to="ended"),
        commitment("year-only", signed_on="2025"),
    )
)
QUARTER = Period.parse("2025-Q3")


def test_new_are_those_whose_day_lies_in_the_period() -> None:
    found = new_commitments(FOUND, QUARTER, AS_OF)
    assert ("adopted", "declared", "ended", "signed") == found.records
    assert 4 == found.value
    assert ("between", "by", "year-only") == found.left_out


def test_each_basis_counts_by_its_own_day() -> None:
    found = new_by_basis(FOUND, QUARTER, AS_OF)
    assert {"signed": 2, "adopted": 1, "declared": 1} == {
        basis: figure.value for basis, figure in found.items()
    }
    assert ("between", "by", "year-only") == found["signed"].left_out


def test_what_has_not_come_is_not_new_and_what_may_have_come_is_left_out() -> None:
    found = new_commitments(FOUND, QUARTER, day("2025-09-15"))
    assert ("declared", "ended") == found.records
    assert ("adopted", "by", "year-only") == found.left_out


def test_growth_is_new_divided_by_new_a_year_before() -> None:
    found = growth_ratio(FOUND, QUARTER, AS_OF)
    assert 4 == found.value
    assert (4, ("last-year",)) == (len(found.records), found.of)
    assert ("between", "by", "year-only") == found.left_out


def test_growth_against_nothing_is_nothing() -> None:
    assert growth_ratio(FOUND, Period.parse("2024-Q3"), AS_OF).value is None


@pytest.mark.parametrize("before,expected", [("2024", 4), ("2025-Q3", 1), ("2023", None)])
def test_growth_against_another_period(before: str, expected: float | None) -> None:
    found = growth_ratio(FOUND, QUARTER, AS_OF, Period.parse(before))
    assert expected == found.value
