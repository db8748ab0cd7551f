"""The whole site as addresses and bytes, before the theme: a pure function of its inputs."""

from generator.site.assembly import Assembly, assemble, assemble_from
from generator.site.settings import Settings

__all__ = ["Assembly", "Settings", "assemble", "assemble_from"]
