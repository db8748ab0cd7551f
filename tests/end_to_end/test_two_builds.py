"""One registry gives one site: by both programs, in any folder, zone, locale and hash seed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PARTS = ("generator", "registry", "schema", "site_templates", "mkdocs.yml")
PORTAL = "from generator.cli.main import main; main()"
AS_OF = "2026-02-28"


def run(folder: Path, *arguments: str, **environment: str) -> None:
    """Run Python in a checkout, on the code of that checkout."""
    known = {**os.environ, "PYTHONPATH": str(folder), **environment}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=known, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr


def hashes(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def checkout(root: Path, folder: Path) -> Path:
    """The parts of this checkout that a site is made from, elsewhere and without git."""
    folder.mkdir()
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(
                root / part, folder / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(root / part, folder / part)
    return folder


def test_both_programs_make_the_same_bytes_everywhere(root: Path, tmp_path: Path) -> None:
    here = checkout(root, tmp_path / "here")
    there = checkout(root, tmp_path / "a folder with blanks")
    plugin = (here / "mkdocs.yml").read_text(encoding="utf-8")
    (here / "mkdocs.yml").write_text(
        plugin.replace(
            "      edition: public\n", f"      edition: public\n      as_of: '{AS_OF}'\n"
        ),
        encoding="utf-8",
    )
    run(
        here, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "one"),
        TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1", NO_MKDOCS_2_WARNING="1",
    )  # fmt: skip
    run(
        there, "-c", PORTAL, "--as-of", AS_OF, "build", "--site-dir", str(tmp_path / "two"),
        TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="4242",
    )  # fmt: skip
    one, two = hashes(tmp_path / "one"), hashes(tmp_path / "two")
    assert len(one) > 500
    assert one == two
