"""What an audit found, as text, JSON or Markdown: each finding with its commits and its reason."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.errors import Finding, Severity
from generator.reporting.printable import plain_markdown as plain
from generator.reporting.printable import printable
from generator.reporting.wording import worded
from generator.text import Catalogue, catalogue, writer

_COUNTS = (
    (Severity.ERROR, "errors"),
    (Severity.REVIEW, "reviews"),
    (Severity.WARNING, "warnings"),
)


@dataclass(frozen=True)
class Findings:
    """What is shown together."""

    findings: Sequence[Finding]
    revisions: int
    excused: int
    """How many findings the registry's own rules leave out."""
    folder: str
    """What the paths of findings are below, as the reader would write it."""

    @property
    def summary(self) -> Mapping[str, int]:
        """How many findings of each severity, of how many revisions."""
        counts = Counter(finding.severity for finding in self.findings)
        return {name: counts[severity] for severity, name in _COUNTS} | {
            "revisions": self.revisions,
            "excused": self.excused,
        }

    def path(self, finding: Finding) -> str:
        """The path of a record's file from where the reader stands."""
        place = finding.location.path
        return printable(f"{self.folder}/{place}" if self.folder not in ("", ".") else place)


def forms() -> tuple[str, ...]:
    """The formats that there are."""
    return tuple(sorted(_FORMS))


def render(form: str, found: Findings, language: str) -> str:
    """The findings in a format, with a line break at the end."""
    return _FORMS[form](found, language)


def _text(found: Findings, language: str) -> str:
    texts = catalogue(language)
    lines = []
    for finding in found.findings:
        wording = worded(finding, language)
        lines += [
            f"{found.path(finding)}: {finding.severity} {finding.code}: {wording.message}",
            f"  why: {why(finding, texts)}",
            f"  fix: {wording.fix}",
        ]
        if len(commits_of(finding)) > 1:
            lines.append(f"  commits: {' '.join(commits_of(finding))}")
    return "\n".join([*lines, *summed_up(found, texts), ""])


def _markdown(found: Findings, language: str) -> str:
    texts = catalogue(language)
    lines = [*(f"{plain(line)}  " for line in summed_up(found, texts)), ""]
    for finding in found.findings:
        wording = worded(finding, language)
        severity = texts.text(f"severity.{finding.severity}")
        head = f"- **{plain(severity)} {finding.code}** {plain(found.path(finding))}:"
        said = {"why": why(finding, texts), "fix": wording.fix}
        if commits := commits_of(finding):
            said["commits"] = ", ".join(commits)
        told = [
            f"{head} {plain(wording.message)}",
            *(plain(texts.text(f"audit.{part}", text=text)) for part, text in said.items()),
        ]
        lines.append("  \n  ".join(told))
    return "\n".join([*lines, ""])


def _json(found: Findings, language: str) -> str:
    texts = catalogue(language)
    findings = [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "record": printable(finding.arguments.get("record", "")),
            "commits": commits_of(finding),
            "path": found.path(finding),
            "pointer": printable(finding.location.pointer),
            "message": wording.message,
            "why": why(finding, texts),
            "fix": wording.fix,
        }
        for finding in found.findings
        for wording in (worded(finding, language),)
    ]
    data = {
        "internal": texts.text("audit.internal"),
        "findings": findings,
        "summary": found.summary,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Findings, str], str]] = {
    "json": _json,
    "markdown": _markdown,
    "text": _text,
}


def commits_of(finding: Finding) -> Sequence[str]:
    """The commits that show what was found, the one that did it last."""
    return printable(finding.arguments.get("commits", "")).split()


def why(finding: Finding, texts: Catalogue) -> str:
    """Why what was found matters."""
    return texts.text(f"{finding.code}.why")


def summed_up(found: Findings, texts: Catalogue) -> tuple[str, str, str]:
    """What was found by its numbers, at what was looked, and for whom this is."""
    summary = found.summary
    told = [
        texts.count(f"findings.{name}", number) for _, name in _COUNTS if (number := summary[name])
    ]
    counts = (
        texts.text("audit.found", counts=writer(texts.language).list(told))
        if told
        else texts.text("audit.none")
    )
    looked = texts.text("audit.looked", revisions=found.revisions, excused=found.excused)
    return counts, looked, texts.text("audit.internal")
