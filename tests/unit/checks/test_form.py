"""Canonical form, and comments that would be lost."""

import pytest

from generator.checks.form import comment_lines
from tests.checking import BASE, SOLAR, check

CONTENT = (BASE / SOLAR).read_bytes()


def test_the_first_line_that_would_change_is_named() -> None:
    finding = check({SOLAR: CONTENT.replace(b"field: energy", b'field: "energy"')}).findings[0]
    line = CONTENT.split(b"\n").index(b"field: energy") + 1
    assert ("FORM01", line, {"wanted": "field: energy"}) == (
        finding.code,
        finding.location.line,
        finding.arguments,
    )


@pytest.mark.parametrize("content", [CONTENT.rstrip(b"\n"), CONTENT + b"\n"])
def test_the_end_of_the_file_belongs_to_its_form(content: bytes) -> None:
    assert ["FORM01"] == [finding.code for finding in check({SOLAR: content}).findings]


@pytest.mark.parametrize(
    "content, lines",
    [
        (b"a: 1\n", []),
        (b"# top\na: 1\n", [1]),
        (b"a: 1 # behind\nb: 2\n", [1]),
        (b"a: 'no # comment'\n", []),
        (b'a: "no # comment"\n', []),
        (b"a: no#comment\n", []),
        (b"a: >-\n  # no comment\n  at all\n", []),
        (b"a: | # comment\n  # no comment\nb: 1\n", [1]),
        (b"a: |\n  # no comment\n# comment\nb: 1\n", [3]),
        (b"a: [1, # comment\n  2]\n", [1]),
        ("ă: 'điện # mặt'  # trời\n".encode(), [1]),
        (b"a: 1\n  # last", [2]),
    ],
)
def test_comments_are_told_from_text(content: bytes, lines: list[int]) -> None:
    assert lines == comment_lines(content)
