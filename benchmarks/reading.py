"""What `history.py` measures of ours: `python -m benchmarks.reading REGISTRY WHAT REF [CACHE]`.

WHAT is `days`, the last revision of every file, or `records`, every record before and after.
"""

import sys
from pathlib import Path

from generator.history import Edit, Revision, derived, open_repository


def read(folder: Path, what: str, until: str, cache: Path | None) -> int:
    """What is measured of ours: the last day of every file, or every record before and after."""
    repository = open_repository(folder, cache=cache)
    assert repository is not None  # noqa: S101 - it was made with commits
    if what == "days":
        days = {path: each for each in repository.revisions(until) for path in each.touched}
        return len(days)
    return sum(len(result) for _, result in derived(repository, "bench", _count, until))


def _count(revision: Revision, edits: tuple[Edit, ...]) -> bytes:
    del revision
    return b"x" * len(edits)


def main() -> None:
    """Read the command line."""
    folder, what, until, *cache = sys.argv[1:]
    print(read(Path(folder), what, until, Path(cache[0]) if cache else None))


if __name__ == "__main__":
    main()
