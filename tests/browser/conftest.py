"""A browser, and what it reads."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Reader
from tests.browser.sites import REGISTRIES, Site, built, served


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Mapping[str, Site]:
    """Both sites, built; workers share one folder."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return {name: built(name, shared) for name in REGISTRIES}


@pytest.fixture(scope="session")
def homes(sites: Mapping[str, Site]) -> Iterator[Mapping[str, str]]:
    """Where each site is served."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(site)) for name, site in sites.items()}


@pytest.fixture
def reader(browser: Browser, homes: Mapping[str, str]) -> Iterator[Reader]:
    """Someone who reads the sites, and meets no error and no other host in any test."""
    reader = Reader(browser, homes)
    yield reader
    reader.leaves()
    assert [] == reader.troubles
