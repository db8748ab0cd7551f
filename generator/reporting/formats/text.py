"""For a terminal: `path:line:column: error CODE pointer: what is wrong`, then the fix.

The words `error` and `fix` are part of the form, which editors and scripts read: they are
the same in every language.
"""

from generator.errors import Finding
from generator.reporting.formats.listing import Listing, position
from generator.reporting.printable import printable
from generator.reporting.wording import worded


def render(listing: Listing, language: str) -> str:
    """Every finding in two lines, and the summary."""
    lines = [line for finding in listing.findings for line in _lines(finding, listing, language)]
    return "\n".join([*lines, listing.summed_up(language), ""])


def _lines(finding: Finding, listing: Listing, language: str) -> tuple[str, str]:
    wording = worded(finding, language)
    line, column = position(finding.location)
    place = f"{printable(listing.path(finding.location))}:{line}:{column}"
    pointer = f" {printable(finding.location.pointer)}" if finding.location.pointer else ""
    head = f"{place}: {finding.severity} {finding.code}{pointer}"
    return f"{head}: {wording.message}", f"  fix: {wording.fix}"
