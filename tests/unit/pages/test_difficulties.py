"""The page of difficulties: the longest waiting first, with whoever has to act."""

from typing import Any

from generator import addresses
from generator.model.entities import Commitment
from generator.pages.page import Page
from tests.builders import Plain, agency, commitment, merged, partner, words
from tests.unit.pages import reading

DAY = "2025-12-31"


def pages(*records: Any) -> dict[str, Page]:  # noqa: ANN401 - any records
    return reading.pages("difficulties", DAY, partner("xb"), *records)


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    return pages(*records)[addresses.DIFFICULTIES]


def difficulty(identifier: str, raised_on: str, **keys: object) -> Plain:
    required = {"kind": "legal", "description": words(f"{identifier} is missing")}
    return {"id": identifier, "raised_on": raised_on, **required, **keys}


def recommendation(identifier: str, made_on: str, to: str, **keys: object) -> Plain:
    required = {"made_by": "works", "addressed_to": to, "text": words(f"Grant {identifier}")}
    return {"id": identifier, "made_on": made_on, **required, **keys}


def held(*found: Plain, **keys: object) -> Commitment:
    return commitment("line", signed_on="2024-01-01", difficulties=list(found), **keys)


def test_the_longest_open_comes_first_with_its_age_and_since_when() -> None:
    told = reading.section(
        page(held(difficulty("young", "2025-12-01"), difficulty("old", "2025-01"))), "open"
    )
    assert told.index("old is missing") < told.index("young is missing")
    assert "334 days since January 2025" in told
    assert "30 days since 1 December 2025" in told


def test_what_is_beyond_the_agency_and_was_not_passed_up_is_marked() -> None:
    found = page(
        agency("works"),
        agency("cabinet"),
        held(
            difficulty("mine", "2025-12-01"),
            difficulty("stuck", "2025-11-01", beyond_authority=True),
            difficulty(
                "passed",
                "2025-10-01",
                beyond_authority=True,
                escalated_to="cabinet",
                escalated_on="2025-10-20",
                handled_by="cabinet",
            ),
            lead_agency="works",
        ),
    )
    told = reading.section(found, "open")
    assert "works Handled by cabinet cabinet 20 October 2025" in told
    assert 1 == told.count("beyond authority, not passed up")
    assert 1 == told.count("Within the agency’s authority")
    assert "3 Open 2 Beyond" in _figures(found)
    assert "1 Beyond it and not passed up" in _figures(found)


def _figures(page: Page) -> str:
    """Figures are read as number and name: the page writes the name first."""
    told = page.body.split("</dl>")[0].split("<dl")[1]
    items = told.split('<div class="figures__item')[1:]
    return " ".join(
        " ".join(
            (
                reading.words(item.split("<dd>")[1]),
                reading.words(item.split("<dt>")[1].split("</dt>")[0]),
            )
        )
        for item in items
    )


def test_open_ones_are_counted_by_kind_and_age() -> None:
    told = reading.section(
        page(held(difficulty("a", "2025-12-20"), difficulty("b", "2024-01-01"))), "open"
    )
    assert "legal 1 0 0 0 1" in told


def test_a_recommendation_waits_on_whoever_stands_for_an_addressee_that_ended() -> None:
    told = reading.section(
        page(
            merged("old", "new", "2025-07-01"),
            agency("new"),
            held(recommendations=[recommendation("k1", "2025-03-01", "old")]),
        ),
        "waiting",
    )
    assert "305 days since 1 March 2025 new Addressed to old works" in told


def test_an_answer_shows_what_was_decided_and_how_long_it_took() -> None:
    reply = {"replied_on": "2025-06-01", "by": "cabinet", "decision": "partly_accepted"}
    given = [
        recommendation("k1", "2025-03-20", "cabinet", reply=reply),
        recommendation("k2", "2025-03-21", "cabinet", reply={**reply, "replied_on": "2026-02-01"}),
    ]
    found = page(held(recommendations=given))
    assert "Grant k1" in reading.section(found, "answered")
    assert "Partly accepted cabinet, 1 June 2025 73 days" in reading.section(found, "answered")
    assert "Grant k2" in reading.section(found, "waiting")


def test_a_difficulty_that_is_resolved_moves_to_the_end_with_its_solution() -> None:
    solved = difficulty(
        "permit", "2025-03-02", resolved_on="2025-07-12", resolution=words("Overruled")
    )
    found = page(held(solved))
    assert "None is open: all that are recorded have been resolved." in reading.section(
        found, "open"
    )
    assert "Overruled 12 July 2025 132 days" in reading.section(found, "resolved")


def test_where_nothing_is_published_the_page_says_why() -> None:
    found = page(commitment("line", signed_on="2024-01-01"))
    assert ["open", "waiting"] == [anchor for anchor, _ in found.contents]
    assert "sixth part of their report" in reading.section(found, "open")
    assert "That does not mean that there is none." in reading.section(found, "open")
    assert "seventh part of an agency’s report" in reading.section(found, "waiting")


def test_a_long_list_goes_on_on_pages_of_its_own() -> None:
    many = [difficulty(f"d{number}", "2025-01-01") for number in range(201)]
    found = pages(held(*many))
    first, *rest = (
        addresses.DIFFICULTIES,
        *(f"difficulties/open/{part}" for part in ("", "2/", "3/")),
    )
    assert {first, *rest} == found.keys()
    assert "All 201" in reading.section(found[first], "open")
    for entry in many:
        assert 1 == sum(found[place].body.count(f'#{entry["id"]}"') for place in rest)
    assert 100 == sum(found[first].body.count(f'#{entry["id"]}"') for entry in many)
