"""Makes the environment of this checkout: ``python3 requirements/install.py site|test``.

Everything comes from a file that is locked with hashes, so two machines get the same bytes.
A stamp beside the environment holds what was installed: while nothing changed, nothing is done.
Runs on the system's Python, before anything is installed: standard library alone.
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)


def main(which: str) -> None:
    """Bring the environment to what ``requirements/<which>.txt`` says."""
    demand_python()
    locked = ROOT / "requirements" / f"{which}.txt"
    stamp = ENVIRONMENT / f"{which}.stamp"
    state = fingerprint(locked)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return
    python = environment()
    print(f"Installing {locked.relative_to(ROOT)} into .venv (once; a minute or two) …", flush=True)
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--require-hashes", "-r", str(locked))
    run(*pip, "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    stamp.write_text(state, encoding="utf-8")


def demand_python() -> None:
    """Stop with a cure where this Python cannot make the environment."""
    oldest = ".".join(map(str, OLDEST_PYTHON))
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python {oldest} or later is needed. Name it: make PYTHON=python{oldest} …")
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        sys.exit(
            "This Python cannot make environments. On Debian and Ubuntu:\n"
            "  sudo apt-get install python3-venv"
        )


def fingerprint(locked: Path) -> str:
    """Tell one wanted state from another: requirements, project, interpreter, folder."""
    digest = hashlib.sha256()
    for part in (
        locked.read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
        str(ROOT).encode(),  # an environment that was moved no longer finds itself
    ):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def environment() -> str:
    """Make ``.venv`` unless this very Python made it here, and return its interpreter."""
    python = ENVIRONMENT / "bin" / "python"
    made_by = ENVIRONMENT / "made-by.stamp"
    maker = f"{sys.version}\n{ROOT}"
    if not made_by.is_file() or made_by.read_text(encoding="utf-8") != maker or not python.exists():
        print("Making the environment .venv …", flush=True)
        run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
        made_by.write_text(maker, encoding="utf-8")
    return str(python)


def run(*command: str) -> None:
    """Run one step; its own words are enough where it fails."""
    if status := subprocess.run(command, check=False).returncode:
        sys.exit(status)


if __name__ == "__main__":
    main(sys.argv[1])
