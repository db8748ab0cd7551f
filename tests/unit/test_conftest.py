"""A green tick under CI must mean that everything ran."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPING = "import pytest\ndef test_it(): pytest.skip('no browser here')\n"


@pytest.mark.parametrize("place, status", [({}, 0), ({"CI": "true"}, 1)], ids=["desk", "ci"])
def test_a_skipped_test_fails_the_run_under_ci_alone(
    place: dict[str, str], status: int, tmp_path: Path
) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPING, encoding="utf-8")
    elsewhere = {name: value for name, value in os.environ.items() if name != "CI"}
    result = subprocess.run(
        (sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", os.devnull, str(tmp_path)),
        cwd=ROOT,
        env=elsewhere | place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert status == result.returncode, result.stdout
