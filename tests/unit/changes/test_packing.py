"""Events survive being remembered."""

from datetime import datetime, timedelta, timezone

from generator.changes import ABSENT, Approved, Change, Event
from generator.changes.packing import packed, unpacked

MOMENT = datetime(2025, 1, 1, 9, tzinfo=timezone(timedelta(hours=7)))


def test_events_come_back_as_they_were() -> None:
    change = Change(
        "due_slipped",
        "commitments",
        "x",
        "milestones.m2.slips.s1",
        ("milestones", "*", "slips", "*"),
        "2025-06",
        ABSENT,
        {"en": "Land"},
        {"id": "m2", "weight": 1.0},
    )
    approval = Approved("moc", "Ann", counts=True)
    event = Event(MOMENT, "commitments", "x", "moc", "Bo", "1" * 40, "12", (approval,), (change,))
    assert [event] == unpacked(packed([event]))


def test_a_value_that_is_nothing_is_not_one_that_is_absent() -> None:
    made = Event(MOMENT, "texts", "x", changes=(Change("value_added", "texts", "x", after=None),))
    assert [made] == unpacked(packed([made]))


def test_no_events_are_no_bytes() -> None:
    assert b"" == packed([])
