"""The forge's workflows: valid, with few rights, pinned, and nothing but our own commands."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
TOOLS = {
    # First: the others only warn about a file that they cannot read.
    "check-jsonschema": ("--builtin-schema", "vendor.github-workflows"),
    "zizmor": ("--offline", "--no-progress", "--persona", "pedantic"),
    "jactionlint": ("--shellcheck=",),
}
PINNED = re.compile(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    """Read all scalars as text: YAML 1.1 would take the key `on` for a truth value."""
    return dict(yaml.load(path.read_bytes(), Loader=yaml.BaseLoader))  # noqa: S506 - text alone


def jobs(path: Path) -> Iterator[dict[str, Any]]:
    yield from read(path)["jobs"].values()


@pytest.mark.parametrize("tool", TOOLS)
def test_a_checker_of_workflows_finds_nothing(tool: str, program: Callable[[str], str]) -> None:
    command = [program(tool), *TOOLS[tool], *map(str, WORKFLOWS)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_there_are_workflows_to_look_at() -> None:
    assert {"publish", "validate"} <= {path.stem for path in WORKFLOWS}


@each_workflow
def test_nothing_is_allowed_unless_a_job_says_so_and_why(path: Path) -> None:
    assert read(path)["permissions"] == {}
    granted = re.findall(r"^ +[a-z-]+: (?:read|write)\b.*$", path.read_text(), re.MULTILINE)
    assert granted
    assert all(" # " in line for line in granted), granted


@each_workflow
def test_every_job_ends_in_time(path: Path) -> None:
    assert all("timeout-minutes" in job for job in jobs(path))


@each_workflow
def test_actions_are_pinned_by_commit_and_name_their_release(path: Path) -> None:
    used = [line for line in path.read_text().splitlines() if "uses:" in line]
    assert used
    assert [] == [line for line in used if not PINNED.search(line)]


@each_workflow
def test_a_step_is_an_action_or_one_command_that_also_runs_at_a_desk(path: Path) -> None:
    commands = [step["run"] for job in jobs(path) for step in job["steps"] if "run" in step]
    assert [] == [command for command in commands if not re.fullmatch(r"make [^\n;&|]+", command)]


@each_workflow
def test_no_token_is_left_behind_in_a_checkout(path: Path) -> None:
    checkouts = [
        step
        for job in jobs(path)
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_a_base_is_one_word_of_a_stranger_whatever_it_says(
    tmp_path: Path, program: Callable[[str], str]
) -> None:
    base = "main; touch a $(touch b) `touch c` $(shell touch d) --strict"
    (tmp_path / "Makefile").write_bytes((FOLDER.parents[1] / "Makefile").read_bytes())
    portal = tmp_path / ".venv" / "bin" / "portal"
    portal.parent.mkdir(parents=True)
    portal.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    portal.chmod(0o755)
    done = subprocess.run(
        [program("make"), "--no-print-directory", "check", "PYTHON=true"],
        cwd=tmp_path,
        env=os.environ | {"BASE": base},
        check=True,
        capture_output=True,
        text=True,
    )
    assert ["check", "--format", "text", "--base", base] == done.stdout.splitlines()
    assert {"Makefile", ".venv"} == {path.name for path in tmp_path.iterdir()}
