"""A finding in the words of a language."""

import pytest

from generator.errors import Finding, Location, PortalError, Severity
from generator.reporting import worded
from generator.reporting.wording import explained


def finding(code: str, **arguments: str) -> Finding:
    return Finding(code, Severity.ERROR, Location("a.yml"), arguments)


def test_what_was_probably_meant_is_asked_before_the_cure() -> None:
    wording = worded(finding("SCHEMA01", key="titel", known="title", suggestion="title"), "en")
    assert wording.fix.startswith("Did you mean title? ")


def test_an_argument_reads_in_the_language_of_the_reader() -> None:
    names = {"coordinator": "mofa", "coordinator:en": "Ministry", "coordinator:vi": "Bộ"}
    assert "Ministry" in worded(finding("RESP02", **names), "en").message
    assert "Bộ" in worded(finding("RESP02", **names), "vi").message


def test_an_argument_without_the_readers_language_is_given_as_it_is() -> None:
    names = {"coordinator": "mofa", "coordinator:fr": "Ministère"}
    assert "mofa" in worded(finding("RESP02", **names), "en").message


def test_a_finding_may_bring_its_own_cure() -> None:
    cure = {"found": "x", "fix:en": "Write a day.", "fix:vi": "Ghi một ngày."}
    assert worded(finding("SCHEMA05", **cure), "vi").fix == "Ghi một ngày."


def test_a_cure_in_other_languages_only_gives_way_to_the_catalogues() -> None:
    fix = worded(finding("SCHEMA05", **{"found": "x", "fix:fr": "Écrivez un jour."}), "en").fix
    assert "schema/README.md" in fix


def test_a_value_that_the_catalogue_names_is_given_in_its_words() -> None:
    assert "pipe" in worded(finding("LOAD01", what="pipe"), "en").message
    assert "ống dẫn" in worded(finding("LOAD01", what="pipe"), "vi").message


@pytest.mark.parametrize("value", ["{found}", "{0}", "{", "%s", "\x1b[2J\n::error::x"])
def test_a_value_is_never_a_template_or_a_command(value: str) -> None:
    message = worded(finding("SCHEMA05", found=value), "en").message
    assert message.isprintable()
    assert value.partition("\x1b")[0] in message


def test_a_problem_that_stopped_the_program_is_explained() -> None:
    problem = PortalError("registry_missing", folder="no\x1bwhere")
    assert r"no\x1bwhere" in explained(problem, "en")
    assert explained(problem, "vi") != explained(problem, "en")
