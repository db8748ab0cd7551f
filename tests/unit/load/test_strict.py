"""The small subset of YAML that a record is."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.strict import (
    MAXIMUM_DEPTH,
    MAXIMUM_DIGITS,
    MAXIMUM_NODES,
    Problem,
    parse,
    positions,
)


def problem(content: bytes | str) -> Problem:
    found = parse(content if isinstance(content, bytes) else content.encode())
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    "text, code, place",
    [
        ("a: 'b", "YAML01", (1, 6)),
        ("a: b: c", "YAML01", (1, 5)),
        ("a: 1\nb: 2\na: 3", "YAML02", (3, 1)),
        ("a: 1\n'a': 3", "YAML02", (2, 1)),
        ("a: 1\nb: &x 1", "YAML03", (2, 4)),
        ("a: *x", "YAML03", (1, 4)),
        ("&x a: 1", "YAML03", (1, 1)),
        ("a: &x [1]", "YAML03", (1, 4)),
        ("a: !!str 1", "YAML04", (1, 4)),
        ("a: !x {}", "YAML04", (1, 4)),
        ("!x a: 1", "YAML04", (1, 1)),
        ("1: a", "YAML05", (1, 1)),
        ("true: a", "YAML05", (1, 1)),
        ("[a]: b", "YAML05", (1, 1)),
        ("? {a: 1}\n: b", "YAML05", (1, 3)),
        ("a: ~", "YAML06", (1, 4)),
        ("a: null", "YAML06", (1, 4)),
        ("a:\nb: 1", "YAML06", (1, 3)),
        ("a: [1, ]\nb: [, 1]", "YAML01", (2, 5)),
        (f"a: {'9' * (MAXIMUM_DIGITS + 1)}", "YAML07", (1, 4)),
        (f"a: -0.{'9' * MAXIMUM_DIGITS}", "YAML07", (1, 4)),
        (f"a: {'[' * MAXIMUM_DEPTH}{']' * MAXIMUM_DEPTH}", "YAML08", (1, 3 + MAXIMUM_DEPTH)),
        ("a: 1\n---\nb: 2", "YAML09", (2, 1)),
        ("%YAML 1.2\n---\na: 1", "YAML09", (1, 1)),
        ("%TAG ! x:\n---\na: 1", "YAML09", (1, 1)),
        ("- a", "YAML11", (0, 0)),
        ("text", "YAML11", (0, 0)),
        ("", "YAML11", (0, 0)),
        ("---\n...\n", "YAML06", (2, 1)),
        ("a: 1\r\n", "TEXT02", (1, 5)),
        ("a: 1\n\tb: 2", "TEXT03", (2, 1)),
        ("a: 1\nb: x\u200by", "TEXT04", (2, 5)),
        ("a: \x07", "TEXT04", (1, 4)),
        ("a: x\ufeff", "TEXT04", (1, 5)),
        ("a: x\u2028y", "TEXT04", (1, 5)),
        ("a: xyz\nb: e\u0301", "TEXT05", (2, 4)),
        ("a: xa\u0302\u0323", "TEXT05", (1, 5)),
        ("a: q\u0302\u0323", "TEXT05", (1, 4)),
        ("a: \u212b", "TEXT05", (1, 4)),
    ],
)
def test_what_is_no_record_is_refused_at_its_place(
    text: str, code: str, place: tuple[int, int]
) -> None:
    found = problem(text)
    assert (code, place) == (found.code, (found.line, found.column))


@pytest.mark.parametrize(
    "content, place",
    [
        (b"\xef\xbb\xbfa: 1", (0, 0)),
        (b"\xff\xfea", (0, 0)),
        (b"\xfe\xffa", (0, 0)),
        (b"a: 1\nb: \xe9", (2, 4)),
        (b"a: 1\nb: \xed\xa0\x80", (2, 4)),
        (b"\xc0\x80", (1, 1)),
    ],
)
def test_another_encoding_is_refused(content: bytes, place: tuple[int, int]) -> None:
    found = problem(content)
    assert ("TEXT01", place) == (found.code, (found.line, found.column))


STAY_TEXT = [
    "no", "on", "off", "yes", "y", "n", "NO", "True", "FALSE", "012", "0x1F", "0o7", "1_000",
    "12:30:45", "2025-01-01", "2025-02-30", "1e3", ".5", "5.", "+1", ".inf", "-.inf", ".nan",
    "1.2.3", "-", "--", "1-2", "=", "<<",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    STAY_TEXT,
)
def test_words_and_odd_numbers_stay_as_they_are_written(text: str) -> None:
    quoted = f"'{text}'" if text in {"-", "--"} else text
    assert parse(f"a: {quoted}".encode()) == {"a": text}


@pytest.mark.parametrize(
    "text, value",
    [("true", True), ("false", False), ("0", 0), ("-7", -7), ("12.50", 12.5), ("-0.5", -0.5)],
)
def test_plain_numbers_and_truth_values_are_typed(text: str, value: object) -> None:
    found = parse(f"a: {text}".encode())
    assert isinstance(found, dict)
    assert (type(value), value) == (type(found["a"]), found["a"])


@pytest.mark.parametrize("text", ["'1'", '"true"', "|-\n  1", ">-\n  null"])
def test_what_is_quoted_is_text(text: str) -> None:
    found = parse(f"a: {text}".encode())
    assert isinstance(found, dict)
    assert isinstance(found["a"], str)


def test_as_much_as_may_be_is_read() -> None:
    deep = "[" * (MAXIMUM_DEPTH - 1) + "]" * (MAXIMUM_DEPTH - 1)
    assert isinstance(parse(f"a: {deep}".encode()), dict)
    many = "x," * (MAXIMUM_NODES - 2)
    assert isinstance(parse(f"a: [{many}]".encode()), dict)
    assert problem(f"a: [{many}x]").code == "YAML10"
    assert isinstance(parse(f"a: {'9' * MAXIMUM_DIGITS}".encode()), dict)


def test_every_node_knows_its_place() -> None:
    content = "a: 1\nb:\n  - x: 'no'\n    y: [1, 2.5]\n  - đ: no\n".encode()
    assert positions(content) == {
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 0, "x"): (3, 5),
        ("b", 0, "y"): (4, 5),
        ("b", 0, "y", 0): (4, 9),
        ("b", 0, "y", 1): (4, 12),
        ("b", 1): (5, 5),
        ("b", 1, "đ"): (5, 5),
    }


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    assert isinstance(parse(content), dict | Problem)


YAML_LIKE = st.text(st.sampled_from("ab:-[]{},'\"|>&*!#%@ \n0.?"), max_size=60)


@given(YAML_LIKE)
def test_what_is_read_is_what_another_reader_reads(text: str) -> None:
    found = parse(text.encode())
    if isinstance(found, dict):
        other = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings alone
        assert same(found, other)


def same(found: object, other: object) -> bool:
    """Whether two readings have the same shape and the same texts."""
    if isinstance(found, dict):
        return (
            isinstance(other, dict)
            and list(found) == list(other)
            and all(same(value, other[key]) for key, value in found.items())
        )
    if isinstance(found, list):
        return (
            isinstance(other, list)
            and len(found) == len(other)
            and all(same(*pair) for pair in zip(found, other, strict=True))
        )
    return isinstance(other, str) and (not isinstance(found, str) or found == other)
