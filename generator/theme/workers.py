"""Shares work among processes: each is a copy of this one, made when all inputs are at hand.

Nothing is sent to a worker, since a forked process has everything already; what comes back
is small.  Where processes cannot be forked, the same work is done in this one.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import TypeVar

Result = TypeVar("Result")
Work = Callable[[int, int], Iterator[Result]]
"""(number of a share, how many shares there are) to what the work of that share yields."""

_BATCH = 64
"""Results that travel together: a message for each would cost more than it carries."""


def cores() -> int:
    """How many processes can run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - not on Linux


def shared(work: Work[Result], jobs: int) -> Iterator[Result]:
    """What all shares of a work yield, in no order that can be relied on.

    Raises:
        Exception: whatever the work raised in one of the processes.
    """
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from work(0, 1)
        return
    context = multiprocessing.get_context("fork")
    waiting: list[Connection] = []
    processes = []
    for share in range(jobs):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, share, jobs, there), daemon=True)
        process.start()
        there.close()
        waiting.append(here)
        processes.append(process)
    try:
        while waiting:
            for ready in wait(waiting):
                assert isinstance(ready, Connection)  # noqa: S101 - what `wait` was given
                batch: list[Result] | None = _received(ready)
                if batch is None:
                    waiting.remove(ready)
                else:
                    yield from batch
    finally:
        for process in processes:
            if waiting:
                process.terminate()
            process.join()


def _received(ready: Connection) -> list[Result] | None:
    """A batch of results, or `None` when a worker has finished."""
    try:
        message = ready.recv()
    except EOFError:
        raise ChildProcessError("worker") from None
    if isinstance(message, BaseException):
        raise message
    found: list[Result] | None = message
    return found


def _run(work: Work[Result], share: int, shares: int, there: Connection) -> None:
    batch: list[Result] = []
    try:
        for result in work(share, shares):
            batch.append(result)
            if len(batch) == _BATCH:
                there.send(batch)
                batch = []
        there.send(batch)
        there.send(None)
    except Exception as error:  # noqa: BLE001 - it is raised again where the work was asked for
        there.send(error)
    finally:
        there.close()
        # What was inherited is the parent's to close: its locks, its bars, its temporary folders.
        os._exit(0)
