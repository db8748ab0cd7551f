"""Steps back are measured against what was published, and told once."""

from typing import Any

import pytest

from generator.checks import run
from generator.checks.base import Base
from generator.load import load
from tests.checking import AS_OF, BASE, SOLAR, read, solar, words, written

WHY = words("It was wrong.")


def entry(name: str, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    day = f"2025-0{name[-1]}-01"
    return {"id": name, "state_on": day, "summary": words("On."), "sources": ["gazette"]} | keys


def found(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[str]:
    was, now = (
        load((read(BASE) | {SOLAR: written(SOLAR, solar(updates=log))}).items())
        for log in (before, after)
    )
    return [finding.code for finding in run(now, AS_OF, base=Base.of(was)).findings]


def test_what_the_log_itself_tells_is_not_told_again() -> None:
    half = entry("u1", completion_percent=50)
    assert ["PROG05"] == found([half], [half, entry("u2", completion_percent=20)])


def test_a_correction_may_say_anything_if_it_says_why() -> None:
    done = entry("u1", delivery_status="completed")
    wrong = entry("u2", delivery_status="cancelled", corrects="u1")
    assert ["BASE09"] == found([done], [done, wrong])
    assert found([done], [done, wrong | {"reason": WHY}]) == []


def test_a_status_that_was_rewritten_is_a_step_that_may_not_follow() -> None:
    told = found(
        [entry("u1", delivery_status="completed")], [entry("u1", delivery_status="cancelled")]
    )
    assert ["BASE04", "BASE08"] == sorted(told)


def test_an_entry_that_was_taken_out_leaves_its_step_unexplained() -> None:
    first = entry("u1", delivery_status="in_progress", completion_percent=10)
    second = entry("u2", delivery_status="substantial", completion_percent=60)
    told = found([first, second], [first])
    assert ["BASE05", "BASE09", "BASE09"] == sorted(told)


@pytest.mark.parametrize("after", ["in_progress", "substantial", "completed"])
def test_progress_is_no_regression(after: str) -> None:
    begun = entry("u1", delivery_status="not_started")
    assert found([begun], [begun, entry("u2", delivery_status=after)]) == []
