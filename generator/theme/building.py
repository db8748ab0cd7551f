"""Building with progress and settings of one's own: what `portal build` does."""

from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from generator.site import Machine, Settings
from generator.theme.output import Progress
from generator.theme.plugin import PortalPlugin

_CONFIGURATION = Path(__file__).parents[2] / "mkdocs.yml"


def build(
    settings: Settings,
    site_dir: Path,
    progress: Progress | None = None,
    machine: Machine | None = None,
) -> None:
    """Build the site into a folder, which changes at once when all is finished.

    The bytes are those of `mkdocs build` with the same settings: it is the same plugin.
    """
    config = load_config(str(_CONFIGURATION), site_dir=str(site_dir.absolute()))
    plugin = config.plugins["portal"]
    if not isinstance(plugin, PortalPlugin):  # Not ours: something else took the name.
        raise TypeError(type(plugin))
    plugin.use(settings, progress, machine or Machine())
    build_with_mkdocs(config)
