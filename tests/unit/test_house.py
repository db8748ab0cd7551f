"""The order of the house: what files promise each other, and nothing else would notice."""

import json
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
MODULES = sorted((ROOT / "generator").rglob("*.py"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("schema/*.md")])
LONGEST_MODULE = 400

each_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)
each_lock = pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(path: Path) -> set[str]:
    """Return `name==version` for each requirement of a lock file."""
    return set(re.findall(r"^[a-z0-9-]+==[^ ]+", path.read_text(encoding="utf-8"), re.MULTILINE))


def normal(name: str) -> str:
    """Write a distribution's name in the one form that all its spellings share."""
    return re.sub(r"[-_.]+", "-", name).lower()


# --- what is installed ---------------------------------------------------------------------------


@each_lock
def test_a_lock_has_a_hash_for_each_requirement_and_no_address(path: Path) -> None:
    lock = path.read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=[a-z0-9])", lock)
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert re.search(r"https?://|--(extra-)?index|--find-links", lock) is None


def test_the_tests_run_with_the_very_versions_that_build_the_site() -> None:
    requirements = ROOT / "requirements"
    assert pins(requirements / "site.txt") <= pins(requirements / "test.txt")


@pytest.mark.parametrize("name", ["package-lock.json", "tests/lighthouse/package-lock.json"])
def test_the_lock_of_node_packages_has_no_address_and_a_hash_for_each(name: str) -> None:
    lock = text(name)
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)


def test_every_package_that_the_generator_imports_is_declared() -> None:
    declared = {
        normal(re.split(r"[\[<>=! ]", each)[0]) for each in PROJECT["project"]["dependencies"]
    }
    imported = {
        name
        for module in MODULES
        for name in re.findall(
            r"^\s*(?:import|from) +(\w+)", module.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    providers = metadata.packages_distributions()
    undeclared = {
        name
        for name in imported - {"generator"}
        if name in providers and not declared & {normal(each) for each in providers[name]}
    }
    assert undeclared == set()


def test_every_entry_point_can_be_loaded() -> None:
    project = PROJECT["project"]
    for value in (
        project["scripts"]["portal"],
        *project["entry-points"]["mkdocs.plugins"].values(),
    ):
        assert metadata.EntryPoint("portal", value, "any").load()


# --- the code ------------------------------------------------------------------------------------


def test_no_module_is_so_long_that_it_must_hold_two_ideas() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path.name for path, length in lengths.items() if length > LONGEST_MODULE} == set()


def test_each_rule_that_ruff_leaves_out_has_its_reason_beside_it() -> None:
    lint = re.search(
        r"\[tool\.ruff\.lint\].*?\n\[tool\.ruff\.lint\.f", text("pyproject.toml"), re.DOTALL
    )
    assert lint
    rules = re.findall(r'^ +"[A-Z]+\d*",.*$', lint[0], re.MULTILINE)
    assert rules
    assert [rule for rule in rules if not re.search(r"# \w+", rule)] == []


def test_every_hook_runs_from_this_checkout() -> None:
    repositories = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert {"local"} == {each["repo"] for each in repositories}
    assert {"system"} == {hook["language"] for each in repositories for hook in each["hooks"]}


# --- what is written for people ------------------------------------------------------------------


def test_the_two_commands_stand_on_the_first_screen() -> None:
    first_screen = "\n".join(text("README.md").splitlines()[:20])
    assert "make site" in first_screen
    assert "make test" in first_screen


def test_every_command_of_the_makefile_is_explained_by_its_help() -> None:
    makefile = text("Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))


def test_every_script_that_the_makefile_starts_is_there() -> None:
    makefile = text("Makefile")
    modules = re.findall(r"IN_VENV\) (\w+\.[\w.]+)", makefile)
    scripts = [f"{name.replace('.', '/')}.py" for name in modules]
    scripts += re.findall(r"python\)? (\S+\.py)", makefile, re.IGNORECASE)
    assert scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []


@each_document
def test_a_command_that_a_document_names_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


@each_document
def test_a_link_in_a_document_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap_and_listed() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n + 1:04}" for n in range(len(DECISIONS))]
    index = text("docs/decisions/README.md")
    assert [path.name for path in DECISIONS if f"]({path.name})" not in index] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts(path: Path) -> None:
    decision = path.read_text(encoding="utf-8")
    assert decision.startswith(f"# {path.name[:4]} ")
    assert re.search(r"^Status: .+, \d{4}-\d{2}-\d{2}$", decision, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", decision, re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]


def test_what_the_site_ships_of_others_is_named_with_the_locked_version() -> None:
    third_party = text("THIRD_PARTY.md")
    for pin in pins(ROOT / "requirements" / "site.txt"):
        name, version = pin.split("==")
        if name in {"mkdocs-material", "matplotlib"}:
            assert f"| {version} |" in third_party, name


def test_both_licences_are_here_in_full() -> None:
    assert "Version 2.0, January 2004" in text("LICENSE")
    assert "Section 8 – Interpretation." in text("LICENSES/CC-BY-4.0.txt")


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "\n## [Unreleased]\n" in text("CHANGELOG.md")
