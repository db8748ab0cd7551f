"""All checks run, whatever one of them does, and everything is told once and in order."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from generator.checks import runner
from generator.checks.contract import Codes
from generator.errors import Finding, Location, Severity
from generator.load import Document
from generator.schema import Schemas
from tests.checking import BASE, SOLAR, base, check, codes, solar, words


def added(monkeypatch: pytest.MonkeyPatch, **attributes: object) -> None:
    """Add a check to those that are discovered."""
    module = ModuleType("generator.checks.invented")
    vars(module).update({"CODES": Codes(NEW01=Severity.ERROR)} | attributes)
    every = (*runner.modules(), module)
    monkeypatch.setattr(runner, "modules", lambda: every)


def crash(*_: object) -> Iterator[Finding]:
    yield Finding("NEW01", Severity.ERROR, Location(SOLAR))
    raise RuntimeError("no luck\nwith this")


@pytest.mark.parametrize("scope", ["document", "record", "registry"])
def test_a_check_that_crashes_is_a_finding_and_hides_no_other(
    scope: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(monkeypatch, **{scope: crash})
    report = check({SOLAR: solar(field="helth")})
    assert {"CHECK01", "NEW01", "VOC01"} == set(codes(report))
    crashes = [finding for finding in report.findings if finding.code == "CHECK01"]
    assert {"check": "invented", "detail": "RuntimeError: no luck"} == crashes[0].arguments


def test_a_file_that_the_model_refuses_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(entity: str, data: object) -> object:
        raise TypeError(entity, data)

    monkeypatch.setattr(runner, "structure", refuse)
    report = check({})
    assert {"CHECK01", "CHECK02"} == set(codes(report))
    assert report.registry is None


def test_without_settings_single_files_are_still_checked() -> None:
    report = check({"registry.yml": b"[", SOLAR: solar(basis="sign", field="helth")})
    assert ["SCHEMA04", "CHECK02", "YAML01"] == codes(report)


def test_an_unsound_record_is_left_out_and_can_still_be_referred_to() -> None:
    wind = {**solar(part_of="solar"), "id": "wind"}
    report = check({SOLAR: solar(basis="sign"), "commitments/energy/wind.yml": wind})
    assert ["SCHEMA04"] == codes(report)
    assert report.registry is not None
    assert ["wind"] == list(report.registry.commitments)


def test_a_file_that_cannot_be_read_can_still_be_referred_to() -> None:
    assert ["YAML01"] == codes(check({"agencies/energy.yml": b"["}))


def test_a_record_under_a_wrong_name_stays_out_of_the_model() -> None:
    report = check({"commitments/energy/wind.yml": solar(id="winds")})
    assert ["ID01"] == codes(report)
    assert report.registry is not None
    assert ["solar"] == list(report.registry.commitments)


def test_findings_are_sorted_by_place_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(document: Document, schemas: Schemas) -> Iterator[Finding]:
        del schemas
        for line in (3, 1, 3):
            yield Finding("NEW01", Severity.ERROR, Location(document.path, line))

    added(monkeypatch, document=twice)
    places = [(each.location.path, each.location.line) for each in check({}).findings]
    assert sorted(places) == places
    assert len(set(places)) == len(places)


def test_one_file_cannot_flood_the_report() -> None:
    report = check({SOLAR: solar(**{f"unknown_{number}": 1 for number in range(5000)})})
    assert runner.MAXIMUM_PER_FILE + 1 == len(report.findings)
    assert codes(report).count("CHECK03") == 1


def test_a_report_counts_by_severity() -> None:
    report = check({SOLAR: solar(field="helth", title=words("Two  spaces"))})
    assert [1, 0, 1] == [report.count(severity) for severity in Severity]


def test_every_code_has_one_check() -> None:
    declared = [code for module in runner.modules() for code in module.CODES]
    assert sorted(declared) == sorted(set(declared))


def test_codes_have_no_gap() -> None:
    numbers: dict[str, list[int]] = {}
    for code in runner.codes():
        numbers.setdefault(code.rstrip("0123456789"), []).append(int(code[-2:]))
    assert {topic: list(range(1, len(each) + 1)) for topic, each in numbers.items()} == numbers


def test_the_base_of_the_cases_is_sound() -> None:
    assert check({}).findings == ()
    assert base("registry.yml")["languages"] == ["en"]
    assert BASE.is_dir()
