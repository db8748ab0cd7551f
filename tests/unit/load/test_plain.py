"""What the quick reader is certain of, the parser proper says, too."""

import string
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.load import plain, strict
from generator.model import paths
from tests.tools.registries import VALMORA

FRAGMENTS = [
    "a", "id", "key", "true", "null", "~", "Null", "no", "é", "1", "-1", "0", "012", "1.5", "1e3",
    "1" * 16, "2025-01-01", "'2025'", "'", "''", "'a''b'", "'a'b'", '"a"', ":", ": ", ":a", " :",
    "- ", "-", " ", "  ", "#", " #", "#a", ">-", ">", "|-", "|", "[]", "{}", "[", "{", "&a", "*a",
    "!a", "---", "...", "%", "@", "`", ",", "?", "? ", "<<", "=", "\xa0", "\ufffe", "\u3000",
    "a: b", "https://a.b/c?d#e", "x" * 50,
]  # fmt: skip
LINES = [
    "a:", "b:", "a: b", "b: c", "- a", "- a: b", "- a:", "- ", "-", "c: >-", "- >-", "- c: >-",
    "d: |-", "words and more", "a word: not a key", "# remark", "", "'quoted'", "- 'quoted'",
    "n: 1", "n: 1.0", "n:", "'a': b", "e: 'it''s'", "t: true", "t: [a]", "x:  y", "x: y ", "x:y",
    "A: b", "true: a", "null: a",
]  # fmt: skip
lines = st.builds(
    lambda depth, line: " " * depth + line,
    st.sampled_from([0, 0, 0, 2, 2, 2, 4, 4, 6, 1, 3]),
    st.sampled_from(LINES) | st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join),
)
texts = st.lists(lines, max_size=12).map(lambda lines: "".join(f"{line}\n" for line in lines))
RECORDS = [file.read_text("utf-8") for file in sorted(VALMORA.rglob("*.yml"))]


def agrees(text: str) -> bool:
    """Whether the quick reader was certain; if so, it has to be right, types included."""
    try:
        found = plain.read(strict._decode(text.encode()))
    except strict._Refused:
        return False
    if found is not None:
        places: dict[paths.Path, strict.Position] = {}
        assert repr(found) == repr(strict._parsed(text, places))
        assert places == plain.places(text)
    return found is not None


@given(texts)
@example("a: b\n  c\n")
@example("a:\n  - b\n    c: d\n")
@example("a: >-\n  b\n   c\n")
@example("a: >-\n  b\n\n  c\n")
@example("a:\n- b\n")
@example("a: b\na: c\n")
def test_a_text_of_any_lines_means_the_same_to_both(text: str) -> None:
    agrees(text)


@given(
    st.sampled_from(RECORDS),
    st.integers(0, 10**6),
    st.integers(0, 8),
    st.sampled_from(FRAGMENTS) | st.text(string.printable, max_size=2),
)
def test_a_record_with_a_slip_means_the_same_to_both(
    text: str, at: int, length: int, slip: str
) -> None:
    at %= len(text)
    agrees(text[:at] + slip + text[at + length :])


@given(
    st.sampled_from(RECORDS), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(LINES)
)
def test_a_record_with_lines_out_of_place_means_the_same_to_both(
    text: str, one: int, other: int, line: str
) -> None:
    found = text.split("\n")
    one, other = one % len(found), other % len(found)
    found[one], found[other] = found[other], found[one]
    agrees("\n".join(found))
    agrees("\n".join([*found[:one], line, *found[one:]]))


def test_most_records_are_read_quickly(root: Path) -> None:
    records = [*RECORDS, *(file.read_text("utf-8") for file in root.glob("registry/**/*.yml"))]
    assert sum(map(agrees, records)) > len(records) * 0.9


@pytest.mark.parametrize("text", ["", "\n", "a: b", "a\n", "- a\n", "a: b\n---\n", "a: \ufffe\n"])
def test_what_is_not_certain_is_left_to_the_parser(text: str) -> None:
    assert plain.read(text) is None


def test_very_many_lines_and_levels_are_left_to_the_parser() -> None:
    assert plain.read("".join(f"a{number}: b\n" for number in range(6000))) is None
    assert (
        plain.read("".join(f"{'  ' * depth}a:\n" for depth in range(40)) + " " * 80 + "a: b\n")
        is None
    )
