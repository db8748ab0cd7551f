"""The collector rests while records are made, and is afterwards as it was."""

import gc

import pytest

from generator.load.collector import collector_at_rest


def test_the_collector_rests_inside_and_works_after() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="inside"), collector_at_rest():
        raise ValueError("inside")
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_at_rest(), collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
