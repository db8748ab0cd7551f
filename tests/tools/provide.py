"""Installs what the tests need beyond Python: system packages where the user may, Node packages.

What is there already is left alone, and what cannot be installed is only said: the tests that
need it are skipped, and `make test` names them at its end.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.tools.programs import NPM, OUTSIDE, ROOT


def main() -> None:
    """Provide everything that can be provided here."""
    system_packages(
        [package for needed in OUTSIDE if not needed.path() for package in needed.packages]
    )
    if npm := NPM.path():
        node_packages(npm)


def system_packages(packages: Sequence[str]) -> None:
    """Install missing packages with apt-get, if this is its superuser."""
    apt = shutil.which("apt-get")
    if not packages or apt is None or os.geteuid() != 0:
        return
    say(f"Installing {', '.join(packages)} …")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        subprocess.run((apt, "-qq", *arguments), env=environment, check=False)


def node_packages(npm: str, folder: Path = ROOT) -> None:
    """Install what a folder's package-lock.json says, unless just that is installed."""
    stamp = folder / "node_modules" / ".installed-from"
    state = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return
    say("Installing the Node packages of package-lock.json …")
    if subprocess.run((npm, "ci", "--ignore-scripts"), cwd=folder, check=False).returncode == 0:
        stamp.write_text(state, encoding="utf-8")


def say(message: str) -> None:
    """Print at once, before what a child process prints."""
    print(message, flush=True)


if __name__ == "__main__":
    main()
