"""What a build is asked to make; nothing below reads the clock or the environment."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """One build.

    `commit` is told on the build page: empty in an edition that may not tell it.
    `site_address` replaces that of the registry.
    """

    registry: Path
    as_of: date
    edition: str = "public"
    site_address: str | None = None
    version: str = "latest"
    commit: str = ""
