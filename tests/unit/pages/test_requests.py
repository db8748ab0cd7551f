"""Opinion requests: who was asked, by when, who has answered and who has not."""

from typing import Any

from generator.pages.page import Page
from tests.builders import agency, instruction, programme, report, response, review
from tests.builders import words as text
from tests.unit.pages.reading import invented, pages, section, words

AGENCIES = (agency("a"), agency("b"))


def asked(*answers: dict[str, Any], **keys: object) -> dict[str, Any]:
    given = {"responses": list(answers)} if answers else {}
    return instruction(
        "i1", "a", "b", kind="opinion_request", text=text("Comment."), **given, **keys
    )


def task(**keys: object) -> dict[str, Any]:
    head = {"id": "t1", "number": 1, "kind": "opinion_request", "title": text("Read the draft")}
    return {**head, "lead_agency": "a", **keys}


def page(*records: Any) -> Page:  # noqa: ANN401 - any records
    return pages("requests", "2025-12-31", *AGENCIES, *records)["opinion-requests/"]


def test_who_has_answered_stands_apart_from_who_has_not() -> None:
    found = section(page(review("2025-01-10", asked(response("a", "2025-02-01")))), "waiting")
    assert "Answers in this registry: 1 of 2 agencies asked. 1 February 2025 a Done" in found
    assert found.endswith("Without an answer in this registry: b")


def test_a_request_that_all_have_answered_waits_no_more() -> None:
    answers = (response("a", "2025-02-01"), response("b", "2025-02-01"))
    made = page(review("2025-01-10", asked(*answers)))
    assert "" == section(made, "waiting")
    assert "Comment." in section(made, "answered")


def test_overdue_requests_come_first() -> None:
    calm = review("2025-03-10", asked())
    late = review("2025-01-10", asked(due_on="2025-02-01"))
    found = page(calm, late).body
    assert found.index("review-2025-01-10-i1") < found.index("review-2025-03-10-i1")


def test_other_instructions_are_no_requests() -> None:
    assert "No request for an opinion" in words(
        page(review("2025-01-10", instruction("i1", "a"))).body
    )


def test_a_task_of_a_programme_may_be_a_request() -> None:
    found = section(page(programme("p", tasks=[task()])), "waiting")
    assert "Read the draft" in found
    assert "Without an answer in this registry: a" in found


def test_a_report_of_completion_answers_such_a_task() -> None:
    answer = report("u1", "a", "2025-04-01", "2025-Q1", delivery_status="completed")
    found = section(page(programme("p", tasks=[task(updates=[answer])])), "answered")
    assert "Answers in this registry: 1 of 1 agency asked. 1 April 2025 a Done" in found


def test_the_invented_registry_waits_for_opinions_from_a_review_and_a_programme() -> None:
    found = section(invented()["opinion-requests/"], "waiting")
    assert "Comment on the draft law on treaties." in found
    assert "Comment on the harbour plan" in found
