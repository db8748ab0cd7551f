"""What this machine offers: nothing below the command line asks for it."""

import os
from pathlib import Path


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def default_folder() -> Path | None:
    """The user's own folder for this program's caches; `None` if there is no home.

    It never lies in the checkout: who sends a change must not be able to send with it what
    the checks would find.
    """
    stated = os.environ.get("XDG_CACHE_HOME", "")
    try:
        base = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return base / "commitments-portal"
