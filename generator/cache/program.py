"""Which program worked something out: another one may have come to another result."""

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_SCHEMAS = _PACKAGE.parent / "schema"


@cache
def fingerprint(*folders: Path) -> bytes:
    """A digest of this program: its code, the schemas, Python and the libraries beside it.

    Args:
        folders: more folders whose files decide the result.
    """
    digest = hashlib.sha256()
    for name in (sys.version, unicodedata.unidata_version, *_libraries()):
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0")
    for folder, pattern in (
        (_PACKAGE, "*.py"),
        (_SCHEMAS, "*"),
        *((each, "*") for each in folders),
    ):
        for file in sorted(folder.rglob(pattern)):
            if file.is_file():
                content = file.read_bytes()
                name = file.relative_to(folder).as_posix()
                digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.digest()


def _libraries() -> Iterator[str]:
    """Every library that is installed, with its version, which its folder's name tells."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from sorted(each.name for each in folder.glob("*.dist-info"))
