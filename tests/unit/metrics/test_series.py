"""Quarter by quarter must say what a snapshot of each day says."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from generator.metrics.series import (
    delivery_by_agency,
    delivery_by_quarter,
    new_by_quarter,
    quarters_shown,
)
from generator.metrics.snapshot import Snapshot
from generator.model.entities import Record
from tests.builders import commitment, day, merged, snapshot, standings, transfer, update

MERGER = merged("old", "new", "2025-03-01")


def test_quarters_run_from_the_first_term_to_the_day() -> None:
    found = quarters_shown(snapshot("2025-08-01"))
    assert ("2021-Q1", "2025-Q3") == (str(found[0]), str(found[-1]))


def test_without_terms_they_run_from_the_first_commitment_that_is_known_to_the_day() -> None:
    made = [
        commitment("b", signed_on="2024-05-01"),
        commitment("c", signed_on="..2024-05-01"),
        commitment("d"),
    ]
    assert "2024-Q2" == str(quarters_shown(snapshot("2025-08-01", *made, terms=[]))[0])
    assert "2025-Q3" == str(quarters_shown(snapshot("2025-08-01", terms=[]))[0])


def test_new_commitments_of_each_quarter_stand_beside_the_year_before() -> None:
    found = snapshot(
        "2025-08-01",
        commitment("a", signed_on="2020-02-01"),
        commitment("b", signed_on="2021-01-01"),
        commitment("c", signed_on="2021-03-31"),
        commitment("d", signed_on="2022-03"),
        commitment("e", signed_on="2022"),
        commitment("f", signed_on="..2021-04-01"),
        commitment("g"),
    )
    rows = new_by_quarter(found, standings(found), quarters_shown(found))
    assert {"2021-Q1": (2, 1), "2022-Q1": (1, 2), "2023-Q1": (0, 1)} == {
        str(row.period): (row.new.value, row.year_before.value)
        for row in rows
        if row.new.value or row.year_before.value
    }
    assert ("f",) == rows[0].new.left_out
    assert {"2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"} == {
        str(row.period) for row in rows if "e" in row.new.left_out
    }


def test_an_agency_s_series_breaks_where_agencies_merged() -> None:
    found = snapshot(
        "2025-08-01",
        MERGER,
        commitment("a", signed_on="2024-11-01", lead_agency="old"),
        commitment(
            "b",
            signed_on="2025-01-01",
            lead_agency="old",
            transfers=[transfer(["other"], "2025-06-01")],
        ),
    )
    rows = delivery_by_agency(found, quarters_shown(found)[-4:])
    assert {
        "new": [0, 2, 1, 1],
        "old": [1, 0, 0, 0],
        "other": [0, 0, 1, 1],
    } == {agency: [sum(row.counts.values()) for row in series] for agency, series in rows.items()}
    assert [(), (day("2025-03-01"),), (), ()] == [row.by_succession for row in rows["new"]]
    assert [(), (day("2025-03-01"),), (), ()] == [row.by_succession for row in rows["old"]]
    assert all(() == row.by_succession for row in rows["other"])
    assert day("2025-08-01") == rows["new"][-1].on


DAYS = some.dates(day("2024-01-01"), day("2025-12-31")).map(str)
SPANS = DAYS | some.sampled_from(["2024-05", "2024", "2024-12-31..2025-01-01", "..2025-05-01"])
STATUSES = some.sampled_from([None, "in_progress", "completed", "suspended"])
CASES = some.lists(
    some.tuples(
        SPANS, some.none() | SPANS, some.lists(some.tuples(SPANS, STATUSES), max_size=3), DAYS
    ),
    max_size=4,
)


@given(CASES, DAYS)
def test_series_say_what_snapshots_of_their_days_say(
    cases: list[tuple[str, str | None, list[tuple[str, str | None]], str]], as_of: str
) -> None:
    records: list[Record] = [MERGER]
    for number, (signed_on, ended_on, log, moved_on) in enumerate(cases):
        keys: dict[str, Any] = {"ended_on": ended_on} if ended_on else {}
        records.append(
            commitment(
                f"c{number}",
                signed_on=signed_on,
                lead_agency="old",
                updates=[update(f"u{place}", *entry) for place, entry in enumerate(log)],
                transfers=[transfer(["other"], moved_on)],
                **keys,
            )
        )
    found = snapshot(as_of, *records)
    periods = quarters_shown(found)[-8:]
    of_all = delivery_by_quarter(found, standings(found), periods)
    of_agencies = delivery_by_agency(found, periods)
    for index, row in enumerate(of_all):
        then = Snapshot(found.registry, row.on)
        assert Counter(standing.status for standing in then.active) == +Counter(row.counts)
        for agency in ("old", "new", "other"):
            expected = Counter(
                standing.status
                for standing in then.active
                if agency in standing.responsible.agencies
            )
            series = of_agencies.get(agency)
            assert expected == (+Counter(series[index].counts) if series else Counter())
