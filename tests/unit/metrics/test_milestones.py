import pytest

from generator.metrics.milestones import due_milestones, milestones_on_time
from tests.builders import commitment, day, snapshot, standings, words

AS_OF = "2025-12-31"


def milestone(identifier: str, **keys: object) -> dict[str, object]:
    return {"id": identifier, "title": words(identifier), **keys}


@pytest.mark.parametrize(
    "keys,judged",
    [
        ({"due_on": "2025-06-30", "completed_on": "2025-06-30"}, (True, False)),
        ({"due_on": "2025-06-30", "completed_on": "2025-07-01"}, (False, False)),
        ({"due_on": "2025-06-30", "completed_on": "2025-06-30..2025-07-01"}, (False, True)),
        ({"due_on": "2025-06", "completed_on": "2025-06"}, (True, False)),
        ({"due_on": "2025-06-30"}, (False, False)),
        ({"due_on": "2025-06-30", "dropped_on": "2025-07-01"}, (False, False)),
        ({"due_on": "2025-06-30", "dropped_on": "2025-06-30"}, None),
        ({"due_on": "2025-12-31"}, None),
        ({"due_on": "2025"}, None),
        ({"completed_on": "2025-06-30"}, None),
    ],
)
def test_a_milestone_is_judged_by_its_first_target(
    keys: dict[str, object], judged: tuple[bool, bool] | None
) -> None:
    made = commitment("c", milestones=[milestone("m1", **keys)])
    found = due_milestones(standings(snapshot(AS_OF, made)), day(AS_OF))
    assert ([] if judged is None else [judged]) == [
        (entry.on_time, entry.uncertain) for entry in found
    ]


def test_a_slip_does_not_excuse() -> None:
    slip = {"id": "s1", "slipped_on": "2025-05-01", "to_on": "2025-12"}
    made = milestone("m1", due_on="2025-06-30", slips=[slip], completed_on="2025-11-01")
    found = standings(snapshot(AS_OF, commitment("c", milestones=[made])))
    assert 0 == milestones_on_time(found, day(AS_OF)).value


def test_what_ended_before_its_target_owes_nothing() -> None:
    made = commitment("c", ended_on="2025-05-01", milestones=[milestone("m1", due_on="2025-06-30")])
    assert milestones_on_time(standings(snapshot(AS_OF, made)), day(AS_OF)).value is None


def test_the_share_counts_milestones_and_names_their_commitments_once() -> None:
    kept = {"due_on": "2025-06-30", "completed_on": "2025-06-01"}
    found = snapshot(
        AS_OF,
        commitment("a", milestones=[milestone("m1", **kept), milestone("m2", **kept)]),
        commitment("b", milestones=[milestone("m1", due_on="2025-06-30")]),
        commitment(
            "perhaps", milestones=[milestone("m1", due_on="2025-06-30", completed_on="2025")]
        ),
    )
    figure = milestones_on_time(standings(found), day(AS_OF))
    assert 2 / 4 == figure.value
    assert (("a",), ("a", "b", "perhaps"), ("perhaps",)) == (
        figure.records,
        figure.of,
        figure.left_out,
    )
