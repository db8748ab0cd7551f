"""A registry's commits, files and revisions, from a repository that was replayed."""

from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.history import Repository, Revision, Touch, open_repository
from generator.load import MAXIMUM_BYTES
from tests.checking import BASE, SOLAR, read, solar
from tests.history.replay import Replay, git

WIND = "commitments/energy/wind.yml"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return Replay(tmp_path / "repository")


def opened(replay: Replay) -> Repository:
    found = open_repository(replay.build())
    assert found is not None
    return found


def told(replay: Replay) -> list[Revision]:
    return list(opened(replay).revisions())


def test_a_folder_without_a_repository_has_no_history(tmp_path: Path) -> None:
    assert open_repository(tmp_path) is None


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert open_repository(tmp_path) is None


def test_a_machine_without_git_has_no_history(
    replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = replay.build()
    monkeypatch.setenv("PATH", str(folder))
    assert open_repository(folder) is None


@pytest.mark.parametrize(
    "ref",
    ["nothing", "", "-h", "--all", "^HEAD", "HEAD:registry", "a\0b", "HEAD --all", "\n", "\udcff"],
)
def test_a_name_that_is_no_commit_is_refused_and_never_an_option(ref: str, replay: Replay) -> None:
    with pytest.raises(PortalError, match="ref_unknown"):
        opened(replay).resolve(ref)


def test_a_commit_goes_by_its_branch_its_tag_its_id_and_the_beginning_of_that(
    replay: Replay,
) -> None:
    replay.tag("v1")
    found = opened(replay)
    expected = replay.id("Begin")
    assert expected == found.head
    names = ("main", "v1", "HEAD", expected, expected[:10])
    assert {expected} == {found.resolve(name) for name in names}


def test_the_files_of_a_commit_are_those_of_the_registry_alone(replay: Replay) -> None:
    replay.commit("Add wind", {WIND: b"wind", "/README": b"read me"})
    found = opened(replay)
    assert WIND in found.files(found.head)
    assert read(replay.registry).keys() == found.files(found.head).keys()
    assert WIND not in found.files(replay.id("Begin"))


def test_links_hold_no_records(replay: Replay) -> None:
    folder = replay.build()
    (folder / "link.yml").symlink_to("registry.yml")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "link")
    found = open_repository(folder)
    assert found is not None
    assert "link.yml" not in found.files(found.head)
    assert ["Begin"] == [each.commit.subject for each in found.revisions()]


def test_contents_come_in_the_order_asked_for_and_one_over_the_limit_as_its_size(
    replay: Replay,
) -> None:
    large = b"x" * (MAXIMUM_BYTES + 1)
    replay.commit("Add", {"a.yml": b"one\n", "b.yml": large, "c.yml": b"", "d.yml": b"two"})
    found = opened(replay)
    files = found.files(found.head)
    asked = [files[name] for name in ("d.yml", "b.yml", "c.yml", "a.yml")]
    assert [b"two", len(large), b"", b"one\n"] == [text for _, text in found.contents(asked)]


def test_an_object_that_this_clone_lacks_is_told(replay: Replay) -> None:
    with pytest.raises(PortalError, match="history_incomplete"):
        list(opened(replay).contents(["1" * 40]))


def test_revisions_come_oldest_first_with_what_they_did(replay: Replay) -> None:
    replay.commit("Edit", {SOLAR: solar(place="Hà Nội")}, by="ngan")
    replay.commit("Elsewhere", {"/README": b"read me"})
    replay.commit("Delete", {SOLAR: None})
    first, edited, deleted = told(replay)
    assert sorted(read(BASE)) == list(first.touched)
    assert all(touch.before is None for touch in first.touched.values())
    assert "Ngân Trần" == edited.commit.author.name
    begun = first.touched[SOLAR].after
    changed = edited.touched[SOLAR].after
    assert {SOLAR: Touch(begun, changed)} == edited.touched
    assert {SOLAR: Touch(changed, None)} == deleted.touched


def test_revisions_since_a_commit_leave_out_what_it_reaches(replay: Replay) -> None:
    replay.commit("Second", {SOLAR: b"two"})
    replay.commit("Third", {SOLAR: b"three"})
    found = opened(replay).revisions("main", replay.id("Second"))
    assert ["Third"] == [each.commit.subject for each in found]


def test_a_merge_is_one_revision_and_its_commits_are_detail(replay: Replay) -> None:
    replay.branch("slip")
    replay.commit("Slip", {SOLAR: solar(place="Huế")}, by="ngan", body="Approved-by: Otto <o@e>")
    replay.commit("Add wind", {WIND: b"wind"}, by="otto")
    replay.switch("main")
    replay.commit("Meanwhile", {"partners/other.yml": b"other"})
    body = "Reviewed-by: Mai <mai@coordinator.example.org>"
    replay.merge("slip", "Merge pull request #12 from slip", body=body)
    _, _, merge = told(replay)
    assert ["Slip", "Add wind"] == [commit.subject for commit in merge.merged]
    assert [SOLAR, WIND] == list(merge.touched)
    assert "Slip" == merge.author_of(SOLAR).subject
    assert "Otto" == merge.author_of(WIND).author.name
    assert "12" == merge.pull_request
    assert [("Mai", True), ("Otto", False)] == [(a.by.name, a.counts) for a in merge.approvals]


def test_an_approval_that_a_later_step_noted_counts(replay: Replay) -> None:
    replay.commit("Edit", {SOLAR: b"two"})
    replay.note("Approved-by: Otto <otto@elsewhere.example.org>\n", "Edit")
    first, second = told(replay)
    assert () == first.approvals
    assert [("Otto", "note", True)] == [(a.by.name, a.where, a.counts) for a in second.approvals]


def test_a_shallow_clone_is_refused_with_its_cure(replay: Replay, tmp_path: Path) -> None:
    replay.commit("Second", {SOLAR: b"two"})
    replay.build()
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{replay.folder}", "shallow")
    with pytest.raises(PortalError, match="history_cut"):
        open_repository(tmp_path / "shallow" / "registry")


def test_a_shallow_clone_that_is_allowed_says_where_it_is_cut(
    replay: Replay, tmp_path: Path
) -> None:
    replay.commit("Second", {SOLAR: b"two"})
    replay.commit("Third", {SOLAR: b"three"})
    replay.build()
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{replay.folder}", "shallow")
    found = open_repository(tmp_path / "shallow" / "registry", allow_shallow=True)
    assert found is not None
    assert found.is_cut
    told = [(each.commit.subject, each.is_cut) for each in found.revisions()]
    assert [("Second", True), ("Third", False)] == told


def test_ancestors_and_the_parting_of_branches_are_known(replay: Replay) -> None:
    replay.branch("other")
    replay.commit("There")
    replay.switch("main")
    replay.commit("Here")
    found = opened(replay)
    assert found.is_ancestor(replay.id("Begin"), "main")
    assert not found.is_ancestor("other", "main")
    assert replay.id("Begin") == found.merge_base("other", "main")


def test_tags_stand_for_commits(replay: Replay) -> None:
    replay.tag("v1")
    folder = replay.build()
    git(folder, "tag", "-a", "-m", "second", "v2")
    git(folder, "tag", "blob", "HEAD:registry/registry.yml")
    found = open_repository(folder)
    assert found is not None
    assert {"v1": found.head, "v2": found.head} == found.tags()
