"""`build.json`: what a build was made from and with, and the hash of each of its files."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator import addresses


def manifest(build: Mapping[str, object], folder: Path, known: Mapping[str, str]) -> bytes:
    """What `build.json` says of a finished folder: all its files but itself.

    `known` are hashes of files that were taken when they were written.
    """
    files = {
        address: known.get(address) or hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
        for address in [path.relative_to(folder).as_posix()]
    }
    files.pop(addresses.BUILD_JSON, None)
    told = {**build, "files": dict(sorted(files.items()))}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
