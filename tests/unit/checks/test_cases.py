"""Every code has a registry that it finds fault with and one, next to it, that is right.

`tests/cases/<CODE>/bad` and `/good` are laid over `tests/cases/base`; to add a case is to
add files.  What needs a base to be compared with has it in `tests/cases/<CODE>/base`.
"""

from pathlib import Path

import pytest

from generator.checks import codes
from tests.checking import BASE, CASES, case

ELSEWHERE = {
    "LOAD01": "hostile/test_load_hostile.py",
    "LOAD02": "hostile/test_load_hostile.py",
    "LOAD04": "hostile/test_load_hostile.py",
    "YAML10": "hostile/test_load_hostile.py",
    "CHECK01": "unit/checks/test_runner.py",
}
"""Codes whose cases no repository can or should hold, and the test that has them."""

ALONGSIDE = {"CHECK02": {"SCHEMA02"}, "CHECK03": {"SCHEMA01"}, "SET02": {"LANG01"}}
"""Codes that a bad case cannot do without."""

FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir() and path != BASE)
each_case = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)


def found(folder: Path) -> set[str]:
    return {finding.code for finding in case(folder).findings}


@each_case
def test_a_bad_case_is_found_for_what_it_is_and_nothing_else(folder: Path) -> None:
    assert {folder.name} | ALONGSIDE.get(folder.name, set()) == found(folder / "bad")


@each_case
def test_a_good_case_has_no_finding_at_all(folder: Path) -> None:
    assert found(folder / "good") == set()


def test_every_code_has_its_cases() -> None:
    missing = set(codes()) - set(ELSEWHERE) - {folder.name for folder in FOLDERS}
    assert missing == set(), "add tests/cases/<CODE>/{good,bad}"


def test_every_case_has_a_code() -> None:
    assert {folder.name for folder in FOLDERS} <= set(codes()) - set(ELSEWHERE)


def test_codes_whose_cases_are_elsewhere_are_tested_there() -> None:
    tests = Path(__file__).parents[2]
    untested = {
        code
        for code, file in ELSEWHERE.items()
        if code not in (tests / file).read_text(encoding="utf-8")
    }
    assert untested == set()
