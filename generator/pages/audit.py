"""What the audit of the history found: a page of the internal edition, and of no other."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.errors import Finding
from generator.load.documents import entity_of, stem
from generator.pages.book import Book
from generator.pages.page import Page
from generator.reporting.verdict import Findings, commits_of, summed_up, why
from generator.reporting.wording import worded

MOST = 200
"""How many findings the page shows; `portal audit` tells all."""


@dataclass(frozen=True, slots=True)
class Look:
    """A finding in words: where it is, what was found, why it matters, what to do."""

    code: str
    severity: str
    entity: str
    id: str
    message: str
    why: str
    fix: str
    commits: tuple[str, ...]


def pages(book: Book) -> Iterator[Page]:
    """The page, where there was an audit."""
    verdict = book.past.verdict if book.past else None
    if verdict is None or book.past is None:
        return
    found = Findings(verdict.findings, verdict.revisions, verdict.excused, "")
    yield book.page(
        "audit",
        addresses.AUDIT,
        title=book.t("audit.title"),
        description=book.t("audit.description"),
        searchable=False,
        summary=summed_up(found, book.catalogue),
        looks=[_look(book, finding) for finding in verdict.findings[:MOST]],
        total=len(verdict.findings),
    )


def _look(book: Book, finding: Finding) -> Look:
    path = finding.location.path
    said = worded(finding, book.language)
    return Look(
        finding.code,
        book.t(f"severity.{finding.severity}"),
        entity_of(path) or "registry",
        stem(path),
        said.message,
        why(finding, book.catalogue),
        said.fix,
        tuple(commits_of(finding)),
    )
