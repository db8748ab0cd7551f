"""Findings in one format each, discovered: a module here is a value of `--format`.

Each has `render(listing: Listing, language: str) -> str`.
"""

from generator.reporting.formats.listing import Listing, names, render

__all__ = ["Listing", "names", "render"]
