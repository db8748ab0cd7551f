"""Runs every test and says at the end, in one place, what passed, failed, and could not run.

One failure does not hide the next: all steps run. Under CI nothing may be left out.
"""

import os
import subprocess
import sys
from collections.abc import Sequence

from tests.tools.programs import OUTSIDE, ROOT, find

PYTHON = (sys.executable, "-m")
STEPS: dict[str, Sequence[str]] = {
    "style": (*PYTHON, "ruff", "check", "--quiet"),
    "form": (*PYTHON, "ruff", "format", "--check", "--quiet"),
    "types": (*PYTHON, "mypy"),
    "layers": (find("lint-imports") or "lint-imports", "--no-logo"),
    # Browser tests take long and stand together: who has none left takes some of the other's.
    "tests": (*PYTHON, "pytest", "-n", "2", "--dist", "worksteal", "--quiet"),
}


def main() -> int:
    """Run the steps; the exit status is 0 if all that had to run ran and passed."""
    outcomes = {name: passes(name, command) for name, command in STEPS.items()}
    print()
    for name, passed in outcomes.items():
        print(f"  {name:<8} {'passed' if passed else 'FAILED'}")
    missing = [program for program in OUTSIDE if program.path() is None]
    for program in missing:
        print(f"  NOT RUN  {program.serves}: {cure(program.names[0], program.packages)}")
    left_out = bool(missing) and "CI" in os.environ
    return 0 if all(outcomes.values()) and not left_out else 1


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one step, with its name above whatever it prints."""
    print(f"── {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def cure(name: str, packages: Sequence[str]) -> str:
    """Say how a missing program gets onto this machine."""
    how = f"sudo apt-get install {' '.join(packages)}" if packages else f"install {name}"
    return f"no {name} here ({how})"


if __name__ == "__main__":
    sys.exit(main())
