"""What pages can tell of a registry's past."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.changes import Change, Chronicle, Event
from generator.pages.recorded import Recorded, occasions

HALIFAX = ZoneInfo("America/Halifax")


def event(at: str, identifier: str = "rail", kind: str = "due_changed") -> Event:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return Event(
        moment, "commitments", identifier, changes=(Change(kind, "commitments", identifier),)
    )


def recorded(*events: Event, as_of: str = "2026-01-31") -> Recorded:
    return Recorded(Chronicle(events), HALIFAX, date.fromisoformat(as_of))


def test_a_day_is_that_of_the_registrys_time_zone() -> None:
    [entry] = recorded(event("2025-09-01T01:00")).entries
    assert date(2025, 8, 31) == entry.on


def test_what_happened_after_the_day_is_not_told() -> None:
    found = recorded(event("2025-09-01T12:00"), event("2025-09-02T12:00"), as_of="2025-09-01")
    assert [0] == [entry.number for entry in found.entries]


def test_the_newest_comes_first() -> None:
    found = recorded(event("2025-09-01T12:00"), event("2025-09-02T12:00"))
    assert [1, 0] == [entry.number for entry in found.of(("commitments", "rail"))]


def test_several_records_share_one_order() -> None:
    events = event("2025-09-01T12:00"), event("2025-09-01T12:00", "road"), event("2025-09-02T12:00")
    records = ("commitments", "road"), ("commitments", "rail"), ("commitments", "road")
    assert [2, 1, 0] == [entry.number for entry in recorded(*events).of(*records)]


def test_months_follow_each_other_from_the_last_though_commits_are_dated_back() -> None:
    dates = ("2025-08-01T12:00", "2025-10-01T12:00", "2025-09-01T12:00")
    assert ["2025-10", "2025-09", "2025-08"] == list(recorded(*map(event, dates)).by_month)


def test_one_revision_is_one_occasion() -> None:
    events = (
        event("2025-09-01T12:00", "rail", "record_added"),
        event("2025-09-01T12:00", "road"),
        event("2025-09-02T12:00"),
    )
    found = occasions(recorded(*events).entries)
    assert [1, 2] == [len(occasion.entries) for occasion in found]
    assert {("commitments", "added"): 1, ("commitments", "changed"): 1} == found[1].counts
