"""The chart of milestones: every due date where it lies, and how the milestone stands."""

from datetime import date

import pytest

from generator.charts import milestones
from generator.charts.contract import Chart, Drawing
from generator.charts.milestones import STATES, Series
from tests import builders
from tests.unit.charts import drawn

AS_OF = "2025-06-30"


def milestone(identifier: str, due: str | None, **keys: object) -> dict[str, object]:
    made = {"id": identifier, "title": builders.words(identifier), "sources": ["gazette"]}
    return {**made, **({"due_on": due} if due else {}), **keys}


def slip(on: str, to: str | None = None) -> dict[str, object]:
    return {"id": f"s-{on}", "slipped_on": on, **({"to_on": to} if to else {})}


def project(identifier: str, *steps: dict[str, object], **keys: object) -> object:
    return builders.commitment(
        identifier,
        signed_on="2023-01-01",
        key_project={"category": "other", "basis": builders.words("By decision.")},
        **({"milestones": list(steps)} if steps else {}),
        **keys,
    )


def series(*records: object) -> Series:
    return milestones.series(builders.snapshot(AS_OF, *records))  # type: ignore[arg-type]


def chart(numbers: Series, language: str = "en") -> Chart:
    made = milestones.draw(numbers, language)
    assert made is not None
    return made


SOME = (
    project(
        "road",
        milestone("begun", "2024-03-31", completed_on="2024-02-01"),
        milestone("half", "2024-10", slips=[slip("2024-09-01", "2025-03")]),
        milestone("done", "2026", slips=[slip("2025-01-01", "2027"), slip("2025-05-01", "2028")]),
    ),
    project(
        "port",
        milestone("dock", "2025-01-31", slips=[slip("2025-01-15")]),
        milestone("crane", "2025-12-31", dropped_on="2025-03-01"),
        milestone("full", "2050"),
    ),
    project("talks"),
)


def test_a_milestone_stands_as_its_dates_say() -> None:
    numbers = series(*SOME)
    states = {dict(step.title)["en"]: step.state for step in numbers.steps}
    assert {
        "begun": "completed",
        "half": "overdue",
        "done": "open",
        "dock": "undated",
        "crane": "dropped",
        "full": "open",
    } == states
    assert (1, 1, 2, 1, 1) == numbers.counts
    assert (3, 2, 1) == (numbers.moved, numbers.projects, numbers.without)


def test_what_has_not_come_by_the_day_is_not_known() -> None:
    later = milestone("m", "2025-12-31", completed_on="2025-07-01", slips=[slip("2025-07-01")])
    (step,) = series(project("p", later)).steps
    assert ("open", False, ["2025-12-31"]) == (step.state, step.moved, list(map(str, step.dues)))


def test_a_project_that_ended_and_a_commitment_that_is_none_are_left_out() -> None:
    ended = project("p", milestone("m", "2025-12-31"), ended_on="2025-01-01")
    other = builders.commitment("c", milestones=[milestone("m", "2025-12-31")])
    assert milestones.draw(series(ended, other), "en") is None


def test_the_nearest_are_drawn_and_the_others_counted() -> None:
    steps = [milestone(f"m-{year}", f"{year}-06-30") for year in range(2025, 2050)]
    numbers = series(project("p", *steps))
    assert 20 == len(numbers.steps)
    assert "m-2044" == dict(numbers.steps[-1].title)["en"]
    assert "5 further away are left out." in chart(numbers).told


def test_rows_stand_by_project_the_earliest_first() -> None:
    order = [(dict(step.project)["en"], dict(step.title)["en"]) for step in series(*SOME).steps]
    assert [
        ("road", "begun"),
        ("road", "half"),
        ("road", "done"),
        ("port", "dock"),
        ("port", "crane"),
        ("port", "full"),
    ] == order


def test_the_table_names_every_date() -> None:
    rows = {row[0]: row[1:] for row in chart(series(*SOME)).rows}
    assert ("road", "31 March 2024", "not moved", "Reached: 1 February 2024") == rows["begun"]
    assert ("road", "October 2024", "March 2025", "Overdue: March 2025") == rows["half"]
    assert ("road", "2026", "2027; 2028", "Still to come: 2028") == rows["done"]
    assert ("port", "31 January 2025", "no date", "Without a due date") == rows["dock"]


def days(drawing: Drawing, kind: str, years: tuple[int, int]) -> list[date]:
    """The days that the marks of a kind stand on, from left to right."""
    first, last = date(years[0], 1, 1).toordinal(), date(years[1] + 1, 1, 1).toordinal()
    left = 264 if drawing.shape == "wide" else 14
    span = drawing.width - 14 - left
    middles = [
        (min(x for x, _ in outline) + max(x for x, _ in outline)) / 2
        for outline in drawn.outlines(drawing, kind)
    ]
    return sorted(
        date.fromordinal(round(first + (x - left) / span * (last - first))) for x in middles
    )


def test_marks_stand_on_their_days() -> None:
    numbers = series(*SOME)
    assert (2024, 2028) == numbers.years
    for drawing in chart(numbers).drawings:
        for kind, expected in {
            "completed": ["2024-02-01"],
            "overdue": ["2025-03-31"],
            "open": ["2028-12-31"],
            "earlier": [
                "2024-03-31",
                "2024-10-31",
                "2025-01-31",
                "2025-12-31",
                "2026-12-31",
                "2027-12-31",
            ],
        }.items():
            found = days(drawing, kind, numbers.years)
            assert len(expected) == len(found), kind
            for day, mark in zip(expected, found, strict=True):
                assert abs((builders.day(day) - mark).days) <= 4, kind


def test_what_lies_far_away_stands_at_the_edge_with_its_year() -> None:
    for drawing in chart(series(*SOME)).drawings:
        (tip,) = (max(x for x, _ in outline) for outline in drawn.outlines(drawing, "open-beyond"))
        assert drawing.width - 14 < tip <= drawing.width
        assert "2050" in drawn.words(drawing)


def test_the_message_has_the_main_numbers() -> None:
    assert (
        "6 milestones of 2 key projects: 1 reached, 1 overdue, 2 still to come, 1 without a due "
        "date, and 1 dropped. The due dates of 3 were moved. "
        "1 key project has no published milestone."
    ) == chart(series(*SOME)).told


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_mark_of_its_own_in_the_legend(state: str) -> None:
    labels = {
        "completed": "Reached",
        "overdue": "Overdue",
        "open": "Still to come",
        "undated": "Without a due date",
        "dropped": "Dropped",
    }
    for drawing in chart(series(*SOME)).drawings:
        assert labels[state] in drawn.words(drawing)
