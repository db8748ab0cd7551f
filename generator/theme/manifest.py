"""`build.json`: what a build was made from and with, and the hash of each of its files."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator import addresses


def manifest(build: Mapping[str, object], folder: Path) -> bytes:
    """What `build.json` says of a finished folder: all its files but itself."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files.pop(addresses.BUILD_JSON, None)
    told = {**build, "files": dict(sorted(files.items()))}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
