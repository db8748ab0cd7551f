"""What checks share."""

import time

import pytest

from generator.checks.contract import closest, shape_at, shown
from generator.schema import schemas


def test_the_nearest_word_is_found() -> None:
    assert closest("enrgy", ["energy", "health"]) == "energy"
    assert closest("zebra", ["energy", "health"]) is None
    assert closest("energy", []) is None


def test_it_is_always_the_same_one() -> None:
    assert closest("mof", frozenset({"moc", "mofa", "moff"})) == closest(
        "mof", ["moff", "mofa", "moc"]
    )


@pytest.mark.parametrize("word", ["x" * 100_000, "id-99999x", ""])
def test_a_word_is_found_in_time_among_very_many(word: str) -> None:
    known = frozenset(f"id-{number:05}" for number in range(50_000))
    began = time.process_time()
    closest(word, known)
    assert time.process_time() - began < 1


def test_a_value_is_shown_on_one_line() -> None:
    assert shown("a\n  b\tc") == "a b c"
    assert len(shown("x" * 1000)) < 100
    assert shown({"a": 1}) == "{'a': 1}"


def test_the_shape_of_a_place_is_that_of_its_key() -> None:
    commitment = schemas().shape("commitments")
    found = shape_at(commitment, ("updates", 0, "state_on"))
    assert found is not None
    assert found.type == "date"
    assert shape_at(commitment, ("updates", "state_on")) is None
    assert shape_at(commitment, ("updates", 0, "nothing")) is None
