"""What the schema check says, and where."""

from typing import Any

import pytest

from generator.errors import Finding
from tests.checking import SOLAR, check, solar, words


def only(**keys: Any) -> Finding:  # noqa: ANN401 - plain data
    findings = check({SOLAR: solar(**keys)}).findings
    assert len(findings) == 1
    return findings[0]


def test_a_misspelt_key_is_recognised_where_it_stands() -> None:
    finding = only(conditons=words("None"))
    assert ("SCHEMA01", "conditions") == (finding.code, finding.arguments["suggestion"])
    assert finding.location.pointer == "conditons"
    assert finding.location.line > 1


def test_a_misspelt_value_is_recognised() -> None:
    assert only(basis="signd").arguments["suggestion"] == "signed"


def test_keys_of_a_small_entry_are_named() -> None:
    finding = only(assignment={"assigned_on": "2024-10-01", "numbr": "1"})
    assert "document" in finding.arguments["known"]


def test_the_words_of_the_schema_come_along_in_every_language() -> None:
    finding = only(signed_on="10 September 2024")
    assert {"fix:en", "fix:vi"} <= set(finding.arguments)


def test_a_value_of_a_wrong_type_is_told_once() -> None:
    finding = only(basis=3)
    assert ("SCHEMA03", "string", "number") == (
        finding.code,
        finding.arguments["expected"],
        finding.arguments["type"],
    )


@pytest.mark.parametrize("value", ["14 April", 2024, ["2024"], {"on": "2024"}, ""])
def test_a_disputed_date_must_be_one(value: object) -> None:
    disputed = [{"key": "in_force_on", "values": [
        {"value": "2024-10-15", "sources": ["gazette"]},
        {"value": value, "sources": ["gazette"]},
    ]}]  # fmt: skip
    finding = only(disputed=disputed)
    assert finding.code == "SCHEMA08"
    assert finding.location.pointer.startswith("disputed.in_force_on.values.1")


def test_a_disputed_fact_may_lie_deep_in_the_record() -> None:
    milestones = [{"id": "m1", "title": words("Opening"), "due_on": "2027"}]
    disputed = [{"key": "milestones.m1.due_on", "values": [
        {"value": "2027", "sources": ["gazette"]},
        {"value": "soon", "sources": ["gazette"]},
    ]}]  # fmt: skip
    assert only(milestones=milestones, disputed=disputed).code == "SCHEMA08"


def test_a_long_value_is_quoted_in_short() -> None:
    assert len(only(basis="s" * 9999).arguments["found"]) < 100
