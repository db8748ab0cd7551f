"""Findings for people and machines: text, JSON, annotations, Markdown."""

from generator.reporting.printable import printable
from generator.reporting.wording import Wording, worded

__all__ = ["Wording", "printable", "worded"]
