"""Differences lose nothing: applied to the one state, they give the other."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.differences import ABSENT, Difference, Reordering, applied, differences, same

WORDS = st.sampled_from(["a", "b", "vi", "en", "id", "u1", "1", "-1", "*", ""])
PLAIN = st.recursive(
    st.one_of(st.booleans(), st.integers(-1, 2), st.sampled_from([0.0, 1.0, 2.5]), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(WORDS, inner, max_size=3),
        st.lists(
            st.builds(
                lambda name, rest: {**rest, "id": name},
                WORDS,
                st.dictionaries(WORDS, inner, max_size=2),
            ),
            max_size=4,
        ),
    ),
    max_leaves=12,
)
STATE = st.one_of(st.just(ABSENT), st.dictionaries(WORDS, PLAIN, max_size=4))


@given(STATE, STATE)
def test_differences_lead_from_any_state_to_any_other(before: object, after: object) -> None:
    kept = copy.deepcopy(before)
    assert same(after, applied(differences(before, after), before))
    assert same(kept, before)


@given(STATE)
def test_nothing_differs_from_itself(state: object) -> None:
    assert () == differences(state, copy.deepcopy(state))


@given(st.lists(STATE, min_size=1, max_size=6))
def test_a_history_replayed_gives_back_each_state(states: list[object]) -> None:
    now: object = ABSENT
    for before, after in zip([ABSENT, *states], states, strict=False):
        now = applied(differences(before, after), now)
        assert same(after, now)


@given(STATE, STATE, STATE)
def test_two_histories_in_a_row_are_one(first: object, second: object, third: object) -> None:
    both = (*differences(first, second), *differences(second, third))
    assert differences(first, third) == differences(first, applied(both, first))


@pytest.mark.parametrize("one, other", [(1, True), (1, 1.0), (0, False), ("1", 1), ([], {})])
def test_values_of_other_types_differ(one: object, other: object) -> None:
    assert [Difference(("a",), ("a",), one, other)] == list(differences({"a": one}, {"a": other}))


def test_an_item_is_known_by_its_name_wherever_it_stands() -> None:
    before = {"updates": [{"id": "u1", "percent": 10}, {"id": "u2"}]}
    after = {"updates": [{"id": "u2"}, {"id": "u1", "percent": 20}, {"id": "u3"}]}
    assert (
        Difference(("updates", "u1", "percent"), ("updates", "*", "percent"), 10, 20),
        Difference(("updates", "u3"), ("updates", "*"), ABSENT, {"id": "u3"}),
        Reordering(("updates",), ("updates",), ("u2", "u1", "u3")),
    ) == differences(before, after)


def test_all_items_may_be_replaced_by_others() -> None:
    before, after = {"updates": [{"id": "u1"}]}, {"updates": [{"id": "u2"}]}
    assert after == applied(differences(before, after), before)


def test_items_of_one_name_are_one_value() -> None:
    before = {"partners": [{"partner": "cn"}]}
    after = {"partners": [{"partner": "cn"}, {"partner": "cn", "role": "funder"}]}
    expected = Difference(("partners",), ("partners",), before["partners"], after["partners"])
    assert (expected,) == differences(before, after)


def test_the_order_of_keys_means_nothing() -> None:
    assert () == differences({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_differences_of_another_state_cannot_be_applied() -> None:
    found = differences({"updates": [{"id": "u1"}]}, {"updates": [{"id": "u1", "a": 1}]})
    with pytest.raises(LookupError):
        applied(found, {"updates": "gone"})
