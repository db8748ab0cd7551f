"""The whole site of a small registry is, to the byte, what somebody last looked at and accepted."""

import os
import subprocess
import sys
from collections.abc import Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from generator.site import assembly
from tests.golden.whole_site import whole_site
from tests.tools.leaks import files_of
from tests.tools.programs import ROOT

EXPECTED = Path(__file__).parent / "expected"
KEPT = frozenset({".html", ".csv", ".json", ".xml", ".txt"})
"""Drawings are left out: they are large, and the tests of charts look at them."""

HOW_TO_BLESS = (
    "If the site is meant to look like this, run `make bless` and commit what it changed."
)
LONGEST_DIFFERENCE = 40


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, bytes]:
    """The site, without the versions of what built it: they change without anything of ours."""
    monkeypatch.setattr(assembly, "version", lambda _: "1.0.0")
    return {path: content for path, content in whole_site().items() if Path(path).suffix in KEPT}


def write_over(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files and no others."""
    for path in files_of(folder).keys() - files.keys():
        (folder / path).unlink()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def difference(path: str, expected: bytes, made: bytes) -> str:
    """The first lines in which two texts differ."""
    lines = unified_diff(
        expected.decode().splitlines(), made.decode().splitlines(), "expected", path, lineterm=""
    )
    return "\n".join(islice(lines, LONGEST_DIFFERENCE))


def test_the_site_is_what_was_blessed(site: Mapping[str, bytes], bless: bool) -> None:
    if bless:
        write_over(EXPECTED, site)
    expected = files_of(EXPECTED)
    gone, new = sorted(expected.keys() - site.keys()), sorted(site.keys() - expected.keys())
    changed = [
        path for path in sorted(expected) if site.get(path, expected[path]) != expected[path]
    ]
    if gone or new or changed:
        shown = difference(changed[0], expected[changed[0]], site[changed[0]]) if changed else ""
        pytest.fail(f"gone: {gone}\nnew: {new}\nchanged: {changed}\n{shown}\n\n{HOW_TO_BLESS}")


def fingerprints(folder: Path, **environment: str) -> str:
    """What another process makes, in another folder and under other conditions."""
    command = [sys.executable, "-m", "tests.golden.whole_site"]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def test_the_same_records_give_the_same_site_anywhere(tmp_path: Path) -> None:
    here = fingerprints(ROOT, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = fingerprints(tmp_path, TZ="America/Los_Angeles", LC_ALL="C", PYTHONHASHSEED="4242")
    assert here
    assert here == there
