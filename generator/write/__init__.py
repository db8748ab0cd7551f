"""The one canonical form of a record's file."""

from generator.write.canonical import canonical
from generator.write.files import write_atomically

__all__ = ["canonical", "write_atomically"]
