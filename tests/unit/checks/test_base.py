"""What a proposal is compared with: read from git, and only where it differs."""

from pathlib import Path

import pytest

from generator.checks import Request, check_folder
from generator.checks.base import read_base
from generator.errors import PortalError
from tests.checking import AS_OF, SOLAR, solar, words
from tests.history.replay import Replay, git

ENTRY = {"id": "u1", "state_on": "2025-03-01", "summary": words("Begun."), "sources": ["gazette"]}
LATER = ENTRY | {"summary": words("Not begun.")}
ENERGY = "agencies/energy.yml"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    made = Replay(tmp_path / "repository")
    made.commit("Report", {SOLAR: solar(updates=[ENTRY])})
    return made


def found(replay: Replay, ref: str) -> list[str]:
    report = check_folder(Request(replay.registry, AS_OF, base=ref))
    return [finding.code for finding in report.findings]


def test_what_did_not_change_is_not_even_read(replay: Replay) -> None:
    replay.commit("Edit", {SOLAR: solar(updates=[LATER])})
    base = read_base(replay.build(), "HEAD^")
    assert [("commitments", "solar")] == list(base.documents)
    assert ("agencies", "energy") in base.names


def test_a_rewritten_entry_is_found_against_a_branch_a_tag_and_an_id(replay: Replay) -> None:
    replay.tag("published")
    replay.branch("proposal")
    replay.commit("Edit", {SOLAR: solar(updates=[LATER])})
    replay.build()
    git(replay.folder, "checkout", "--quiet", "proposal")
    for ref in ("main", "published", replay.id("Report")):
        assert ["BASE04"] == found(replay, ref)


def test_what_others_published_since_is_no_deletion(replay: Replay) -> None:
    replay.branch("proposal")
    replay.commit("Edit", {SOLAR: solar(updates=[ENTRY], place=words("Huế"))})
    replay.switch("main")
    wind = solar(title=words("Wind power")) | {"id": "wind"}
    replay.commit("Meanwhile", {"commitments/energy/wind.yml": wind})
    replay.build()
    git(replay.folder, "checkout", "--quiet", "proposal")
    assert found(replay, "main") == []


def test_edits_that_are_not_committed_are_compared_too(replay: Replay) -> None:
    (replay.build() / SOLAR).unlink()
    assert ["BASE01"] == found(replay, "HEAD")


def test_a_registry_far_below_the_top_of_its_repository_is_compared_likewise(
    tmp_path: Path,
) -> None:
    replay = Replay(tmp_path / "repository", prefix="data/of/us/registry/")
    replay.commit("Report", {SOLAR: solar(updates=[ENTRY]), "/README.md": "Not a record."})
    replay.commit("Edit", {SOLAR: solar(), "/README.md": None})
    replay.build()
    assert ["BASE05"] == found(replay, "HEAD^")


def test_a_file_that_cannot_be_read_is_its_own_finding_and_no_deletion(replay: Replay) -> None:
    (replay.build() / SOLAR).write_bytes(b"\tno")
    codes = found(replay, "HEAD")
    assert codes
    assert [code for code in codes if code.startswith("BASE")] == []


def test_what_could_not_be_read_before_is_not_compared(replay: Replay) -> None:
    replay.commit("Break", {SOLAR: b"\tno"})
    replay.commit("Mend", {SOLAR: solar(updates=[LATER])})
    replay.build()
    assert found(replay, "HEAD^") == []


def test_a_commit_that_is_not_there_is_named(replay: Replay) -> None:
    replay.build()
    for ref in ("origin/main", "--all", "HEAD~7", ""):
        with pytest.raises(PortalError) as problem:
            read_base(replay.registry, ref)
        assert (problem.value.key, problem.value.arguments["ref"]) == ("ref_unknown", ref)


def test_a_shallow_clone_says_so(replay: Replay, tmp_path: Path) -> None:
    source = replay.build().parent
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{source}", "shallow")
    with pytest.raises(PortalError, match="history_cut"):
        read_base(tmp_path / "shallow" / "registry", "HEAD")


def test_without_a_repository_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(PortalError, match="history_absent"):
        read_base(tmp_path, "main")
