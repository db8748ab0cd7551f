"""The HTML checker accepts every page of a language, but for what the theme's own templates do."""

import json
import subprocess
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.sites import Site
from tests.tools.programs import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACCEPTED = tomllib.loads(
    Path(__file__).with_name("html_findings.toml").read_text(encoding="utf-8")
)["accepted"]


def accepts(entry: Mapping[str, str], finding: Mapping[str, Any]) -> bool:
    return entry["message"] in finding["message"] and entry["extract"] in finding["extract"]


def test_every_finding_is_accepted_and_every_acceptance_is_needed(
    sites: Mapping[str, Site], program: Callable[[str], str]
) -> None:
    if not CHECKER.is_file():
        pytest.skip("vnu-jar is not installed")
    checker = [program("java"), "-jar", str(CHECKER), "--stdout", "--exit-zero-always"]
    # The second language is left out: its pages have the same markup.
    folders = [
        str(path)
        for site in sites.values()
        for path in site.folder.iterdir()
        if path.name not in ("en", "fr", "assets", "charts", "pagefind")
    ]
    checked = subprocess.run(
        [*checker, "--skip-non-html", "--format", "json", *folders],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(checked.stdout)["messages"]
    # What is neither an error nor a warning says where another finding began.
    found = [each for each in messages if "warning" in (each["type"], each.get("subType"))]
    found += [each for each in messages if each["type"] == "error"]
    assert [] == [
        f"{finding['url']}:{finding['lastLine']}: {finding['message']} {finding['extract']}"
        for finding in found
        if not any(accepts(entry, finding) for entry in ACCEPTED)
    ]
    assert [] == [
        entry for entry in ACCEPTED if not any(accepts(entry, finding) for finding in found)
    ]


def test_every_acceptance_has_its_reason() -> None:
    assert all(entry["reason"].strip() for entry in ACCEPTED)
