"""What a build is asked to make; nothing below reads the clock or the environment."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.site.state import State


@dataclass(frozen=True, slots=True)
class Settings:
    """One build.

    `as_of` is the day that figures speak of; `known_on` the day on which the registry is as
    it is, which the checks go by (docs/decisions/0011).  `commit` is told on the build page:
    empty in an edition that may not tell it.  `site_address` replaces that of the registry.
    `tip` is the id of the commit up to which the history is told: empty, none is told.
    """

    registry: Path
    as_of: date
    edition: str = "public"
    site_address: str | None = None
    version: str = "latest"
    commit: str = ""
    known_on: date | None = None
    tip: str = ""
    allow_shallow: bool = False
    """Whether a clone that lacks its first commits will do: the site says so then."""

    @property
    def checked_on(self) -> date:
        """The day that the checks go by."""
        return max(self.known_on or self.as_of, self.as_of)


@dataclass(frozen=True, slots=True)
class Machine:
    """What a build may use; none of it changes a byte of the site."""

    jobs: int = 1
    """How many processes may work."""
    cache: Path | None = None
    """The folder where caches are kept; without one, nothing is remembered."""


def settings_for(
    registry: Path, state: State, edition: str, as_of: date | None, site_address: str | None = None
) -> Settings:
    """The settings of a build of a registry folder in its state."""
    return Settings(
        registry,
        as_of or state.day,
        edition,
        site_address,
        # Commit ids of a registry with internal values stay inside.
        commit=state.commit if edition == "internal" else "",
        known_on=state.day,
        tip=state.tip,
    )
