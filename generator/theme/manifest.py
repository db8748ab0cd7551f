"""`build.json`: what a build was made from and with, and the hash of each of its files."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import addresses


def manifest(build: Mapping[str, object], folder: Path, known: Mapping[str, str]) -> bytes:
    """What `build.json` says of a finished folder: all its files but itself.

    `known` are hashes of files that were taken when they were written.
    """
    files = {
        address: known.get(address)
        or hashlib.sha256(Path(folder, address).read_bytes()).hexdigest()
        for address in _addresses(folder)
    }
    files.pop(addresses.BUILD_JSON, None)
    told = {**build, "files": dict(sorted(files.items()))}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _addresses(folder: Path) -> Iterator[str]:
    """Every file below a folder, by its path from there."""
    root = len(f"{folder}/")
    for place, _, files in os.walk(folder):
        for name in files:
            yield f"{place}/{name}"[root:]
