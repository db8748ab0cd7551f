"""The chart of an agency's progress: what it was responsible for, and where the series breaks."""

from collections import Counter
from pathlib import Path

import pytest

from generator.charts import progress
from generator.charts.contract import Chart
from generator.charts.palette import STATUSES
from generator.charts.progress import Series
from generator.load import load_folder
from generator.metrics.snapshot import Snapshot
from generator.model import responsibility, states
from generator.model.registry import Registry, structure
from tests import builders
from tests.unit.charts import drawn

AGENCIES = (
    builders.merged("transport", "works", "2023-03-01"),
    builders.agency("works"),
    builders.agency("quiet"),
)


def snapshot(as_of: str) -> Snapshot:
    begun = [builders.update("u1", "2022-10-01", "in_progress")]
    done = [*begun, builders.update("u2", "2023-05-01", "completed")]
    return builders.snapshot(
        as_of,
        *AGENCIES,
        builders.commitment("road", signed_on="2022-01-10", lead_agency="transport", updates=done),
        builders.commitment("port", signed_on="2022-08-01", lead_agency="transport"),
        builders.commitment(
            "ferry", signed_on="2022-08-01", ended_on="2022-12-01", lead_agency="transport"
        ),
        builders.commitment("house", signed_on="2022-02-01", lead_agency="works", updates=begun),
        builders.commitment("talks", lead_agency="works"),
    )


def by_name(numbers: Series) -> list[dict[str, int]]:
    return [
        {status: n for status, n in zip(STATUSES, column, strict=True) if n}
        for column in numbers.counts
    ]


def chart(numbers: Series, language: str = "en") -> Chart:
    made = progress.draw(numbers, language, "progress")
    assert made is not None
    return made


def test_a_series_begins_with_the_first_commitment_and_says_what_stood_then() -> None:
    numbers = progress.series(snapshot("2023-08-15"), "works")
    assert ["2022-Q1", "2023-Q3"] == [str(numbers.quarters[0]), str(numbers.quarters[-1])]
    assert [
        {"not_reported": 1},
        {"not_reported": 1},
        {"not_reported": 1},
        {"in_progress": 1},
        {"in_progress": 2, "not_reported": 1},
        {"completed": 1, "in_progress": 1, "not_reported": 1},
        {"completed": 1, "in_progress": 1, "not_reported": 1},
    ] == by_name(numbers)
    assert not numbers.over


def test_a_series_across_a_merger_shows_the_break() -> None:
    numbers = progress.series(snapshot("2023-08-15"), "works")
    assert [(builders.day("2023-03-01"), True, 2)] == [
        (found.on, found.gained, found.count) for found in numbers.breaks
    ]
    made = chart(numbers)
    assert (
        "Responsible for 3 commitments now. 1 of them has no published progress. "
        "On 1 March 2023, it took over 2 commitments from transport."
    ) == made.told
    for drawing in made.drawings:
        line = drawn.root(drawing).find(".//*[@id='break-2023-03-01']")
        assert line is not None
        assert "1 March 2023" in drawn.words(drawing)
        # Before the column of the quarter in which it happened.
        at = float(line[0].get("d", "").split()[1])
        xs = sorted({a.x for s in numbers.shown for a in drawn.areas(drawing, s)})
        assert xs[3] < at < xs[4]


def test_an_agency_that_ended_ends_with_an_empty_column() -> None:
    numbers = progress.series(snapshot("2025-12-31"), "transport")
    assert "2023-Q1" == str(numbers.quarters[-1])
    assert (1, 1, 3, 2, 0) == numbers.totals
    assert (
        "Responsible for none any more; at the end of Q4 2022 for 2 commitments. "
        "On 1 March 2023, 2 commitments passed to works."
    ) == chart(numbers).told


def test_an_agency_that_the_public_may_not_know_is_not_named() -> None:
    numbers = progress.series(snapshot("2023-08-15"), "works")
    hidden = Series(
        numbers.quarters,
        numbers.counts,
        tuple(progress.Break(b.on, b.gained, b.count, ()) for b in numbers.breaks),
        numbers.over,
    )
    assert chart(hidden).told.endswith("2 commitments from other agencies.")


def test_who_never_held_anything_has_no_chart() -> None:
    assert progress.draw(progress.series(snapshot("2023-08-15"), "quiet"), "en", "x") is None


def test_the_table_holds_what_is_drawn() -> None:
    numbers = progress.series(snapshot("2023-08-15"), "works")
    made = chart(numbers)
    assert [row[2:] for row in made.rows] == drawn.status_columns(made, numbers.shown)
    assert [str(total) for total in numbers.totals] == [row[1] for row in made.rows]
    assert "Q3 2023, so far" == made.rows[-1][0]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_legend_names_each_status_that_occurs_in_the_order_of_the_stack(language: str) -> None:
    made = chart(progress.series(snapshot("2023-08-15"), "works"), language)
    for drawing in made.drawings:
        named = [text for text in drawn.words(drawing) if text in made.header]
        assert list(reversed(made.header[2:])) == named


def test_the_series_of_the_real_registry_equal_an_independent_count(root: Path) -> None:
    loaded = load_folder(root / "registry")
    registry = Registry.of((d.entity, structure(d.entity, d.data)) for d in loaded.documents)
    found = Snapshot(registry, builders.day("2026-05-15"))
    for agency, holdings in found.of_agency.items():
        numbers = progress.series(found, agency)
        assert sum(item.active for item in holdings.responsible) == sum(numbers.totals[-1:]), agency
        for quarter, column in zip(numbers.quarters, numbers.counts, strict=True):
            on = min(quarter.last, found.as_of)
            counted = Counter(
                states.delivery(item.updates, on).reading
                for item in registry.commitments.values()
                if states.is_active(item, on)
                and agency
                in responsibility.responsible_agencies(item, registry.agencies, on).agencies
            )
            expected = tuple(counted[status] for status in STATUSES)
            assert expected == column, (agency, str(quarter))
