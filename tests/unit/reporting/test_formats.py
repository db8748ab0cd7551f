"""Findings as text, JSON, annotations and Markdown."""

import json

import pytest
from markdown_it import MarkdownIt

from generator.errors import Finding, Location, Severity
from generator.reporting.formats import Listing, names, render

HOSTILE = "x::error file=y::z\n::set-output name=a::b%0A`<b>@user #1 [l](javascript:x) | * _"
PLACE = Location("agencies/a.yml", 3, 5, "succession.b.to")
FINDINGS = (
    Finding("REF01", Severity.ERROR, PLACE, {"id": "b", "file": "agencies/b.yml"}),
    Finding("RESP02", Severity.WARNING, Location("b.yml"), {"coordinator": "mofa"}),
    Finding(
        "SCHEMA05", Severity.REVIEW, Location(f"{HOSTILE}.yml", 1, 1, HOSTILE), {"found": HOSTILE}
    ),
)
LISTING = Listing(FINDINGS, 12, "registry")


def test_a_line_names_place_weight_code_and_pointer_then_the_cure() -> None:
    first, second, *_ = render("text", LISTING, "en").splitlines()
    assert (
        first == "registry/agencies/a.yml:3:5: error REF01 succession.b.to: There is no record `b`."
    )
    assert second == "  fix: Correct the id, or add the record first: agencies/b.yml."


def test_the_form_is_the_same_in_every_language_and_the_words_are_not() -> None:
    first, second, *_ = render("text", LISTING, "vi").splitlines()
    assert (
        first == "registry/agencies/a.yml:3:5: error REF01 succession.b.to: Không có bản ghi `b`."
    )
    assert second.startswith("  fix: Sửa")


def test_a_finding_on_a_whole_file_stands_on_its_first_line() -> None:
    assert "registry/b.yml:1:1: warning RESP02: " in render("text", LISTING, "en")


@pytest.mark.parametrize(
    "language, summary",
    [
        ("en", "1 error, 1 review, and 1 warning in 12 records."),
        ("vi", "1 lỗi, 1 mục cần xem xét và 1 cảnh báo trong 12 bản ghi."),
    ],
)
def test_the_summary_is_a_sentence(language: str, summary: str) -> None:
    assert render("text", LISTING, language).splitlines()[-1] == summary


def test_nothing_found_is_said_too() -> None:
    assert render("text", Listing((), 1, ""), "en") == "No findings in 1 record.\n"


def test_json_holds_what_the_text_says() -> None:
    data = json.loads(render("json", LISTING, "en"))
    assert data["summary"] == {"errors": 1, "reviews": 1, "warnings": 1, "records": 12}
    assert data["findings"][0] == {
        "code": "REF01",
        "severity": "error",
        "path": "registry/agencies/a.yml",
        "line": 3,
        "column": 5,
        "pointer": "succession.b.to",
        "message": "There is no record `b`.",
        "fix": "Correct the id, or add the record first: agencies/b.yml.",
    }


def test_an_annotation_stands_on_its_line() -> None:
    first = render("github", LISTING, "en").splitlines()[0]
    assert first == (
        "::error file=registry/agencies/a.yml,line=3,col=5,title=REF01 succession.b.to::"
        "There is no record `b`.%0ACorrect the id, or add the record first: agencies/b.yml."
    )


def test_a_value_is_no_command_of_its_own() -> None:
    *commands, _ = render("github", LISTING, "en").splitlines()
    assert len(commands) == len(FINDINGS)
    head = commands[2].removeprefix("::warning ").partition("::")[0]
    assert [part.partition("=")[0] for part in head.split(",")] == ["file", "line", "col", "title"]


def test_a_value_is_no_markup() -> None:
    html = MarkdownIt().render(render("markdown", LISTING, "en"))
    assert not any(mark in html for mark in ("<a ", "<b>", "<em>", "<code>", "<h1", "<table"))
    assert "@user" not in html
    assert html.count("<li>") == len(FINDINGS)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_format_is_safe_to_print(name: str, language: str) -> None:
    said = render(name, LISTING, language)
    assert said.endswith("\n")
    assert all(line.replace("\u2060", "").isprintable() for line in said.splitlines())


def test_paths_are_written_from_where_the_reader_stands() -> None:
    assert Listing((), 0, ".").path(PLACE) == "agencies/a.yml"
    assert Listing((), 0, "").path(PLACE) == "agencies/a.yml"
    assert Listing((), 0, "../data").path(PLACE) == "../data/agencies/a.yml"
