"""The programs that tests start, where they are found, and how they get onto a machine."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The locked ones come first: those of this environment, then Node's, then the system's.
SEARCHED = os.pathsep.join(
    (
        str(Path(sys.executable).parent),
        str(ROOT / "node_modules" / ".bin"),
        os.environ.get("PATH", os.defpath),
    )
)


@dataclass(frozen=True)
class Program:
    """A program from outside the locked requirements."""

    names: tuple[str, ...]
    serves: str
    packages: tuple[str, ...] = ()
    """Debian's packages; none: it is for the user to install."""

    def path(self) -> str | None:
        """Where it is, under the first of its names that is known here."""
        return next((path for name in self.names if (path := find(name))), None)


CHROMIUM = Program(
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "the browser tests",
    ("chromium", "fonts-dejavu-core"),
)
JAVA = Program(("java",), "the HTML checker", ("default-jre-headless",))
SSH_KEYGEN = Program(("ssh-keygen",), "signatures of commits", ("openssh-client",))
NPM = Program(("npm",), "axe-core and the HTML checkers (Node 20.19 or later)")
OUTSIDE = (CHROMIUM, JAVA, SSH_KEYGEN, NPM)


def find(name: str) -> str | None:
    """Return the path of a program, or nothing."""
    return shutil.which(name, path=SEARCHED)
