"""Checks of a registry: one file each, discovered; see `contract` for what a check is.

To add a check is to add a module here, its texts to the catalogues, and its cases to
`tests/cases/<CODE>/{good,bad}`.
"""

from generator.checks.folder import Request, check_folder, sound_files
from generator.checks.runner import Report, Sound, codes, run

__all__ = ["Report", "Request", "Sound", "check_folder", "codes", "run", "sound_files"]
