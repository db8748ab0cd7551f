import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.metrics.survival import Spell, curve, median


def done(*days: int) -> list[Spell]:
    return [Spell(each, open=False) for each in days]


def still(*days: int) -> list[Spell]:
    return [Spell(each, open=True) for each in days]


def test_the_estimate_of_a_worked_example() -> None:
    """Four events and four censored among eight: 7/8, then 4/5, 3/4 and 1/2 of what remained."""
    steps = curve([*done(8, 31, 54, 92), *still(10, 27, 70, 121)])
    assert [(8, 8, 1), (31, 5, 1), (54, 4, 1), (92, 2, 1)] == [
        (step.days, step.at_risk, step.events) for step in steps
    ]
    assert pytest.approx([7 / 8, 7 / 10, 21 / 40, 21 / 80]) == [step.remaining for step in steps]
    assert 92 == median(steps)


def test_what_is_open_on_the_day_of_an_event_is_still_at_risk_on_it() -> None:
    (step,) = curve([*done(5), *still(5)])
    assert (2, 0.5) == (step.at_risk, step.remaining)


def test_the_median_is_not_reached_while_more_than_half_is_open() -> None:
    assert median(curve([*done(1, 2), *still(10, 10, 10)])) is None
    assert median(curve([])) is None


def test_half_is_enough_although_fractions_are_not_exact() -> None:
    assert 30 == median(curve(done(*range(10, 70, 10))))


@given(some.lists(some.integers(0, 50), min_size=1))
def test_without_open_ones_it_is_the_plain_distribution(days: list[int]) -> None:
    steps = curve(done(*days))
    for step in steps:
        longer = sum(day > step.days for day in days)
        assert pytest.approx(longer / len(days), abs=1e-9) == step.remaining
    assert sorted(days)[(len(days) - 1) // 2] == median(steps)


@given(some.lists(some.tuples(some.integers(0, 50), some.booleans())))
def test_the_curve_only_falls(entries: list[tuple[int, bool]]) -> None:
    remaining = [1.0, *(step.remaining for step in curve(Spell(*entry) for entry in entries)), 0.0]
    assert remaining == sorted(remaining, reverse=True)
