"""What published records say, whatever they look like."""

from pathlib import Path

import pytest

from generator.audit import commits_of
from tests.unit.audit.planted import clean, judge


def test_every_commit_that_a_record_names_is_told_in_order() -> None:
    data = {"commit": "a1", "versions": [{"commit": "b2", "files": {"x": 1}}, {"commit": "c3"}]}
    assert ["a1", "b2", "c3"] == list(commits_of(data))


@pytest.mark.parametrize("data", [None, 3, "commit", [], {"commit": ""}, {"commit": [1]}])
def test_what_names_no_commit_tells_none(data: object) -> None:
    assert [] == list(commits_of(data))


def test_a_record_that_is_nested_without_end_is_left() -> None:
    data: object = {"commit": "deep"}
    for _ in range(50_000):
        data = [data]
    assert [] == list(commits_of(data))


def test_a_published_commit_may_be_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    replay = clean(tmp_path / "repository")
    replay.build()
    known = [("build.json", replay.id("Begin")[:12]), ("versions.json", replay.id("Explain"))]
    assert list(judge(replay, known).findings) == []


def test_a_published_commit_that_this_clone_never_had_is_missed(tmp_path: Path) -> None:
    known = [("build.json", "f" * 40), ("build.json", "no id\x1b[2J")]
    findings = judge(clean(tmp_path / "repository"), known).findings
    assert ["AUD06", "AUD06"] == [finding.code for finding in findings]
