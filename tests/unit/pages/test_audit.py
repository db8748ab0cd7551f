"""The page of the audit: internal, in the words of `portal audit`, and bounded."""

from datetime import date
from zoneinfo import ZoneInfo

from generator.audit import Verdict
from generator.changes import Chronicle
from generator.errors import Finding, Location, Severity
from generator.metrics.snapshot import Snapshot
from generator.pages import Page
from generator.pages.audit import MOST, pages
from generator.pages.book import Book, Identity
from generator.pages.recorded import Recorded
from tests.builders import commitment, day, registry
from tests.unit.pages.reading import words

PATH = Location("commitments/north/rail.yml")


def finding(detail: str = "x", number: int = 0) -> Finding:
    arguments = {
        "rule": "dating",
        "commit": f"{number}",
        "detail": detail,
        "commits": "0123456789abcdef 9876543210fedcba",
    }
    return Finding("AUD01", Severity.ERROR, PATH, arguments)


def site(verdict: Verdict | None) -> list[Page]:
    past = Recorded(Chronicle(), ZoneInfo("UTC"), date(2026, 1, 31), {}, verdict)
    found = Snapshot(registry(commitment("rail")), day("2026-01-31"))
    return list(pages(Book(found, "en", Identity("internal"), past=past)))


def test_without_an_audit_there_is_no_page() -> None:
    assert [] == site(None)


def test_a_clean_history_says_so() -> None:
    [page] = site(Verdict([], 7, 2))
    assert "No findings. Revisions looked at: 7." in words(page.body)


def test_a_finding_leads_to_its_record_and_names_its_commits() -> None:
    [page] = site(Verdict([finding()], 7, 0))
    assert '<a href="../commitments/rail/">rail</a>' in page.body
    assert "Why it matters:" in words(page.body)
    assert "Commit : 0123456789 , 9876543210" in words(page.body).replace("Commit:", "Commit :")


def test_what_a_history_says_stays_text() -> None:
    [page] = site(Verdict([finding("<script>alert(1)</script>")], 7, 0))
    assert "<script>" not in page.body


def test_of_many_findings_the_first_are_shown() -> None:
    [page] = site(Verdict([finding(number=number) for number in range(MOST + 1)], 7, 0))
    assert MOST == page.body.count("<h2 ")
    assert f"Only the first {MOST} are shown here" in words(page.body)
