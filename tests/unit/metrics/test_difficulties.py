import pytest

from generator.metrics import difficulties as metric
from generator.metrics.difficulties import AGES, OpenDifficulty
from generator.model.entities import Record
from tests.builders import commitment, day, snapshot, standings, words

AS_OF = "2025-12-31"


def difficulty(
    identifier: str, raised_on: str, kind: str = "legal", **keys: object
) -> dict[str, object]:
    required = {"id": identifier, "raised_on": raised_on, "kind": kind, "description": words("it")}
    return {**required, **keys}


def found(*records: Record) -> tuple[OpenDifficulty, ...]:
    return metric.difficulties(standings(snapshot(AS_OF, *records)), day(AS_OF))


def test_open_ones_stand_oldest_first_and_count_by_kind_and_age() -> None:
    here = found(
        commitment(
            "a",
            difficulties=[
                difficulty("new", "2025-12-31"),
                difficulty("solved", "2025-01-01", resolved_on="2025-02-01"),
                difficulty("to-come", "2026-01-01"),
            ],
        ),
        commitment(
            "b",
            signed_on="2024-01-01",
            difficulties=[
                difficulty("old", "2024-01-02", "financial", beyond_authority=True),
                difficulty("older", "2023", "financial"),
            ],
        ),
        commitment("ended", ended_on="2025-01-01", difficulties=[difficulty("d", "2024-06-01")]),
    )
    assert ["older", "old", "new"] == [entry.difficulty.id for entry in here]
    assert (3, ("b", "a")) == (metric.count(here).value, metric.count(here).records)
    assert 1 == metric.count_beyond_authority(here).value
    table = metric.by_kind_and_age(here)
    assert ["financial", "legal"] == list(table)
    assert all(AGES == tuple(row) for row in table.values())
    assert {("financial", 365): 2, ("legal", 0): 1} == {
        (kind, age): figure.value
        for kind, row in table.items()
        for age, figure in row.items()
        if figure.value
    }


@pytest.mark.parametrize(
    "raised_on,age",
    [
        ("2025-12-31", 0),
        ("2025-12-02", 0),
        ("2025-12-01", 30),
        ("2025-10-02", 90),
        ("2025-07-04", 180),
        ("2025-01-01", 180),
        ("2024-12-31", 365),
        ("2025", 0),
    ],
)
def test_ages_by_the_last_day_on_which_it_may_have_been_raised(raised_on: str, age: int) -> None:
    (entry,) = found(commitment("c", difficulties=[difficulty("d", raised_on)]))
    assert age == entry.age
