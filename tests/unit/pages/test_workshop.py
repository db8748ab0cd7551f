"""A chart is drawn once from the same numbers."""

import pytest

from generator.charts.contract import Chart, Drawing
from generator.pages.ingredients import Digester
from generator.pages.workshop import Workshop

CHART = Chart(
    "new", "Title", "Message", "", ("a",), (("b",),), (Drawing("wide", "dark", 2, 1, b"<svg/>"),)
)


def never() -> Chart:
    pytest.fail("drawn")


def test_the_same_numbers_are_drawn_once() -> None:
    workshop = Workshop(Digester())
    assert workshop.drawn(lambda: CHART, "new", 1) is CHART
    assert CHART == workshop.drawn(never, "new", 1)
    assert workshop.drawn(lambda: None, "new", 2) is None
    assert workshop.drawn(never, "new", 2) is None


def test_what_was_drawn_before_is_taken_from_what_is_remembered() -> None:
    before = Workshop(Digester())
    before.drawn(lambda: CHART, "new", 1)
    used, fresh = before.taken()
    after = Workshop(Digester(), fresh)
    assert CHART == after.drawn(never, "new", 1)
    assert (used, {}) == after.taken()
    assert ((), {}) == after.taken()


def test_numbers_without_a_certain_form_are_drawn_each_time() -> None:
    workshop = Workshop(Digester())
    assert workshop.drawn(lambda: CHART, object()) is CHART
    assert workshop.drawn(lambda: CHART, object()) is CHART
    assert ((), {}) == workshop.taken()


def test_without_a_digester_nothing_has_a_digest() -> None:
    assert Workshop().digest("a") is None
    assert Workshop(Digester()).digest("a") is not None
