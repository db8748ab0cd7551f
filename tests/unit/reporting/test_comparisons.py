"""Comparisons as text, JSON, annotations and Markdown."""

import json
from datetime import date
from typing import Any

import pytest

from generator.changes import changes
from generator.metrics.movement import moves, shifts
from generator.reporting.comparisons import Comparison, PageChange, RecordChanges, names, render
from tests.builders import agency, commitment, partner, snapshot, words

AS_OF = "2026-06-01"
HOSTILE = "x\n::error file=y::z\x1b[31m <b>*@all* [l](javascript:x) | `"


def made(title: str, due: str) -> Any:  # noqa: ANN401 - a record
    milestone = {"id": "m2", "title": words("Rails"), "due_on": due}
    return commitment(
        "railway",
        title=words(title),
        signed_on="2024-01-01",
        lead_agency="transport",
        partners=[{"partner": "otherland"}],
        key_project={"category": "rail"},
        implementation={"to_on": due},
        milestones=[milestone],
    )


def comparison(title: str = "Railway", language: str = "en", **other: Any) -> Comparison:  # noqa: ANN401
    who = (agency("transport", name=words("Transport")), partner("otherland"))
    before = snapshot(AS_OF, *who, made(title, "2025-06"))
    after = snapshot(AS_OF, *who, made(title, "2026-12"))
    found = changes(
        "commitments",
        "railway",
        {"title": words(title), "place": words("A")},
        {"title": words(title), "place": words(title)},
    )
    path = "registry/commitments/transport/railway.yml"
    values: dict[str, Any] = {
        "before": "v1",
        "after": title,
        "as_of": date.fromisoformat(AS_OF),
        "records": [RecordChanges("commitments", "railway", path, found)],
        "moves": tuple(moves(before, after)),
        "shifts": tuple(shifts(before, after)),
        "pages": [PageChange("commitments/railway/", "changed", ("en",))],
        "registry": after.registry,
        "language": language,
    }
    return Comparison(**(values | other))


def test_a_person_reads_records_then_what_they_move() -> None:
    lines = render("text", comparison()).splitlines()
    assert lines[0] == "From v1 to Railway, both as of 1 June 2026"
    assert "Railway  (commitments/railway)" in lines
    assert "    Railway: “Rails” due June 2025 → December 2026" in lines
    figures = "Overdue 1 → 0; At risk 1 → 0; Milestones reached on time 0% → –"
    assert f"    All commitments: {figures}" in lines
    assert f"    Transport: {figures}" in lines
    assert "1 page differs" in lines
    assert "    /commitments/railway/ (en)" in lines


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_every_language_has_the_words(language: str) -> None:
    out = render("text", comparison(language=language))
    assert "1 → 0" in out
    assert "diff." not in out


def test_that_nothing_differs_is_said() -> None:
    nothing = comparison(records=[], moves=(), shifts=(), pages=())
    assert "Nothing differs." in render("text", nothing)


def test_what_could_not_be_compared_is_said_and_null() -> None:
    unsound = comparison(moves=None, shifts=(), pages=None)
    out = render("text", unsound)
    assert "Figures were not compared" in out
    assert "Pages were not compared" in out
    assert "Nothing differs." not in render("text", comparison(records=[], moves=None, pages=None))
    told = json.loads(render("json", unsound))
    assert (None, None) == (told["figures"], told["pages"])


def test_programs_get_all_of_it_as_objects() -> None:
    told = json.loads(render("json", comparison()))
    assert {"as_of", "changes", "milestones", "figures", "pages"} == told.keys()
    assert "text_corrected" == told["changes"][0]["kind"]
    [overdue] = [
        each for each in told["figures"] if (each["metric"], each["by"]) == ("overdue", "all")
    ]
    assert (1, 0, [], ["railway"]) == tuple(
        overdue[key] for key in ("before", "after", "came", "went")
    )
    assert {"address": "commitments/railway/", "what": "changed", "languages": ["en"]} in told[
        "pages"
    ]


def test_a_file_gets_a_notice_and_so_does_each_part() -> None:
    first, *others = render("github", comparison()).splitlines()
    assert first.startswith(
        "::notice file=registry/commitments/transport/railway.yml,line=1,title=Railway::"
    )
    assert 3 == sum(line.startswith("::notice title=") for line in others)


def test_a_record_that_is_gone_is_told_without_a_file() -> None:
    gone = RecordChanges(
        "commitments", "railway", "", changes("commitments", "railway", {}, {"a": 1})
    )
    assert render("github", comparison(records=[gone])).startswith("::notice title=Railway::")


@pytest.mark.parametrize("form", names())
def test_nothing_in_a_record_moves_the_cursor_or_becomes_a_command(form: str) -> None:
    out = render(form, comparison(HOSTILE))
    assert "\x1b" not in out
    assert not any(line.startswith("::error") for line in out.splitlines())


def test_nothing_in_a_record_becomes_markup() -> None:
    out = render("markdown", comparison(HOSTILE))
    assert "<b>" not in out
    assert "@all" not in out
    assert "](" not in out


def test_a_long_list_is_closed_in_markdown() -> None:
    pages = [PageChange(f"commitments/c{number}/", "added", ("en",)) for number in range(21)]
    out = render("markdown", comparison(pages=pages))
    assert "<details><summary>21 pages differ</summary>" in out
    assert "<details>" not in render("markdown", comparison(pages=pages[:20]))
