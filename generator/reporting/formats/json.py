"""For programs: the findings and their summary as JSON."""

import json

from generator.errors import Finding
from generator.reporting.formats.listing import Listing, position
from generator.reporting.printable import printable
from generator.reporting.wording import worded


def render(listing: Listing, language: str) -> str:
    """`{"findings": […], "summary": {…}}`, with message and fix in the language."""
    findings = [_finding(finding, listing, language) for finding in listing.findings]
    data = {"findings": findings, "summary": listing.summary}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, listing: Listing, language: str) -> dict[str, object]:
    wording = worded(finding, language)
    line, column = position(finding.location)
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        # Half characters of odd file names cannot be written as UTF-8.
        "path": printable(listing.path(finding.location)),
        "line": line,
        "column": column,
        "pointer": printable(finding.location.pointer),
        "message": wording.message,
        "fix": wording.fix,
    }
