"""A finished site appears at once or not at all.

MkDocs empties its target before it builds, so a failed build would leave readers with
nothing.  A build therefore fills a folder beside the target, and the finished folder
takes the target's place in one step.
"""

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from generator.errors import PortalError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: two builds at once are the user's own care
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What a kernel or a file system says that cannot exchange two folders.
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


Stamp = tuple[int, int, int]
"""What changes when a file is written again, or another takes its place."""


class Staging:
    """The folder that a build fills, and the site that it will replace."""

    def __init__(self, target: Path) -> None:
        # A symlink stays, and what it points at is replaced.
        self.target = target.resolve()
        self.folder = self.target.with_name(f".{self.target.name}.staging")
        # For what is needed while building and is no part of the site.
        self.scratch = self.folder / ".scratch"
        self._lock: int | None = None

    def open(self) -> None:
        """Make the folder, empty; what a build that was killed left there goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(self.folder, os.O_RDONLY)
        if fcntl is not None:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                self._unlock(self._lock)
                raise PortalError("build_under_way", folder=self.target) from error
        for left in self.folder.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()

    def write(self, address: str, content: bytes) -> None:
        """Write a file, as a link to the last build's where nothing changed.

        A link costs a fraction of a write on a disk, and most files of a build are
        those of the build before.
        """
        path, last = f"{self.folder}/{address}", f"{self.target}/{address}"
        try:
            _place(last, path, content)
        except FileNotFoundError:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _place(last, path, content)

    def link(self, address: str, stamp: Stamp) -> bool:
        """Link a file of the last build, if it is still the one with this stamp."""
        path, last = f"{self.folder}/{address}", f"{self.target}/{address}"
        try:
            if stamp_of(last) != stamp:
                return False
            try:
                return _linked(last, path)
            except FileNotFoundError:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                return _linked(last, path)
        except (FileNotFoundError, NotADirectoryError, FileExistsError):
            return False

    def stamp(self, address: str) -> Stamp:
        """The stamp of a file that was written."""
        return stamp_of(f"{self.folder}/{address}")

    def clear_scratch(self) -> None:
        """Remove what is no part of the site."""
        shutil.rmtree(self.scratch, ignore_errors=True)

    def publish(self) -> None:
        """Put the finished folder in the target's place."""
        self.clear_scratch()
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not _exchange(self.folder, self.target):
            _rename_in_turn(self.folder, self.target)
        self.close()

    def close(self) -> None:
        """Remove the folder: an unfinished build, or the site that was replaced.

        The folder of another build, which kept this one from opening, is not touched.
        """
        if self._lock is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self._unlock(self._lock)

    def _unlock(self, lock: int) -> None:
        os.close(lock)
        self._lock = None


def _place(last: str, path: str, content: bytes) -> None:
    try:
        if not (_holds(last, content) and _linked(last, path)):
            _write(path, content)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 - a path object for each of many files costs more than it
        _place(last, path, content)


def stamp_of(path: str) -> Stamp:
    """The stamp of a file.

    Raises:
        OSError: there is none.
    """
    found = os.lstat(path)
    return found.st_ino, found.st_size, found.st_mtime_ns


def _linked(last: str, path: str) -> bool:
    """Make a link, where there can be one."""
    try:
        os.link(last, path)
    except OSError as error:
        if error.errno not in {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP}:
            raise
        return False
    return True


def _write(path: str, content: bytes) -> None:
    """Write a file that is not there yet."""
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123 - likewise
        left = memoryview(content)
        while left:
            left = left[file.write(left) :]


def _holds(path: str, content: bytes) -> bool:
    """Whether there is a plain file with this content."""
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - likewise
            return file.read() == content
    except OSError:
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    rename: Callable[[int, bytes, int, bytes, int], int] | None
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _rename_in_turn(folder: Path, target: Path) -> None:
    """The second best: between two renames there is an instant without a site."""
    old = target.with_name(f".{target.name}.old")
    if old.exists():
        shutil.rmtree(old)
    target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)
