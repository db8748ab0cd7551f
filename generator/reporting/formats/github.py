"""For a pull request on GitHub: workflow commands that mark each finding on its line.

Nothing in a record may become a command of its own: values are escaped as GitHub asks,
after control characters have been made visible.
"""

from generator.errors import Finding, Severity
from generator.reporting.formats.listing import Listing, position
from generator.reporting.printable import printable, workflow_data, workflow_property
from generator.reporting.wording import worded

_COMMANDS = {Severity.ERROR: "error", Severity.REVIEW: "warning", Severity.WARNING: "warning"}


def render(listing: Listing, language: str) -> str:
    """One command per finding, and the summary as a plain line."""
    commands = [_command(finding, listing, language) for finding in listing.findings]
    return "\n".join([*commands, listing.summed_up(language), ""])


def _command(finding: Finding, listing: Listing, language: str) -> str:
    wording = worded(finding, language)
    line, column = position(finding.location)
    path = workflow_property(printable(listing.path(finding.location)))
    title = workflow_property(f"{finding.code} {printable(finding.location.pointer)}".strip())
    head = f"::{_COMMANDS[finding.severity]} file={path},line={line},col={column},title={title}::"
    return head + workflow_data(f"{wording.message}\n{wording.fix}")
