"""The one package that knows MkDocs: the theme's shells, the plugin, staging, search."""

from generator.theme.building import build

__all__ = ["build"]
