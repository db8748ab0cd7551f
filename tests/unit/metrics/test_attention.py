from generator.metrics.attention import attention
from tests.builders import commitment, snapshot, standings, update, words

SIGNED = {"signed_on": "2025-01-01", "assignment": {"assigned_on": "2025-01-10"}}


def test_each_list_holds_its_own_and_one_may_be_on_several() -> None:
    milestone = {"id": "m1", "title": words("first"), "due_on": "2025-03-01"}
    found = snapshot(
        "2025-12-31",
        commitment("fine", **SIGNED, updates=[update("u1", "2025-12-01")]),
        commitment("late", **SIGNED, implementation={"to_on": "2025-06"}, milestones=[milestone]),
        commitment("quiet", **SIGNED, updates=[update("u1", "2025-02-01")]),
        commitment("unassigned", signed_on="2025-01-01", updates=[update("u1", "2025-12-01")]),
        commitment("led", **SIGNED, lead_agency="a", updates=[update("u1", "2025-12-01")]),
    )
    figures = attention(found, standings(found))
    assert {
        "overdue": ("late",),
        "stale": ("quiet",),
        "not_reported": ("late",),
        "assignment_not_reported": ("unassigned",),
        "at_risk": ("late",),
        "no_agency": ("fine", "late", "quiet", "unassigned"),
    } == {name: figure.records for name, figure in figures.items()}
    assert all(len(figure.records) == figure.value for figure in figures.values())
    assert all(() == figure.left_out for figure in figures.values())


def test_what_may_be_late_is_left_out_and_listed() -> None:
    found = snapshot(
        "2025-12-15",
        commitment("due-this-month", **SIGNED, implementation={"to_on": "2025-12"}),
        commitment("due-today", **SIGNED, implementation={"to_on": "2025-12-15"}),
        commitment("perhaps-signed", signed_on="2025-12"),
        commitment("perhaps-stale", **SIGNED, updates=[update("u1", "2025-06")]),
    )
    figures = attention(found, standings(found))
    assert () == figures["overdue"].records
    assert ("due-this-month", "perhaps-signed") == figures["overdue"].left_out
    assert ("perhaps-signed", "perhaps-stale") == figures["stale"].left_out
    assert ("perhaps-signed",) == figures["not_reported"].left_out


def test_a_span_is_uncertain_only_while_the_limit_lies_within_it() -> None:
    for as_of, left_out, stale in (
        ("2025-11-28", (), ()),
        ("2025-11-29", ("c",), ()),
        ("2025-12-27", ("c",), ()),
        ("2025-12-28", (), ("c",)),
    ):
        found = snapshot(as_of, commitment("c", **SIGNED, updates=[update("u1", "2025-06")]))
        figure = attention(found, standings(found))["stale"]
        assert (stale, left_out) == (figure.records, figure.left_out), as_of
