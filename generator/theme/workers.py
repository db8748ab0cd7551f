"""Shares work among processes: each is a copy of this one, made when all inputs are at hand.

Nothing is sent to a worker, since a forked process has everything already; what comes back
is small.  Where processes cannot be forked, the same work is done in this one.
"""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import TypeVar

Result = TypeVar("Result")
Work = Callable[[int, int], Iterator[Result]]
"""(number of a share, how many shares there are) to what the work of that share yields."""

_BATCH = 64
"""Results that travel together: a message for each would cost more than it carries."""


def shared(work: Work[Result], jobs: int) -> Iterator[Result]:
    """What all shares of a work yield, in no order that can be relied on.

    Raises:
        Exception: whatever the work raised in one of the processes.
    """
    # A thread's locks would be copied with it, in whatever state they are.
    if jobs <= 1 or sys.platform != "linux" or threading.active_count() > 1:
        yield from work(0, 1)
        return
    gc.freeze()  # What is there already stays where it is, in pages that all processes share.
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
