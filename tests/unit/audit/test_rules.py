"""Each rule finds what was planted for it, and nothing is found where all is in order."""

import re
from pathlib import Path

import pytest

from generator.audit import codes
from generator.reporting.wording import worded
from generator.text import catalogue
from generator.text.catalogue import languages
from tests.unit.audit.planted import PLANTS, clean, judge, judge_plant

ELSEWHERE = {"AUD01": "test_runner.py"}
"""Codes of which nothing can be planted, and the test that has them."""

each_plant = pytest.mark.parametrize("code", PLANTS)


def test_a_history_in_order_is_silent(tmp_path: Path) -> None:
    verdict = judge(clean(tmp_path / "repository"))
    assert ([], 5, 0) == (list(verdict.findings), verdict.revisions, verdict.excused)


@each_plant
def test_what_was_planted_is_found_and_nothing_else(code: str, tmp_path: Path) -> None:
    verdict = judge_plant(code, tmp_path / "repository")
    assert {code} == {each.code for each in verdict.findings}


@each_plant
def test_a_finding_names_its_record_and_its_commits(code: str, tmp_path: Path) -> None:
    for finding in judge_plant(code, tmp_path / "repository").findings:
        assert finding.arguments["record"]
        assert re.fullmatch(r"([0-9a-f]{7,40}( |$))*", finding.arguments["commits"])
        for language in languages():
            wording = worded(finding, language)
            assert "{" not in wording.message + wording.fix


def test_every_code_has_a_plant() -> None:
    assert set(codes()) == set(PLANTS) | set(ELSEWHERE)


def test_codes_that_are_planted_elsewhere_are_tested_there() -> None:
    for code, file in ELSEWHERE.items():
        assert code in Path(__file__).with_name(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", codes())
def test_a_code_says_what_is_found_what_to_do_and_why(code: str, language: str) -> None:
    texts = catalogue(language)
    parts = (f"{code}.{part}" for part in ("message", "fix", "why"))
    assert [] == [part for part in parts if not texts.has(part)]
