"""Whatever stands in a record, a terminal shows it and does not obey it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.reporting import printable


def test_plain_text_is_left_alone() -> None:
    assert printable("Thỏa thuận về điện, 5 µm – “ký”") == "Thỏa thuận về điện, 5 µm – “ký”"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    assert printable("a\x1b[2Jb\nc\x9b") == r"a\x1b[2Jb\x0ac\x9b"


def test_what_nobody_sees_is_written_out() -> None:
    assert printable("a\u202eb\u200bc\U000e0041") == r"a\u202eb\u200bc\U000e0041"


def test_half_characters_of_a_name_are_written_out() -> None:
    assert printable(b"\xff.yml".decode(errors="surrogateescape")) == r"\udcff.yml"


def test_values_of_other_types_are_printed_too() -> None:
    assert printable(3) == "3"


@given(st.text(st.characters()))
def test_what_comes_out_is_one_line_that_can_be_written(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown


@given(st.text(st.characters()))
def test_what_is_printable_stays_so(text: str) -> None:
    assert printable(printable(text)) == printable(text)
