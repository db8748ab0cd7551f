"""One form: it reads back as the same data, for us and for other readers of YAML."""

import textwrap
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.strict import Problem, parse
from generator.schema import Shape, schemas
from generator.write import canonical
from generator.write.canonical import WIDTH, _folded

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], include_characters="\n 'ệ:#-"),
    max_size=150,
).map(lambda text: unicodedata.normalize("NFC", text))
NASTY = [
    "no", "on", "y", "~", "null", "true", "012", "1_000", "12:30:45", "2025-01-01", "2025", "1e3",
    ".5", "0x1", "+1", ".inf", "=", "<<", "#", "-", "|", ">",
    "", "- a", "a: b", "a #b", "&a", "*a", "!x", "'", '"', "a\\", "%x", "@", "a:", "a\n", "\na",
    "a\n b", "a\n\n\nb", "x " * 80, "x" * 200, "w " * 60 + "w", "a  b", "---", "...", "? a", "[a]",
]  # fmt: skip
nasty = st.sampled_from(NASTY)
numbers = st.integers(-(10**13), 10**13) | st.floats(-1e6, 1e6, allow_nan=False).map(
    lambda number: round(number, 3)
)
leaves = texts | nasty | numbers | st.booleans()
keys = st.text("abc_1", min_size=1, max_size=6) | nasty.filter(
    lambda key: bool(key) and "\n" not in key and len(key) < 100
)
nodes = st.recursive(
    leaves,
    lambda below: (
        st.lists(below, min_size=1, max_size=4)
        | st.dictionaries(keys, below, min_size=1, max_size=4)
    ),
    max_leaves=15,
)
records = st.dictionaries(keys, nodes, min_size=1, max_size=5)


def form(data: dict[str, Any]) -> bytes:
    return canonical(data, Shape(), [])


@given(records)
def test_what_is_written_reads_back_as_the_same(data: dict[str, Any]) -> None:
    assert repr_sorted(parse(form(data))) == repr_sorted(data)


@given(records)
def test_the_form_of_the_form_is_itself(data: dict[str, Any]) -> None:
    once = form(data)
    back = parse(once)
    assert not isinstance(back, Problem)
    assert form(back) == once


@given(records)
def test_other_readers_agree_on_what_is_text(data: dict[str, Any]) -> None:
    # PyYAML follows YAML 1.1, which takes many a word for something else.
    assert agree(data, yaml.load(form(data), Loader=yaml.CSafeLoader))


def agree(ours: object, theirs: object) -> bool:
    if isinstance(ours, str):
        return isinstance(theirs, str) and ours == theirs
    if isinstance(ours, list):
        return isinstance(theirs, list) and all(
            agree(*pair) for pair in zip(ours, theirs, strict=True)
        )
    if isinstance(ours, dict):
        return isinstance(theirs, dict) and all(
            agree(value, theirs[key]) for key, value in ours.items()
        )
    return True


def repr_sorted(node: object) -> str:
    """Plain data as text in which `1`, `1.0` and `true` differ, whatever the order of keys."""
    if isinstance(node, dict):
        return f"{{{', '.join(f'{key!r}: {repr_sorted(node[key])}' for key in sorted(node))}}}"
    if isinstance(node, list):
        return f"[{', '.join(map(repr_sorted, node))}]"
    return repr(node)


@pytest.mark.parametrize(
    "value, written",
    [
        ("Bộ Ngoại giao", b"a: B\xe1\xbb\x99 Ngo\xe1\xba\xa1i giao\n"),
        ("no", b"a: 'no'\n"),
        ("2025-10-01", b"a: '2025-10-01'\n"),
        ("it's", b"a: it's\n"),
        ("'it's", b"a: '''it''s'\n"),
        ("a: b", b"a: 'a: b'\n"),
        (True, b"a: true\n"),
        (1.5, b"a: 1.5\n"),
        (15500000000, b"a: 15500000000\n"),
        (1e-05, b"a: 0.00001\n"),
        (["x", "no"], b"a:\n  - x\n  - 'no'\n"),
        ([{"b": 1, "c": 2}], b"a:\n  - b: 1\n    c: 2\n"),
        ("one\n\ntwo", b"a: |-\n  one\n\n  two\n"),
        ("edge \n", b'a: "edge \\n"\n'),
    ],
)
def test_each_kind_of_value_has_one_way_to_be_written(value: object, written: bytes) -> None:
    assert form({"a": value}) == written


def test_long_prose_is_folded_and_long_words_are_not_broken() -> None:
    prose = " ".join(["điện mặt trời"] * 30)
    lines = form({"a": prose}).decode().splitlines()
    assert lines[0] == "a: >-"
    assert all(len(line) <= WIDTH for line in lines)
    assert len(form({"a": "x" * 500}).splitlines()) == 1


def test_keys_stand_in_the_order_of_the_schema_and_unknown_ones_behind() -> None:
    data = {"zebra": 1, "field": "energy", "id": "a", "title": {"fr": "r", "en": "s", "vi": "t"}}
    lines = canonical(data, schemas().shape("commitments"), ["vi", "en"]).splitlines()
    assert lines == [
        b"id: a",
        b"title:",
        b"  vi: t",
        b"  en: s",
        b"  fr: r",
        b"field: energy",
        b"zebra: 1",
    ]


def test_nothing_that_is_empty_is_lost() -> None:
    assert parse(form({"a": {}, "b": [], "c": ""})) == {"a": {}, "b": [], "c": ""}


words = st.lists(st.text("ab,", min_size=1, max_size=WIDTH + 20), min_size=2, max_size=30)


@given(words, st.integers(0, 12))
def test_lines_are_as_full_as_words_allow(words: list[str], depth: int) -> None:
    pad = "  " * depth
    wrapped = textwrap.wrap(
        " ".join(words),
        WIDTH,
        initial_indent=pad,
        subsequent_indent=pad,
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert wrapped == list(_folded(" ".join(words), pad))
