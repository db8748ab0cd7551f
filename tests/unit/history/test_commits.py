"""A commit is read from its own bytes, whatever they are."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from generator.history.commits import Commit, Person, commit_of, trailers

TREE = b"tree 1\n"
WHO = b"author A <a@e> 0 +0000\ncommitter C <c@e> 60 -0330\n"


def commit(message: bytes = b"", head: bytes = TREE + WHO) -> Commit:
    return commit_of("1", head + b"\n" + message)


def test_a_commit_says_who_when_and_from_what() -> None:
    found = commit(b"Subject\n", TREE + b"parent 2\nparent 3\n" + WHO)
    assert (("2", "3"), Person("A", "a@e"), Person("C", "c@e")) == (
        found.parents,
        found.author,
        found.committer,
    )
    assert datetime.fromtimestamp(0, UTC) == found.authored_at
    zone = timezone(-timedelta(hours=3, minutes=30))
    assert datetime.fromtimestamp(60, zone).isoformat() == found.committed_at.isoformat()


@pytest.mark.parametrize(
    "message, subject, body",
    [
        (b"", "", ""),
        (b"One\n", "One", ""),
        (b"One\ntwo\n\nBody\n\nmore\n", "One two", "Body\n\nmore"),
        (b"\n\nOne\n\n\n\nBody\n", "One", "Body"),
        (b"A\0B\n", "A\0B", ""),
    ],
)
def test_a_message_is_a_subject_and_a_body(message: bytes, subject: str, body: str) -> None:
    found = commit(message)
    assert (subject, body) == (found.subject, found.body)


@pytest.mark.parametrize(
    "encoding, written, read",
    [
        (b"", "Đường".encode(), "Đường"),
        (b"ISO-8859-1", b"\xe9", "é"),
        (b"windows-1258", "đ".encode("cp1258"), "đ"),
        (b"Shift_JIS", "日".encode("shift_jis"), "日"),
        (b"utf-8", b"\xff", "\ufffd"),
        (b"no-such-thing", "é".encode(), "é"),
        (b"rot13", b"abc", "abc"),
        (b"unicode_escape", b"\\x41", "\\x41"),
        (b"zlib", b"abc", "abc"),
        (b"\xff", b"abc", "abc"),
    ],
)
def test_texts_are_read_in_the_encoding_that_is_stated_if_it_is_one(
    encoding: bytes, written: bytes, read: str
) -> None:
    head = TREE + WHO + (b"encoding " + encoding + b"\n" if encoding else b"")
    assert read == commit(written, head).subject


@pytest.mark.parametrize("name", [b"gpgsig", b"gpgsig-sha256"])
def test_a_signature_is_seen_in_the_head_alone(name: bytes) -> None:
    signed = TREE + WHO + name + b" -----BEGIN\n x\n y\n -----END\n"
    assert commit(b"One\n", signed).has_signature
    assert not commit(b"One\n\n" + name + b" x\n").has_signature


def test_a_line_that_is_there_twice_counts_the_first_time() -> None:
    found = commit(b"", TREE + WHO + b"author Other <o@e> 5 +0000\n")
    assert "A" == found.author.name


@pytest.mark.parametrize("when", [b"", b"x +0000", b"1", b"9" * 30 + b" +0000", b"1 +9999", b"1 +"])
def test_a_day_that_cannot_be_read_is_the_first_of_all(when: bytes) -> None:
    found = commit(b"", TREE + b"author A <a@e> " + when + b"\n")
    assert datetime.fromtimestamp(0, UTC) == found.authored_at


@pytest.mark.parametrize(
    "text, expected",
    [
        ("", []),
        ("Words.\n\nReviewed-by: A <a@e>", [("Reviewed-by", "A <a@e>")]),
        ("Reviewed-by: A", [("Reviewed-by", "A")]),
        ("A: b\nC : d\n  and e", [("A", "b"), ("C", "d and e")]),
        ("A: b\n(cherry picked from commit 1)\nC: d", [("A", "b"), ("C", "d")]),
        ("A: b\nbut this is prose", []),
        ("A: b\n\nLast words.", []),
        ("Not a-trailer: b", []),
        ("A:b\n\n \n", [("A", "b")]),
    ],
)
def test_trailers_are_the_last_paragraph_if_it_holds_nothing_else(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == list(trailers(text))


def test_a_trailer_goes_by_its_name_in_any_case() -> None:
    found = commit(b"One\n\nreviewed-BY: A\nOther: B\nReviewed-by: C\n")
    assert ["A", "C"] == list(found.trailer("Reviewed-By"))


def test_a_subject_is_no_trailer() -> None:
    assert () == commit(b"Fix: it\n").trailers
