"""The whole site as addresses and bytes, before the theme: a pure function of its inputs."""

from generator.site.assembly import Assembly, assemble, assemble_from
from generator.site.difference import PageDifference, page_differences
from generator.site.memory import Memory
from generator.site.settings import Machine, Settings, settings_for
from generator.site.state import State, state_of, time_zone

__all__ = [
    "Assembly",
    "Machine",
    "Memory",
    "PageDifference",
    "Settings",
    "State",
    "assemble",
    "assemble_from",
    "page_differences",
    "settings_for",
    "state_of",
    "time_zone",
]
