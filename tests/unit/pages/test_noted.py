"""Whoever looks at a commitment is known to have done so."""

from collections.abc import Callable

import pytest

from generator.metrics.snapshot import Snapshot
from generator.pages.noted import ALL, NotedSnapshot, Notes
from tests.builders import agency, commitment, day, registry


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def snapshot(notes: Notes) -> NotedSnapshot:
    records = registry(agency("mofa"), commitment("one"), commitment("two"))
    return NotedSnapshot(Snapshot(records, day("2025-12-31")), notes)


LOOKS: dict[str, tuple[Callable[[NotedSnapshot], object], set[str]]] = {
    "one": (lambda seen: seen.standings["one"], {"one"}),
    "one that is not there": (lambda seen: seen.standings.get("three"), {"three"}),
    "whether there is one": (lambda seen: "two" in seen.registry.commitments, {"two"}),
    "how many": (lambda seen: len(seen.standings), {ALL}),
    "all": (lambda seen: list(seen.standings.values()), {ALL}),
    "all pairs": (lambda seen: list(seen.registry.commitments.items()), {ALL}),
    "all names": (lambda seen: sorted(seen.registry.commitments), {ALL}),
    "what is computed from all": (lambda seen: seen.active, {ALL}),
    "what was computed before": (lambda seen: seen.of_agency, {ALL}),
    "the day": (lambda seen: seen.as_of, set()),
    "another record": (lambda seen: seen.registry.agencies["mofa"], set()),
}


@pytest.mark.parametrize("look", LOOKS)
def test_what_was_looked_at_is_noted(snapshot: NotedSnapshot, notes: Notes, look: str) -> None:
    asked, expected = LOOKS[look]
    for _ in range(2):
        notes.begin()
        asked(snapshot)
        assert expected == notes.seen


def test_what_is_made_once_is_noted_by_each_that_takes_it(
    snapshot: NotedSnapshot, notes: Notes
) -> None:
    made = []

    def make(name: str) -> str:
        made.append(name)
        return snapshot.standings[name].id

    once = notes.once(make)
    for _ in range(2):
        notes.begin()
        assert "one" == once("one")
        assert {"one"} == notes.seen
    assert ["one"] == made


def test_what_was_noted_before_a_part_was_made_stays(snapshot: NotedSnapshot, notes: Notes) -> None:
    once = notes.once(lambda name: snapshot.standings[name].id)
    assert "two" in snapshot.standings
    once("one")
    assert {"one", "two"} == notes.seen
    notes.begin()
    once("one")
    assert {"one"} == notes.seen
