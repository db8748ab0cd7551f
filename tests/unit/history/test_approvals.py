"""Whoever writes a commit writes its trailers: only some of them count."""

import pytest

from generator.history.approvals import approvals, pull_request
from generator.history.commits import Commit, commit_of


def commit(subject: str, body: str = "") -> Commit:
    return commit_of("1", f"tree 1\n\n{subject}\n\n{body}\n".encode())


@pytest.mark.parametrize(
    "subject, body, number",
    [
        ("Merge pull request #12 from fork/branch", "", "12"),
        ("Merge pull request 'A title (#3)' (#12) from branch into main", "", "12"),
        ("Merged in branch (pull request #12)", "", "12"),
        ("Pull request #12: A title", "", "12"),
        ("Slip the milestone (#12)", "", "12"),
        ("Slip the milestone (!12)", "", "12"),
        ("Merge branch 'x' into 'main'", "A title\n\nSee merge request group/portal!12", "12"),
        ("Slip", "Pull-Request: 12", "12"),
        ("Slip", "Pull-Request: #12", "12"),
        ("Slip", "pull-request: https://git2.example.org/a/b/pulls/12/", "12"),
        ("Slip (#3)", "Pull-Request: !12", "12"),
        ("Slip", "Pull-Request: none", None),
        ("Fix #12", "", None),
        ('Revert "Slip (#12)"', "", None),
        ("Slip (#12345678901)", "", None),
        ("Slip (#١٢)", "", None),
        ("Slip", "prose See merge request x!12", None),
        ("", "", None),
    ],
)
def test_the_number_of_a_pull_request_is_read_as_forges_write_it(
    subject: str, body: str, number: str | None
) -> None:
    assert number == pull_request(commit(subject, body))


def test_approvals_of_the_chain_and_of_notes_count_and_those_inside_a_merge_do_not() -> None:
    merge = commit("Merge", "Approved-by: Mai <mai@e>\nCo-authored-by: X <x@e>")
    inside = commit("Slip", "Reviewed-By: Otto <otto@e>")
    found = approvals(merge, [inside], "Approved-by: Ngân <ngan@e>\n")
    assert [
        ("Mai", "mai@e", "commit", True),
        ("Ngân", "ngan@e", "note", True),
        ("Otto", "otto@e", "merged", False),
    ] == [(each.by.name, each.by.email, each.where, each.counts) for each in found]


def test_prose_about_approval_is_none() -> None:
    assert () == approvals(commit("Approved-by: Mai", "I say Approved-by: Mai"), [], "words")
