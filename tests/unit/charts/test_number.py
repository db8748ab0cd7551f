"""A site has at most 150 drawings, however many agencies it has."""

import pytest

from generator.charts.sheet import Sheet
from generator.pages import Book, all_pages
from generator.pages.book import Identity
from tests import builders

AGENCIES = [f"a-{number:02}" for number in range(45)]
FEW = [[{"partner": "xb"}], [{"partner": "xc"}]]


def records() -> list[object]:
    """Enough of everything for every chart to be drawn."""
    made: list[object] = [builders.agency(name) for name in AGENCIES]
    made += [builders.agency("coordinator"), builders.partner("xb"), builders.partner("xc")]
    made.append(builders.vocabulary("fields", "energy", "trade"))
    for number, agency in enumerate(AGENCIES):
        made += [
            builders.commitment(
                f"c-{number}-{turn}",
                signed_on="2024-01-02",
                lead_agency=agency,
                partners=FEW[turn % 2],
                transfers=[builders.transfer([AGENCIES[0]], "2024-06-01")] if turn == 2 else [],
                updates=[builders.report("r", agency, "2025-04-02", "2025-Q1")],
            )
            for turn in range(4)
        ]
    milestone = {"id": "m", "title": builders.words("m"), "due_on": "2026", "sources": ["gazette"]}
    project = {"category": "other", "basis": builders.words("By decision.")}
    made.append(
        builders.commitment(
            "project", signed_on="2024-01-02", key_project=project, milestones=[milestone]
        )
    )
    return made


@pytest.mark.parametrize("languages", [["en"], ["en", "vi"], ["en", "vi", "fr"]])
def test_a_site_has_so_many_drawings_at_most(
    languages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Sheet] = []

    def count(sheet: Sheet) -> bytes:
        drawn.append(sheet)
        return b"<svg version='1'/>"

    monkeypatch.setattr(Sheet, "_drawn", count)
    snapshot = builders.snapshot("2025-08-01", *records(), languages=languages)  # type: ignore[arg-type]
    for language in languages:
        for page in all_pages(Book(snapshot, language, Identity("public"))):
            page.body  # noqa: B018 - a page is rendered when its body is asked for
    assert 100 < len(drawn) <= 150
