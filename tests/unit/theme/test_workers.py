"""Work is shared among processes, and what goes wrong in one is told."""

import os
import threading
from collections.abc import Iterator

import pytest

from generator.errors import PortalError
from generator.theme.workers import shared


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs the tests has threads of its own, which have nothing to do with these."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def numbers(share: int, shares: int) -> Iterator[int]:
    yield from range(share, 1000, shares)


def pids(share: int, shares: int) -> Iterator[int]:
    del share, shares
    yield os.getpid()


def broken(share: int, shares: int) -> Iterator[int]:
    yield from numbers(share, shares)
    if share == shares - 1:
        raise PortalError("page_too_deep", address="x/")


def killed(share: int, shares: int) -> Iterator[int]:
    yield 1
    if share == shares - 1:
        os._exit(3)


def test_what_a_worker_raises_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(PortalError, match="page_too_deep"):
        list(shared(broken, 2))


def test_a_worker_that_dies_is_no_success() -> None:
    with pytest.raises(ChildProcessError):
        list(shared(killed, 2))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_result_comes_once(jobs: int) -> None:
    assert list(range(1000)) == sorted(shared(numbers, jobs))


def test_one_job_needs_no_process() -> None:
    assert [os.getpid()] == list(shared(pids, 1))


def test_several_jobs_have_a_process_each() -> None:
    found = list(shared(pids, 2))
    assert 2 == len(set(found))
    assert os.getpid() not in found


def test_beside_other_threads_no_process_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert [os.getpid()] == list(shared(pids, 2))
