"""The script behind `make site`: it runs before anything is installed, so it must speak plainly."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "requirements" / "install.py"


@pytest.fixture
def install() -> ModuleType:
    """Load the script as Python would, without running it."""
    spec = importlib.util.spec_from_file_location("install", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_python_without_venv_is_told_the_name_of_the_package(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        install.demand_python()


def test_a_python_that_is_too_old_is_told_which_to_name(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or later.*make PYTHON=python3\.11"):
        install.demand_python()


def test_nothing_is_installed_twice(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    steps: list[tuple[str, ...]] = []
    environment = tmp_path / "a folder" / ".venv"
    (environment / "bin").mkdir(parents=True)
    monkeypatch.setattr(install, "ENVIRONMENT", environment)
    monkeypatch.setattr(install, "run", lambda *command: steps.append(command))

    install.main("site")
    made_and_installed = len(steps)
    install.main("site")

    assert 3 == made_and_installed == len(steps)


def test_a_lock_that_changed_is_installed_again(install: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "site.txt"
    lock.write_text("a==1", encoding="utf-8")
    before = install.fingerprint(lock)
    lock.write_text("a==2", encoding="utf-8")
    assert before != install.fingerprint(lock)
