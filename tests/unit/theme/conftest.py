"""Builds of the sample site."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.site import Assembly
from generator.theme import building, plugin
from tests.unit.theme import sample


@pytest.fixture(autouse=True)
def assembly(monkeypatch: pytest.MonkeyPatch) -> Assembly:
    """The sample, which every build in these tests assembles."""
    made = sample.assembly()
    monkeypatch.setattr(plugin, "assemble_from", lambda *_: made)
    return made


@pytest.fixture
def configuration(root: Path, tmp_path: Path) -> Callable[[plugin.PortalPlugin], MkDocsConfig]:
    """The project's `mkdocs.yml` for a build into a folder of the test, by a given plugin."""

    def configured(instance: plugin.PortalPlugin) -> MkDocsConfig:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"), plugins=[])
        instance.load_config({}, config_file_path=config.config_file_path)
        config.plugins["portal"] = instance
        return config

    return configured


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The sample site."""
    site = tmp_path / "site"
    building.build(sample.SETTINGS, site)
    return site


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its address."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
