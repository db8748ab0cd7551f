"""Review rounds: what was ordered, who answered, and what the next round begins with."""

import re

from generator.model.entities import Review
from generator.pages.page import Page
from tests.builders import agency, commitment, instruction, merged, response, review, vocabulary
from tests.builders import words as text
from tests.unit.pages.reading import invented, pages, part, section, words

KINDS = vocabulary("agency-kinds", ministry={"groups": ["all_ministries"]})
AGENCIES = (
    KINDS,
    agency("a"),
    merged("old", "new", "2025-06-01"),
    agency("new", active_from_on="2025-06-01"),
)
NEXT = review("2025-04-01", instruction("n1", "a", text=text("Go on.")))


def held(*answers: dict[str, object], **keys: object) -> Review:
    given = {"responses": list(answers)} if answers else {}
    return review("2025-01-10", instruction("i1", "a", text=text("Mend it."), **given, **keys))


def at(address: str, *reviews: Review, as_of: str = "2025-12-31") -> Page:
    return pages("reviews", as_of, *AGENCIES, *reviews)[f"reviews/{address}"]


# --- what the next review begins with ---


def test_a_review_begins_with_what_an_earlier_one_left_open() -> None:
    found = section(at("review-2025-04-01/", held(), NEXT), "left-open")
    assert "Mend it." in found
    assert "Go on." not in found


def test_what_was_done_before_the_next_review_is_not_left_open() -> None:
    found = section(at("review-2025-04-01/", held(response("a", "2025-03-31")), NEXT), "left-open")
    assert "Nothing that earlier rounds had ordered was open." in found


def test_what_was_done_later_was_open_then_and_is_done_now() -> None:
    found = section(at("review-2025-04-01/", held(response("a", "2025-04-02")), NEXT), "left-open")
    assert found.endswith("No answer Done")


def test_what_was_late_on_the_day_of_the_next_review_says_so() -> None:
    late = held(response("a", "2025-04-02"), due_on="2025-03-01")
    found = section(at("review-2025-04-01/", late, NEXT), "left-open")
    assert found.endswith("No answer overdue Done")


def test_a_standing_instruction_is_never_left_open() -> None:
    found = section(at("review-2025-04-01/", held(kind="standing"), NEXT), "left-open")
    assert "Mend it." not in found


def test_the_first_review_has_nothing_before_it() -> None:
    assert "" == section(at("review-2025-01-10/", held(), NEXT), "left-open")


def test_the_invented_review_of_2026_begins_with_the_permit_of_2025() -> None:
    page = invented()["reviews/review-2026-01-22/"]
    assert "Solve the permit of the wind farm." in section(page, "left-open")
    assert 'href="../../reviews/review-2025-02-20/#instruction-i1"' in page.body


# --- instructions ---


def test_an_instruction_shows_its_answers_and_who_has_not_answered() -> None:
    told = instruction("i1", "all_ministries", responses=[response("a", "2025-02-01")])
    found = part(at("review-2025-01-10/", review("2025-01-10", told)), "instruction-i1")
    assert "In progress" in found
    assert "1 February 2025 a Done" in found
    assert "Without an answer in this registry: old → new" in found


def test_an_answer_after_the_due_date_or_of_another_agency_is_marked() -> None:
    answers = [response("a", "2025-03-01"), response("b", "2025-02-01")]
    told = instruction("i1", "a", due_on="2025-02-15", responses=answers)
    found = part(at("review-2025-01-10/", review("2025-01-10", told)), "instruction-i1")
    assert "a Done (after the due date)" in found
    assert "b Done (not one of those addressed)" in found


def test_a_group_is_spelled_out_as_it_was_on_the_day() -> None:
    made = review("2025-01-10", instruction("i1", "all_ministries"))
    found = section(at("review-2025-01-10/", made), "addressees")
    assert "ministry: all 2 agencies a old → new" in found


def test_an_instruction_names_its_commitments_and_its_key_projects() -> None:
    project = {"category": "rail", "instruction": "review-2025-01-10/i1"}
    named = review("2025-01-10", instruction("i1", "a", commitments=["named"]))
    records = (commitment("named"), commitment("project", key_project=project))
    found = pages("reviews", "2025-12-31", *AGENCIES, named, *records)
    assert "named project" in part(found["reviews/review-2025-01-10/"], "instruction-i1")


def test_a_review_that_has_not_been_held_follows_nothing_up() -> None:
    page = at("review-2025-01-10/", held(due_on="2025-01-01"), as_of="2025-01-09")
    assert "it has not been held" in page.description
    assert "overdue" not in words(page.body)


# --- the mechanism's own effectiveness ---


def test_the_share_on_time_counts_what_was_due() -> None:
    kept = held(response("a", "2025-02-01"), due_on="2025-03-01")
    missed = review("2025-04-01", instruction("i1", "a", due_on="2025-05-01"))
    found = section(at("", kept, missed), "effect")
    assert "Of 2 instructions that were due, 1 were carried out on time: 50%." in found
    assert "2 answers were asked for, one of each agency and instruction; 1 are" in found


def test_without_a_due_date_it_is_said_that_nothing_can_be_said() -> None:
    assert "cannot be said" in section(at("", held()), "effect")


def test_the_next_round_begins_with_what_is_overdue() -> None:
    calm = held()
    late = review("2025-04-01", instruction("i1", "a", text=text("Hurry."), due_on="2025-05-01"))
    found = section(at("", calm, late), "open")
    assert found.index("Hurry.") < found.index("Mend it.")


def test_a_registry_without_reviews_says_so() -> None:
    assert "No review round is in this registry." in words(at("").body)


# --- links ---


def test_every_link_to_an_instruction_leads_to_it() -> None:
    found = invented()
    links = {
        link
        for page in found.values()
        for link in re.findall(r'href="[./]*(reviews/[^"#]+)#(instruction-[^"]+)"', page.body)
    }
    assert links
    assert {link for link in links if f'id="{link[1]}"' not in found[link[0]].body} == set()


def test_a_commitment_leads_to_the_instructions_that_name_it() -> None:
    page = invented()["commitments/norderland-offshore-wind-2023/"]
    assert 'href="../../reviews/review-2025-02-20/#instruction-i1"' in page.body
