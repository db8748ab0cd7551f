"""A reviewer's questions about the made-up railway, answered from the site alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from generator.history import open_repository
from generator.pages import Page
from generator.site import Settings, assemble_from
from tests.history.railway import ADDRESS, NAMES, WHY_LATER, railway
from tests.tools.registries import AS_OF
from tests.unit.pages.reading import section, words

Site = Mapping[str, Page]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = railway(tmp_path_factory.mktemp("railway")).build()
    repository = open_repository(folder)
    assert repository
    return Settings(folder, AS_OF, tip=repository.head)


def made(settings: Settings, language: str = "en") -> Site:
    found = assemble_from(settings).pages
    return {page.address: page for page in found if page.language == language}


@pytest.fixture(scope="module")
def public(settings: Settings) -> Site:
    return made(settings)


@pytest.fixture(scope="module")
def internal(settings: Settings) -> Site:
    return made(replace(settings, edition="internal"))


def entry(site: Site, day: str) -> str:
    """What the railway's history says of a day."""
    found = next(
        part
        for part in site[ADDRESS].body.split('<li class="timeline__entry">')
        if f'<p class="timeline__when">{day}</p>' in part
    )
    return words(found.partition("</div>")[0])


def test_who_moved_the_due_date_in_public_is_an_office(public: Site) -> None:
    assert "By Department of Transport ." in entry(public, "21 August 2025")


def test_who_moved_the_due_date_inside_is_a_person(internal: Site) -> None:
    assert "By Zorica Talvik ( Department of Transport )" in entry(internal, "21 August 2025")


def test_what_the_due_date_was_and_is(public: Site, internal: Site) -> None:
    for site in (public, internal):
        assert "Due date: 30 June 2027 → 31 March 2029." in entry(site, "21 August 2025")


def test_why(public: Site, internal: Site) -> None:
    for site in (public, internal):
        assert f"Reason: {WHY_LATER}" in entry(site, "21 August 2025")


def test_who_approved_it_in_public_is_an_office(public: Site) -> None:
    assert "Approved by Department of External Affairs ." in entry(public, "21 August 2025")


def test_who_approved_it_inside_is_a_person_and_a_claim_is_called_one(internal: Site) -> None:
    told = entry(internal, "21 August 2025")
    assert "Approved by Bram Oduya ( Department of External Affairs )" in told
    assert "Said to be approved by (the change itself claims it): Kim Passerby" in told


def test_by_which_pull_request_and_commit_is_told_inside(internal: Site) -> None:
    body = internal[ADDRESS].body
    assert '/pulls/41" rel="noopener noreferrer external">Pull request 41</a>' in body
    assert "/commit/" in body


def test_what_the_page_said_before(public: Site) -> None:
    told = section(public[ADDRESS], "history").partition("What was known")[2]
    june, march = told.partition("30 June 2024")[2], told.partition("31 March 2025")[2]
    assert "Not reported 30 June 2027 North Region" in june
    assert "In progress 8% 30 June 2027 North Region" in march
    assert "Financing closed: due 30 September 2025" in march


def test_the_public_edition_names_no_person_and_no_commit(public: Site) -> None:
    for page in public.values():
        told = "\n".join((page.body, *(f.decode("utf-8", "replace") for f in page.files.values())))
        assert [] == [name for name in (*NAMES, "Pull request", "Commit <code>") if name in told]


def test_a_record_to_which_nothing_happened_says_so_in_one_line(public: Site) -> None:
    page = public["commitments/norderland-research-2021/"]
    told = section(page, "history")
    assert told.startswith(
        "History of this record Recorded on 2 May 2024; nothing has changed"
    ) or ("Recorded on 2 May 2024; nothing has changed since." in told)
    assert "" == page.feed


def test_the_agency_and_the_partner_tell_of_it(public: Site) -> None:
    for address in ("agencies/r-greater-north-2025/", "partners/xo/"):
        page = public[address]
        assert "Due date: 30 June 2027 → 31 March 2029." in section(page, "history")
        assert f"{address}feed.xml" == page.feed
        assert f"{address}feed.xml" in page.files


def test_each_month_has_its_page(public: Site) -> None:
    assert {
        f"changes/{month}/" for month in ("2024-05", "2025-01", "2025-08", "2025-12", "2026-01")
    } == {page for page in public if page.startswith("changes/") and page != "changes/"}
    assert "Due date: 30 June 2027" in words(public["changes/2025-08/"].body)


def test_a_bulk_import_is_told_by_its_numbers(public: Site) -> None:
    told = words(public["changes/2024-05/"].body)
    assert "Added to the registry: " in told
    assert "Coastal railway" not in told


def test_on_an_earlier_day_what_came_later_is_not_told(settings: Settings) -> None:
    site = made(replace(settings, as_of=date(2025, 7, 1), known_on=AS_OF))
    assert "31 March 2029" not in section(site[ADDRESS], "history")
    assert "changes/2025-08/" not in site


def test_without_a_history_no_page_tells_of_one(settings: Settings) -> None:
    site = made(replace(settings, tip=""))
    assert not any(page.startswith("changes/") for page in site)
    assert 'id="history"' not in site[ADDRESS].body
    assert "not available" in words(site["build/"].body)


def test_the_internal_edition_has_the_audit_and_the_public_one_no_trace_of_it(
    public: Site, internal: Site
) -> None:
    told = words(internal["audit/"].body)
    assert "Coastal railway to Oristan" in told
    assert "Why it matters:" in told
    assert 'href="../audit/"' in internal["changes/"].body
    assert "audit/" not in public
    assert not any("audit/" in page.body for page in public.values())
