"""What git knows of a registry; nothing else reads git."""

from generator.history.repository import Head, head

__all__ = ["Head", "head"]
