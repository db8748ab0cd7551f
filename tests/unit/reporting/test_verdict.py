"""What an audit found, as people and programs read it."""

import json
import re

import pytest

from generator.errors import Finding, Location, Severity
from generator.reporting.verdict import Findings, forms, render
from generator.text.catalogue import languages

PLACE = Location("commitments/energy/solar.yml", pointer="updates.u1")
ARGUMENTS = {
    "record": "solar",
    "commits": "aaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbb",
    "commit": "bbbbbbbbbbbb",
    "day": "2025-01-08",
    "who": "ngan@energy.example.org",
    "key": "updates.u1",
}


def found(**arguments: str) -> Findings:
    finding = Finding("AUD09", Severity.REVIEW, PLACE, ARGUMENTS | arguments)
    return Findings([finding], revisions=7, excused=2, folder="registry")


def test_text_says_what_why_what_to_do_and_which_commits() -> None:
    lines = render("text", found(), "en").splitlines()
    assert lines[0] == (
        "registry/commitments/energy/solar.yml: review AUD09: In `solar`, the published entry"
        " `updates.u1` was rewritten or taken out in commit bbbbbbbbbbbb of 2025-01-08 by"
        " ngan@energy.example.org."
    )
    assert lines[1].startswith("  why: Who rewrites a log")
    assert lines[2].startswith("  fix: Ask why.")
    assert lines[3] == "  commits: aaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbb"
    assert lines[4:6] == [
        "1 review.",
        "Revisions looked at: 7. Findings excused by baselines and exceptions: 2.",
    ]
    assert lines[6].startswith("Internal: ")


def test_json_names_the_record_and_the_whole_ids_of_commits() -> None:
    data = json.loads(render("json", found(), "en"))
    [finding] = data["findings"]
    assert ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"] == finding["commits"]
    assert ("solar", "AUD09", "review") == tuple(
        finding[key] for key in ("record", "code", "severity")
    )
    assert {"errors": 0, "reviews": 1, "warnings": 0, "revisions": 7, "excused": 2} == data[
        "summary"
    ]


@pytest.mark.parametrize("form", forms())
@pytest.mark.parametrize("language", languages())
def test_nothing_of_a_commit_breaks_out_of_its_line(form: str, language: str) -> None:
    hostile = "x\x1b[2J\n- **error** @team <img src=x> [a](b)"
    rendered = render(form, found(who=hostile, commits=f"a{hostile}", key=hostile), language)
    assert "\x1b" not in rendered
    assert "\n- **error**" not in rendered
    if form == "markdown":
        assert re.search(r"(?<!\\)[<\[*]", rendered.replace("**", "")) is None
        assert "@team" not in rendered


@pytest.mark.parametrize("form", forms())
def test_nothing_found_is_said(form: str) -> None:
    rendered = render(form, Findings([], revisions=3, excused=0, folder="."), "en")
    assert '"findings": []' in rendered if form == "json" else "No findings" in rendered
