"""For a comment or a job's summary: a list in Markdown in which nothing else is markup."""

import re

from generator.errors import Finding
from generator.reporting.formats.listing import Listing, position
from generator.reporting.printable import printable
from generator.reporting.wording import worded
from generator.text import catalogue

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: a backslash before it always gives the character itself."""
_MENTION = re.compile(r"(?<=@|#)(?=\w)")
"""Between `@` or `#` and a name: a word joiner keeps a forge from calling someone."""


def render(listing: Listing, language: str) -> str:
    """The summary, then one point per finding."""
    points = [_point(finding, listing, language) for finding in listing.findings]
    return "\n".join([f"**{_plain(listing.summed_up(language))}**", "", *points, ""])


def _point(finding: Finding, listing: Listing, language: str) -> str:
    wording = worded(finding, language)
    line, column = position(finding.location)
    severity = catalogue(language).text(f"severity.{finding.severity}")
    place = f"{printable(listing.path(finding.location))}:{line}:{column}"
    pointer = f" {_plain(printable(finding.location.pointer))}" if finding.location.pointer else ""
    head = f"- **{_plain(severity)} {finding.code}** {_plain(place)}{pointer}:"
    return f"{head} {_plain(wording.message)}  \n  {_plain(wording.fix)}"


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda mark: f"\\{mark[0]}", _MENTION.sub("\u2060", text))
