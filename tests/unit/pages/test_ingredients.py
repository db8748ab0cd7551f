"""Values are told apart by what they are, and what has no certain form is not guessed at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.dates import Date
from generator.pages.ingredients import Digester, UncertainError


@dataclass(frozen=True)
class Thing:
    name: str
    parts: Mapping[str, int]


class Told:
    def __init__(self, *values: object) -> None:
        self.values = values

    def ingredients(self) -> object:
        return self.values


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=6,
)


@given(VALUES, VALUES)
def test_two_values_have_one_digest_only_if_they_are_written_alike(
    one: object, other: object
) -> None:
    digest = Digester().digest
    assert (repr(one) == repr(other)) == (digest(one) == digest(other))


@pytest.mark.parametrize(
    "one, other",
    [
        ("a", Markup("a")),
        (1, True),
        (1, 1.0),
        ("1", 1),
        (("a", "b"), ("ab",)),
        ([["a"], "b"], [["a", "b"]]),
        (Date.parse("2025"), Date.parse("2025-01-01..2025-12-31")),
        (date(2025, 1, 1), "2025-01-01"),
        (Thing("a", {"b": 1}), Thing("a", {"b": 2})),
        (Told("a"), Told("b")),
        (Date, Thing),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (frozenset("ab"), frozenset("ac")),
    ],
)
def test_what_may_read_differently_has_another_digest(one: object, other: object) -> None:
    digest = Digester().digest
    assert digest(one) != digest(other)
    assert digest(one) == digest(one)


def test_a_set_has_one_digest_in_whatever_order_it_comes() -> None:
    digest = Digester().digest
    assert digest({"a", "b", "c"}) == digest({"c", "b", "a"})


def test_a_known_record_is_told_by_its_own_digest() -> None:
    one, other = Thing("a", {}), Thing("a", {})
    digest = Digester([(one, b"first")]).digest
    assert digest(one) != digest(other)
    assert digest([one]) == Digester([(other, b"first")]).digest([other])
    assert digest([one]) != Digester([(other, b"second")]).digest([other])


@pytest.mark.parametrize("uncertain", [object(), iter(()), lambda: 1, [].append])
def test_what_has_no_certain_form_has_no_digest(uncertain: object) -> None:
    with pytest.raises(UncertainError):
        Digester().digest({"deep": [uncertain]})
