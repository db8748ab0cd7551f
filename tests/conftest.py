"""What every test may ask for, and the two rules of this house: bless, and skip nothing in CI."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.tools import programs

CI = "CI" in os.environ

# A property that failed once must fail again for whoever looks into it, and a busy machine is no
# failure. At a desk the examples differ from run to run: that is how new ones are found.
settings.register_profile("house", deadline=None, derandomize=CI, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what the user's own calls of the program remember."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="write what the generator makes now over what the golden tests expect",
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI a skipped test is a failed run: a green tick must mean that everything ran."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if CI and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("Tests were skipped: under CI everything must run.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return programs.ROOT


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden tests write what they would compare (`make bless`)."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Find a program by its name; the test that needs a missing one is skipped."""

    def find(name: str) -> str:
        return programs.find(name) or pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium, for Playwright's `executable_path`."""
    return programs.CHROMIUM.path() or pytest.skip("Chromium is not installed")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests of a worker: Playwright runs but once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()
