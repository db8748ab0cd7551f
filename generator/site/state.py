"""What a registry folder is now: its day and its commit."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.checks.settings import is_time_zone
from generator.history import head
from generator.load import Document, document_of
from generator.load.files import read_file

_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class State:
    """The day on which the registry is as it is, and its commit.

    The day is that of the last commit, so that a commit always gives the same; today while
    there are uncommitted edits, so that an update of today is not in the future.  The commit
    is empty where there is none that the folder equals.
    """

    day: date
    commit: str = ""
    tip: str = ""
    """The commit that the folder stands on, equal or not: history is that of commits alone."""


def state_of(folder: Path, now: datetime) -> State:
    """The state of a registry folder.

    Args:
        folder: the registry.
        now: the clock's time, with its zone.

    Raises:
        PortalError: git could not read the repository.
    """
    zone = time_zone(folder)
    commit = head(folder) if folder.is_dir() else None
    if commit is None or commit.dirty:
        return State(now.astimezone(zone).date(), tip=commit.commit if commit else "")
    return State(commit.committed_at.astimezone(zone).date(), commit.commit, commit.commit)


def time_zone(folder: Path) -> ZoneInfo:
    """The registry's time zone; what is wrong with it is for the checks to say."""
    content = read_file(folder / "registry.yml", "registry.yml")
    made = document_of("registry.yml", content) if isinstance(content, bytes) else content
    name = made.data.get("time_zone") if isinstance(made, Document) else None
    return ZoneInfo(name if isinstance(name, str) and is_time_zone(name) else _UTC)
