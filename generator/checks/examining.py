"""Reads a file and runs the checks on it: here, or in several processes at once."""

import gc
import sys
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.case import Case, Name, World
from generator.checks.entries import Entry, decoded, encoded
from generator.checks.memory import packed
from generator.checks.runner import Alone, alone, beside, links
from generator.errors import Finding
from generator.load import document_of
from generator.load.documents import Document, digest_of
from generator.load.files import Stamp, read_stamped
from generator.schema import schemas

_TICK = 2_000_000_000
"""Nanoseconds in which a file may change twice and have one stamp: file systems are that coarse."""

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Common:
    """What each process needs to know."""

    root: Path
    as_of: date
    errors_only: bool
    documents: Mapping[Name, Document]
    """Those that others may look at."""
    sound: Collection[Name]
    """The names of those of them that have a record."""
    paths: Collection[str]
    """All files."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read: what is known of it, and its document with it, if it is one."""

    path: str
    entry: Entry
    checked: Alone | None

    @property
    def data(self) -> bytes | None:
        """What to remember of the document."""
        return packed(self.entry, self.checked.document) if self.checked else None


def settled(stamp: Stamp) -> Stamp | None:
    """A stamp of a file that was just read, if it would tell of each later change."""
    last = max(stamp.modified, stamp.changed)
    return stamp if last + _TICK <= time.time_ns() else None


def examine_alone(root: Path, path: str, *, errors_only: bool) -> Examined:
    """Read a file, and run the checks of single files."""
    read = read_stamped(f"{root}/{path}", path)
    if isinstance(read, Finding):
        return Examined(path, Entry(None, "", read=False, alone=(read,)), None)
    stamp, content = read
    digest = digest_of(path, content)
    made = document_of(path, content)
    if isinstance(made, Finding):
        entry = Entry(settled(stamp), digest, read=False, alone=(made,))
        return Examined(path, entry, None)
    checked = alone(made, schemas(), errors_only=errors_only)
    entry = Entry(
        settled(stamp),
        digest,
        read=True,
        alone=tuple(checked.findings),
        sound=checked.record is not None,
        links=links(made),
        complete=not errors_only,
    )
    return Examined(path, entry, checked)


class Examiner:
    """Runs the checks of single files in the light of the others."""

    def __init__(self, common: Common) -> None:
        self.common = common
        self.world = World.of(common.documents, common.sound, common.paths)
        self._case = Case(self.world, common.as_of, schemas()) if self.world else None

    def examine(self, path: str) -> Examined:
        """Read a file and run all its checks."""
        common = self.common
        return self.finish(examine_alone(common.root, path, errors_only=common.errors_only))

    def finish(self, examined: Examined) -> Examined:
        """Run the checks that look at others, if that is possible."""
        if examined.checked is None or self._case is None:
            return examined
        light = beside(examined.checked, self._case, errors_only=self.common.errors_only)
        return Examined(examined.path, examined.entry.replaced(beside=light), examined.checked)


Result = tuple[str, Entry, bytes | None]
"""Path, what is known of the file, and what to remember of its document."""


def in_processes(common: Common, paths: Sequence[str], jobs: int) -> Iterator[Result]:
    """Examine files in processes of their own; the order of the results is that of the paths."""
    import multiprocessing  # noqa: PLC0415 - a check of what changed has no use for it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - likewise

    common = replace(common, documents=dict(common.documents), paths=list(common.paths))
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    # A copy of this process has all it needs at once, but a thread's locks would be copied, too.
    is_alone = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if is_alone else "spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (common,)) as pool:
        for batch in pool.map(_work, batches):
            for path, kept, data in batch:
                if entry := decoded(kept):
                    yield path, entry, data


_examiner: Examiner


def _begin(common: Common) -> None:
    global _examiner  # noqa: PLW0603 - a process of a pool has no other place for what it needs
    gc.disable()  # it ends soon, and what it makes has no cycles
    _examiner = Examiner(common)


def _work(paths: Sequence[str]) -> list[tuple[str, bytes, bytes | None]]:
    examined = map(_examiner.examine, paths)
    return [(each.path, encoded(each.entry), each.data) for each in examined]
