"""What `mkdocs build` makes where `mkdocs.yml` does not say: the same as `portal build`."""

from datetime import UTC, date, datetime
from pathlib import Path

from generator.errors import PortalError
from generator.site import Settings, settings_for, state_of


def settings(registry: Path, edition: str, as_of: str | None, site_address: str | None) -> Settings:
    """The settings of a build that MkDocs started: a command line like any other.

    Raises:
        PortalError: the day is none, or git could not read the repository.
    """
    day = _day(as_of) if as_of else None
    return settings_for(registry, state_of(registry, datetime.now(UTC)), edition, day, site_address)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PortalError("as_of_not_a_day", found=text) from error
