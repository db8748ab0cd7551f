"""Resolves anew what is installed and writes the lock files (``make lock``).

One resolve for every system and Python from the oldest on. No lock file names an address:
where packages come from is each installation's own affair (many offices have a mirror).
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE_LOCK = ROOT / "package-lock.json"
COMPILE = (
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--group", "build"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade"),
    *("--no-header", "--no-emit-index-url", "--quiet"),
)


def main() -> None:
    """Write ``site.txt``, ``test.txt`` (the same and more) and ``package-lock.json``."""
    site, test = "requirements/site.txt", "requirements/test.txt"
    run(*COMPILE, "--output-file", site)
    run(*COMPILE, "--group", "test", "--constraint", site, "--output-file", test)
    run("npm", "update", "--package-lock-only")
    without_addresses(PACKAGE_LOCK)


def without_addresses(path: Path) -> None:
    """Take out the pages that ask for funding: npm writes them whatever it is told."""
    lock = json.loads(path.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def run(*command: str) -> None:
    """Run one step in the checkout; its own words are enough where it fails."""
    if status := subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(status)


if __name__ == "__main__":
    main()
