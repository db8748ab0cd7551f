"""For a comment or a job's summary: a list in Markdown in which nothing else is markup."""

from generator.errors import Finding
from generator.reporting.formats.listing import Listing, position
from generator.reporting.printable import plain_markdown, printable
from generator.reporting.wording import worded
from generator.text import catalogue


def render(listing: Listing, language: str) -> str:
    """The summary, then one point per finding."""
    points = [_point(finding, listing, language) for finding in listing.findings]
    return "\n".join([f"**{plain_markdown(listing.summed_up(language))}**", "", *points, ""])


def _point(finding: Finding, listing: Listing, language: str) -> str:
    wording = worded(finding, language)
    line, column = position(finding.location)
    severity = catalogue(language).text(f"severity.{finding.severity}")
    place = f"{printable(listing.path(finding.location))}:{line}:{column}"
    pointer = (
        f" {plain_markdown(printable(finding.location.pointer))}"
        if finding.location.pointer
        else ""
    )
    head = f"- **{plain_markdown(severity)} {finding.code}** {plain_markdown(place)}{pointer}:"
    return f"{head} {plain_markdown(wording.message)}  \n  {plain_markdown(wording.fix)}"
