"""What happens to real repositories, each in a replayed one: history holds for all of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import Finding, PortalError
from generator.history import Edit, Repository, Revision, documents_at, edits, head, open_repository
from generator.load import Document, load_folder
from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git

WIND = "commitments/energy/wind.yml"
LATER = solar(signed_on="2024-10")


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return Replay(tmp_path / "repository")


def opened(folder: Path) -> Repository:
    found = open_repository(folder)
    assert found is not None
    return found


def told(replay: Replay) -> list[tuple[Revision, tuple[Edit, ...]]]:
    """All revisions but the first."""
    return list(edits(opened(replay.build())))[1:]


def days(edit: Edit) -> Iterator[object]:
    """The day of signature before and after."""
    for document in (edit.before, edit.after):
        yield document.data["signed_on"] if isinstance(document, Document) else document


def test_a_squash_is_one_commit_with_its_own_author_and_number(replay: Replay) -> None:
    replay.branch("later")
    replay.commit("One", {SOLAR: solar(signed_on="2024-11")}, body="Reviewed-by: Otto <o@e>")
    replay.commit("Two", {SOLAR: LATER})
    replay.switch("main")
    body = "* One\n\n* Two\n\nReviewed-by: Mai <mai@coordinator.example.org>"
    replay.merge("later", "Later (#31)", squash=True, by="ngan", committer="mai", body=body)
    [(revision, [edit])] = told(replay)
    assert ["2024-09-10", "2024-10"] == list(days(edit))
    assert ((), "31") == (revision.merged, revision.pull_request)
    assert ["Ngân Trần", "Mai"] == [
        revision.commit.author.name,
        revision.commit.committer.name,
    ]
    assert [("Mai", True)] == [(each.by.name, each.counts) for each in revision.approvals]


def test_a_revert_is_a_change_of_its_own(replay: Replay) -> None:
    replay.commit("Later", {SOLAR: LATER})
    replay.revert("Later")
    [_, (_, [edit])] = told(replay)
    assert ["2024-10", "2024-09-10"] == list(days(edit))


def test_a_reverted_merge_undoes_all_that_it_brought(replay: Replay) -> None:
    replay.branch("both")
    replay.commit("Later", {SOLAR: LATER})
    replay.commit("Wind", {WIND: solar(id="wind")})
    replay.switch("main")
    replay.merge("both", name="Merge")
    replay.revert("Merge")
    [_, (_, undone)] = told(replay)
    assert [("solar", True), ("wind", False)] == [
        (edit.id, edit.after is not None) for edit in undone
    ]


def test_a_branch_that_took_in_main_brings_only_its_own(replay: Replay) -> None:
    replay.branch("slow")
    replay.commit("Wind", {WIND: solar(id="wind")}, by="ngan")
    replay.switch("main")
    replay.commit("Meanwhile", {SOLAR: LATER}, by="otto")
    replay.switch("slow")
    replay.merge("main", "Merge main into slow")
    replay.switch("main")
    replay.merge("slow", "Merge slow")
    [(meanwhile, _), (merge, [edit])] = told(replay)
    assert "Meanwhile" == meanwhile.commit.subject
    assert ["wind"] == [edit.id]
    assert ["Wind", "Merge main into slow"] == [each.subject for each in merge.merged]
    assert "Wind" == merge.author_of(WIND).subject


def test_a_merge_that_itself_changed_a_file_says_so_of_itself(replay: Replay) -> None:
    replay.branch("idle")
    replay.commit("Elsewhere", {"/README": b"read me"}, by="ngan")
    folder = replay.build()
    git(folder, "merge", "-q", "--no-ff", "--no-commit", "idle")
    (folder / SOLAR).write_bytes((folder / SOLAR).read_bytes() + b"# slipped in\n")
    git(folder, "commit", "-qam", "Merge idle")
    [_, (merge, _)] = edits(opened(folder))
    assert "Merge idle" == merge.author_of(SOLAR).subject
    assert ["Elsewhere"] == [each.subject for each in merge.merged]


def test_a_merge_of_several_branches_is_one_revision(replay: Replay) -> None:
    folder = replay.build()
    for name, path in (("one", WIND), ("two", "commitments/energy/tide.yml")):
        git(folder, "checkout", "-qb", name, "main")
        (folder / path).write_bytes((folder / SOLAR).read_bytes())
        git(folder, "add", ".")
        git(folder, "commit", "-qm", name)
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Both", "one", "two")
    [_, (merge, found)] = edits(opened(folder))
    assert ["tide", "wind"] == [edit.id for edit in found]
    assert {"one", "two"} == {each.subject for each in merge.merged}


def test_a_moved_folder_moves_every_record_in_it_and_adds_none(replay: Replay) -> None:
    replay.commit("Wind", {WIND: solar(id="wind")})
    replay.move("commitments/energy", "commitments/coordinator")
    [_, (_, moved)] = told(replay)
    assert ["solar", "wind"] == [edit.id for edit in moved]
    assert all(isinstance(edit.before, Document) for edit in moved)
    assert all(edit.path.startswith("commitments/coordinator/") for edit in moved)


def test_a_record_that_moved_and_changed_at_once_is_still_itself(replay: Replay) -> None:
    moved = "commitments/coordinator/solar.yml"
    replay.commit("Move and change", {SOLAR: None, moved: LATER})
    [(_, [edit])] = told(replay)
    assert ["2024-09-10", "2024-10"] == list(days(edit))


def test_a_renamed_record_is_another_one(replay: Replay) -> None:
    replay.commit("Rename", {SOLAR: None, WIND: solar(id="wind")})
    [(_, found)] = told(replay)
    assert [("solar", None), ("wind", "2024-09-10")] == [
        (edit.id, list(days(edit))[1]) for edit in found
    ]


def test_another_form_of_the_same_data_is_an_edit_without_a_difference(replay: Replay) -> None:
    replay.commit("Format", {SOLAR: replay.text(SOLAR) + b"# by hand\n"})
    [(_, [edit])] = told(replay)
    assert isinstance(edit.before, Document)
    assert isinstance(edit.after, Document)
    assert edit.before.data == edit.after.data


def test_a_change_of_mode_is_no_edit(replay: Replay) -> None:
    folder = replay.build()
    (folder / SOLAR).chmod(0o755)
    git(folder, "commit", "-qam", "Executable")
    assert 1 == len(list(edits(opened(folder))))


def test_a_file_that_became_a_link_and_one_that_became_a_folder_are_gone(replay: Replay) -> None:
    folder = replay.build()
    (folder / SOLAR).unlink()
    (folder / SOLAR).symlink_to("../../registry.yml")
    (folder / "partners/otherland.yml").unlink()
    (folder / "partners/otherland.yml").mkdir()
    (folder / "partners/otherland.yml/x.yml").write_bytes(b"x: 1\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Link")
    [_, (_, found)] = edits(opened(folder))
    assert [("solar", None), ("otherland", None)] == [(edit.id, edit.after) for edit in found]


def test_a_commit_that_breaks_many_files_hides_none_of_the_others(replay: Replay) -> None:
    replay.commit("Mixed", {SOLAR: b"\xff\xfe", WIND: solar(id="wind"), "registry.yml": b"{"})
    [(_, found)] = told(replay)
    after = {edit.id: edit.after for edit in found}
    assert isinstance(after["solar"], Finding)
    assert isinstance(after["registry"], Finding)
    assert isinstance(after["wind"], Document)


def test_a_record_of_an_older_schema_is_read_as_it_was(replay: Replay) -> None:
    old = {"schema_version": 0, "id": "solar", "name": "Solar", "signed": "2024"}
    replay.commit("Old", {SOLAR: old})
    replay.commit("New", {SOLAR: solar()})
    [_, (_, [edit])] = told(replay)
    assert isinstance(edit.before, Document)
    assert old == edit.before.data


def test_a_message_in_an_old_encoding_is_read_in_it(replay: Replay) -> None:
    replay.commit(
        "Thêm ghi chú".replace("ê", "\u00ea").replace("ú", "\u00fa"),
        {SOLAR: LATER},
        by="Nguy\u00ean <nguyen@energy.example.org>",
        encoding="iso-8859-1",
    )
    [(revision, _)] = told(replay)
    assert ("Thêm ghi chú", "Nguyên") == (revision.commit.subject, revision.commit.author.name)


def test_a_message_that_is_not_in_its_encoding_is_read_as_far_as_it_goes(replay: Replay) -> None:
    folder = replay.build()
    tree = git(folder, "rev-parse", "HEAD^{tree}")
    (folder / "new.yml").write_bytes(b"")
    git(folder, "add", ".")
    tree = git(folder, "write-tree")
    parent = git(folder, "rev-parse", "HEAD")
    lines = [f"tree {tree}", f"parent {parent}", "author A <a@e> 1 +0000"]
    head_ = "\n".join([*lines, "committer A <a@e> 1 +0000", "encoding hex"]).encode()
    content = head_ + b"\n\nod\xffd\n"
    name = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", given=content)
    git(folder, "update-ref", "refs/heads/main", name)
    [_, revision] = opened(folder).revisions()
    assert "od\ufffdd" == revision.commit.subject


def test_a_registry_at_the_top_of_its_repository_has_the_same_history(tmp_path: Path) -> None:
    def paths(prefix: str) -> list[list[str]]:
        replay = Replay(tmp_path / f"at-{prefix.replace('/', '-')}", prefix)
        replay.commit("Later", {SOLAR: LATER, "/elsewhere/x.yml": b""})
        found = edits(opened(replay.build()))
        return [[edit.path for edit in done] for _, done in found]

    assert paths("") == paths("registry/") == paths("a/b c/é/")


def test_a_registry_at_the_top_is_its_files_and_not_the_repository(tmp_path: Path) -> None:
    folder = Replay(tmp_path / "repository", "").build()
    found = opened(folder)
    assert load_folder(folder) == documents_at(found, found.head)
    standing = head(folder)
    assert standing is not None
    assert not standing.dirty


def test_a_registry_reached_through_a_link_has_the_same_history(
    replay: Replay, tmp_path: Path
) -> None:
    folder = replay.build()
    (tmp_path / "link").symlink_to(folder)
    assert ["Begin"] == [each.commit.subject for each in opened(tmp_path / "link").revisions()]


def test_a_worktree_and_a_submodule_have_their_own_history(replay: Replay, tmp_path: Path) -> None:
    folder = replay.build()
    git(folder, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    found = opened(tmp_path / "tree" / "registry")
    assert found.head == opened(folder).head
    assert load_folder(folder) == documents_at(found, found.head)


def test_a_repository_of_long_ids_is_read_like_any_other(replay: Replay, tmp_path: Path) -> None:
    source = replay.build()
    folder = tmp_path / "sha256"
    git(tmp_path, "init", "-q", "--object-format=sha256", str(folder))
    for file in source.rglob("*.yml"):
        target = folder / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "All")
    found = opened(folder)
    assert 64 == len(found.head)
    assert load_folder(folder) == documents_at(found, found.head)
    standing = head(folder)
    assert standing is not None
    assert not standing.dirty


def test_a_clone_without_the_files_contents_names_its_cure(replay: Replay, tmp_path: Path) -> None:
    replay.commit("Later", {SOLAR: LATER})
    replay.build()
    git(replay.folder, "config", "uploadpack.allowFilter", "true")
    partial = ("clone", "-q", "--filter=blob:none", f"file://{replay.folder}", "partial")
    git(tmp_path, *partial)
    found = opened(tmp_path / "partial" / "registry")
    assert ["Begin", "Later"] == [each.commit.subject for each in found.revisions()]
    with pytest.raises(PortalError, match="history_incomplete"):
        list(edits(found))


def test_history_that_was_rewritten_is_told_from_what_is_published(replay: Replay) -> None:
    replay.commit("Slip", {SOLAR: LATER})
    folder = replay.build()
    git(folder, "tag", "published")
    git(folder, "commit", "-q", "--amend", "-m", "Rewritten")
    found = opened(folder)
    assert ["Begin", "Rewritten"] == [each.commit.subject for each in found.revisions()]
    assert not found.is_ancestor("published", "main")
    assert ["Rewritten"] == [each.commit.subject for each in found.revisions(since="published")]


def test_commits_without_a_common_beginning_merge(replay: Replay) -> None:
    folder = replay.build()
    git(folder, "checkout", "-q", "--orphan", "other")
    git(folder, "rm", "-rqf", ".")
    folder.mkdir(exist_ok=True)
    (folder / "texts").mkdir()
    (folder / "texts/about.yml").write_bytes(b"id: about\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Other beginning")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--allow-unrelated-histories", "-m", "Join", "other")
    found = opened(folder)
    [_, (merge, done)] = edits(found)
    assert ["about"] == [edit.id for edit in done]
    assert ["Other beginning"] == [each.subject for each in merge.merged]
