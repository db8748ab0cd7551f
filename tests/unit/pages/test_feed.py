"""Atom feeds: what the standard asks for, whatever stands in the records."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from generator.changes import Change, Chronicle, Event
from generator.metrics.snapshot import Snapshot
from generator.pages.book import Book, Identity
from generator.pages.feed import Feed, atom
from generator.pages.recorded import Entries, Recorded
from tests.builders import commitment, day, registry, words

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "</title><script>alert(\"1\")</script> & 'two' ]]>\x0b\ufffe"


def event(at: str, **keys: str) -> Event:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    change = Change("due_changed", "commitments", "rail", before="2027", after="2029")
    return Event(moment, "commitments", "rail", changes=(change,), **keys)  # type: ignore[arg-type]


def document(*events: Event, title: str = "Changes") -> ET.Element:
    record = commitment("rail", title=words(HOSTILE))
    past = Recorded(Chronicle(events), ZoneInfo("UTC"), date(2026, 1, 31))
    book = Book(Snapshot(registry(record), day("2026-01-31")), "en", Identity("internal"))
    entries = Entries(past.entries, len(past.entries))
    made = atom(
        book.inline,
        book.wording,
        Feed("commitments/rail/feed.xml", "commitments/rail/", title, entries),
    )
    return ET.fromstring(made)  # noqa: S314 - our own


def text(element: ET.Element, name: str) -> str:
    found = element.find(f"{ATOM}{name}")
    assert found is not None
    assert found.text
    return found.text


def ids(root: ET.Element) -> list[str]:
    return [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]


def test_a_feed_has_what_the_standard_requires() -> None:
    root = document(event("2025-08-21T14:30"), event("2025-12-02T12:00"))
    assert f"{ATOM}feed" == root.tag
    assert "https://example.org/commitments/rail/feed.xml" == text(root, "id")
    assert "2025-12-02T12:00:00+00:00" == text(root, "updated")
    assert text(root, "title")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert {
        "self": "https://example.org/commitments/rail/feed.xml",
        "alternate": "https://example.org/commitments/rail/",
    } == links
    for entry in root.findall(f"{ATOM}entry"):
        assert all(text(entry, name) for name in ("id", "title", "updated", "content"))


def test_hostile_texts_stay_texts() -> None:
    root = document(event("2025-08-21T14:30", person=HOSTILE), title=HOSTILE)
    seen = HOSTILE.replace("\x0b", "").replace("\ufffe", "")
    [entry] = root.findall(f"{ATOM}entry")
    author = entry.find(f"{ATOM}author/{ATOM}name")
    assert author is not None
    assert [seen] * 3 == [text(root, "title"), text(entry, "title"), author.text]


def test_an_id_is_a_tag_of_the_site_and_stays_when_more_happens() -> None:
    first = event("2025-08-21T14:30")
    before = ids(document(first, first))
    after = ids(document(first, first, first, event("2025-12-02T12:00")))
    assert "tag:example.org,2025-08-21:en/commitments/rail/143000.1" in before
    assert set(before) < set(after)
    assert len(set(after)) == len(after)


def test_a_change_is_told_in_words() -> None:
    [entry] = document(event("2025-08-21T14:30")).findall(f"{ATOM}entry")
    assert "Due date: 2027 → 2029." == text(entry, "content")
