"""Pages of what changed: however much it is, no page grows without bound."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from generator.changes import Change, Chronicle, Event
from generator.metrics.snapshot import Snapshot
from generator.pages import Page, all_pages
from generator.pages.book import Book, Identity
from generator.pages.changes import LATEST, PER_PAGE
from generator.pages.past import SHOWN
from generator.pages.recorded import Recorded
from tests.builders import agency, commitment, day, partner, registry
from tests.unit.pages.reading import section, words

FIRST = datetime(2025, 1, 1, 12, tzinfo=UTC)


def event(number: int, kind: str = "due_changed", identifier: str = "rail") -> Event:
    change = Change(kind, "commitments", identifier, before=f"{2030 + number}", after="2029")
    moment = FIRST + timedelta(minutes=number)
    return Event(moment, "commitments", identifier, changes=(change,))


def site(events: Iterable[Event], *, is_cut: bool = False) -> dict[str, Page]:
    rail = commitment("rail", signed_on="2024-01-01", lead_agency="north")
    records = registry(rail, agency("north"), partner("xb"))
    past = Recorded(Chronicle(tuple(events), is_cut=is_cut), ZoneInfo("UTC"), date(2026, 1, 31))
    book = Book(Snapshot(records, day("2026-01-31")), "en", Identity("public"), past=past)
    return {page.address: page for page in all_pages(book)}


def entries(page: Page) -> int:
    return page.body.count('class="timeline__entry"')


def told(page: Page) -> str:
    return section(page, "history")


def test_a_registry_to_which_nothing_happened_has_no_page_of_changes() -> None:
    assert not [address for address in site(()) if address.startswith("changes/")]


@pytest.mark.parametrize("address", ["commitments/rail/", "agencies/north/", "partners/xb/"])
def test_a_page_tells_the_newest_and_leads_to_all(address: str) -> None:
    pages = site([event(0, "record_added"), *map(event, range(1, SHOWN + 2))])
    assert f"All {SHOWN + 2} changes" in told(pages[address])
    assert f"{2030 + SHOWN + 1} → 2029" in told(pages[address])
    assert "2031 → 2029" not in told(pages[address])
    assert "2031 → 2029" in words(pages[f"{address}changes/"].body)


def test_a_short_history_has_no_page_of_its_own() -> None:
    pages = site(map(event, range(SHOWN)))
    assert "commitments/rail/changes/" not in pages
    assert "All " not in told(pages["commitments/rail/"])


def test_a_long_history_goes_on_on_further_pages() -> None:
    pages = site(map(event, range(2 * PER_PAGE + 1)))
    root = "commitments/rail/changes/"
    counts = [entries(pages[f"{root}{part}"]) for part in ("", "2/", "3/")]
    assert [PER_PAGE, PER_PAGE, 1] == counts


def test_so_does_a_month() -> None:
    pages = site(map(event, range(PER_PAGE + 1)))
    counts = [entries(pages[f"changes/2025-01/{part}"]) for part in ("", "2/")]
    assert [PER_PAGE, 1] == counts


def test_the_first_page_tells_the_latest_only() -> None:
    assert LATEST == entries(site(map(event, range(LATEST + 5)))["changes/"])


def test_many_records_in_one_revision_are_told_by_their_number() -> None:
    together = [event(0, "record_added", f"c{number}") for number in range(11)]
    assert "Added to the registry: 11 (commitments)." in words(site(together)["changes/"].body)


def test_a_history_that_is_cut_says_so_where_it_is_told() -> None:
    pages = site([event(0)], is_cut=True)
    missing = "The first commits were not at hand"
    assert all(
        missing in words(pages[address].body) for address in ("changes/", "commitments/rail/")
    )
    assert "cut" in words(pages["build/"].body)


def test_the_home_page_leads_to_changes_only_if_there_are_some() -> None:
    assert 'href="./changes/"' in site([event(0)])[""].body
    assert "changes/" not in site(())[""].body


def test_only_a_record_that_changed_has_a_feed() -> None:
    assert "" == site([event(0, "record_added")])["commitments/rail/"].feed
    pages = site([event(0, "record_added"), event(1)])
    assert "commitments/rail/feed.xml" == pages["commitments/rail/"].feed
    assert "commitments/rail/feed.xml" in pages["commitments/rail/"].files
    assert "changes/feed.xml" in pages["changes/"].files
