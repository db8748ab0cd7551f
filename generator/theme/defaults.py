"""What `mkdocs build` makes where `mkdocs.yml` does not say: the same as `portal build`."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.errors import PortalError
from generator.history import head
from generator.load import Document, document_of
from generator.site import Settings


def settings(registry: Path, edition: str, as_of: str | None, site_address: str | None) -> Settings:
    """The settings of a build that MkDocs started.

    The day is that of the last commit, so that a commit always gives the same site; today
    while there are uncommitted edits, so that an update of today is not in the future.

    Raises:
        PortalError: the day is none, or git could not read the repository.
    """
    commit = head(registry) if registry.is_dir() else None
    kept = commit if commit and not commit.dirty else None
    if as_of:
        day = _day(as_of)
    elif kept:
        day = kept.committed_at.astimezone(_time_zone(registry)).date()
    else:
        day = datetime.now(_time_zone(registry)).date()
    # Commit ids of a registry with internal values stay inside.
    told = kept.commit if kept and edition == "internal" else ""
    return Settings(registry, day, edition, site_address=site_address, commit=told)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PortalError("as_of_not_a_day", found=text) from error


def _time_zone(registry: Path) -> ZoneInfo:
    """The registry's time zone; what is wrong with it is for the checks to say."""
    try:
        made = document_of("registry.yml", (registry / "registry.yml").read_bytes())
        named = made.data.get("time_zone") if isinstance(made, Document) else None
        return ZoneInfo(named if isinstance(named, str) else "UTC")
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return ZoneInfo("UTC")
