from hypothesis import given
from hypothesis import strategies as st

from generator.metrics.contract import Figure
from generator.metrics.movement import Move, moves, shifts
from generator.metrics.scope import Scope
from generator.metrics.snapshot import Snapshot
from tests.builders import agency, commitment, partner, snapshot, transfer, update, words

AS_OF = "2026-06-01"
WHO = (agency("energy"), agency("finance"), partner("otherland"))
SIGNED = {"signed_on": "2024-01-01"}
LATE = {**SIGNED, "implementation": {"to_on": "2025-12-31"}}


def railway(due: str, *slips: str, key: bool = True) -> Snapshot:
    moved = [
        {"id": f"s{number}", "slipped_on": "2026-01-01", **({"to_on": to} if to else {})}
        for number, to in enumerate(slips)
    ]
    milestone = {"id": "m2", "title": words("Rails"), "due_on": due, "slips": moved}
    project = {"key_project": {"category": "rail"}} if key else {}
    return snapshot(AS_OF, *WHO, commitment("railway", milestones=[milestone], **project))


def named(before: Snapshot, after: Snapshot) -> dict[tuple[str, Scope, str], Move]:
    return {(each.after.metric.name, each.scope, each.code): each for each in moves(before, after)}


def values(
    before: Snapshot, after: Snapshot, by: str, code: str
) -> dict[str, tuple[object, object]]:
    return {
        f"{name}:{part}" if part else name: (move.before.value, move.after.value)
        for (name, scope, part), move in named(before, after).items()
        if scope == Scope(by, code)
    }


def test_nothing_moves_between_a_state_and_itself() -> None:
    one = snapshot(AS_OF, *WHO, commitment("a", lead_agency="energy"))
    assert [] == list(moves(one, one))
    assert [] == list(shifts(railway("2025"), railway("2025")))


def test_a_due_date_moves_the_count_of_its_agency_and_of_all() -> None:
    before = snapshot(AS_OF, *WHO, commitment("a", lead_agency="energy", **LATE))
    after = snapshot(
        AS_OF,
        *WHO,
        commitment("a", lead_agency="energy", **SIGNED, implementation={"to_on": "2027"}),
    )
    assert {"overdue": (1, 0)} == values(before, after, "all", "")
    assert {"overdue": (1, 0)} == values(before, after, "agency_now", "energy")
    assert {} == values(before, after, "agency_now", "finance")


def test_a_figure_of_a_group_that_was_empty_comes_from_nothing() -> None:
    before = snapshot(AS_OF, *WHO, commitment("a", lead_agency="energy", **LATE))
    handed = {"transfers": [transfer(["finance"], "2026-02-01")]}
    after = snapshot(AS_OF, *WHO, commitment("a", lead_agency="energy", **LATE, **handed))
    assert (0, 1) == values(before, after, "agency_now", "finance")["overdue"]
    assert (1, 0) == values(before, after, "agency_now", "energy")["overdue"]
    assert "overdue" not in values(before, after, "all", "")


def test_a_move_tells_the_records_that_came_and_went() -> None:
    before = snapshot(AS_OF, *WHO, commitment("a", **LATE), commitment("b", **SIGNED))
    after = snapshot(AS_OF, *WHO, commitment("a", **SIGNED), commitment("b", **LATE))
    move = named(before, after)["overdue", Scope(), ""]
    assert (1, 1) == (move.before.value, move.after.value)
    assert (("b",), ("a",)) == (move.came, move.went)


def test_an_added_record_counts_in_its_year_and_status() -> None:
    before = snapshot(AS_OF, *WHO)
    told = {"updates": [update("u1", "2026-05-01", delivery_status="in_progress")]}
    after = snapshot(AS_OF, *WHO, commitment("a", signed_on="2024-03-01", **told))
    found = values(before, after, "all", "")
    assert (0, 1) == found["new_commitments:2024"]
    assert (0, 1) == found["delivery:in_progress"]


def test_a_share_of_nothing_has_no_value() -> None:
    done = {"id": "m1", "title": words("M"), "due_on": "2025-06-30", "completed_on": "2025-06-01"}
    before, after = snapshot(AS_OF), snapshot(AS_OF, commitment("a", milestones=[done], **SIGNED))
    assert (None, 1.0) == values(before, after, "all", "")["milestones_on_time"]


def test_a_key_projects_milestone_shifts_with_its_slips() -> None:
    [shift] = shifts(railway("2025-06"), railway("2025-06", "2025-12"))
    assert ("railway", "m2") == (shift.commitment, shift.milestone.id)
    assert ("2025-06", "2025-12") == (str(shift.before), str(shift.after))


def test_a_slip_without_a_new_date_leaves_none() -> None:
    [shift] = shifts(railway("2025-06"), railway("2025-06", ""))
    assert shift.after is None


def test_only_key_projects_are_looked_at_and_only_milestones_of_both() -> None:
    assert [] == list(shifts(railway("2025-06", key=False), railway("2026", key=False)))
    assert [] == list(shifts(snapshot(AS_OF), railway("2026")))


@given(st.permutations(["a", "b", "c"]), st.integers(0, 3))
def test_moves_forth_and_back_undo_each_other(order: list[str], late: int) -> None:
    before = snapshot(AS_OF, *(commitment(name, **SIGNED) for name in order))
    after = snapshot(
        AS_OF,
        *(commitment(name, **(LATE if at < late else SIGNED)) for at, name in enumerate(order)),
    )

    def told(found: Figure) -> tuple[object, frozenset[str]]:
        return found.value, frozenset(found.records)

    forth, back = named(before, after), named(after, before)
    assert forth.keys() == back.keys()
    for key, move in forth.items():
        assert told(move.before) == told(back[key].after)
        assert told(move.after) == told(back[key].before)
