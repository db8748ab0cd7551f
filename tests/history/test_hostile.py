"""Repositories that want programs to run, options to be read, or lies to be believed."""

import struct
from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.history import Repository, derived, documents_at, edits, head, open_repository
from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git

CONFIGURATION = [
    ("core.fsmonitor", "{trap}"),
    ("core.hooksPath", "{folder}"),
    ("core.pager", "{trap}"),
    ("pager.log", "{trap}"),
    ("pager.rev-list", "{trap}"),
    ("pager.diff-tree", "true"),
    ("core.sshCommand", "{trap}"),
    ("core.gitProxy", "{trap}"),
    ("core.alternateRefsCommand", "{trap}"),
    ("core.editor", "{trap}"),
    ("core.askPass", "{trap}"),
    ("credential.helper", "!{trap}"),
    ("diff.external", "{trap}"),
    ("diff.trap.command", "{trap}"),
    ("diff.trap.textconv", "{trap}"),
    ("filter.trap.clean", "{trap}"),
    ("filter.trap.smudge", "{trap}"),
    ("filter.trap.process", "{trap}"),
    ("merge.trap.driver", "{trap}"),
    ("gpg.program", "{trap}"),
    ("gpg.ssh.program", "{trap}"),
    ("log.showSignature", "true"),
    ("alias.rev-list", "!{trap}"),
    ("alias.cat-file", "!{trap}"),
    ("include.path", "{folder}/included"),
    ("remote.origin.uploadpack", "{trap}"),
    ("remote.origin.vcs", "trap"),
    ("remote.origin.url", "ext::{trap}"),
    ("remote.origin.promisor", "true"),
    ("extensions.partialClone", "origin"),
    ("trace2.eventTarget", "{folder}/sprung"),
    ("trace2.normalTarget", "{folder}/sprung"),
]
OUTPUT = [
    ("diff.orderFile", "{folder}/order"),
    ("diff.renames", "copies"),
    ("diff.relative", "true"),
    ("diff.noprefix", "true"),
    ("diff.ignoreSubmodules", "all"),
    ("diff.algorithm", "histogram"),
    ("diff.statGraphWidth", "1"),
    ("diff.submodule", "log"),
    ("log.diffMerges", "combined"),
    ("log.follow", "true"),
    ("log.showRoot", "false"),
    ("log.mailmap", "true"),
    ("log.date", "relative"),
    ("log.decorate", "full"),
    ("log.abbrevCommit", "true"),
    ("format.pretty", "oneline"),
    ("format.notes", "*"),
    ("core.abbrev", "4"),
    ("core.quotePath", "true"),
    ("core.notesRef", "refs/notes/other"),
    ("core.attributesFile", "{folder}/attributes"),
    ("core.logAllRefUpdates", "always"),
    ("i18n.logOutputEncoding", "UTF-16"),
    ("i18n.commitEncoding", "latin1"),
    ("color.ui", "always"),
    ("color.diff", "always"),
    ("column.ui", "always"),
    ("notes.displayRef", "*"),
    ("submodule.recurse", "true"),
    ("core.bigFileThreshold", "1"),
    ("core.ignoreCase", "true"),
    ("core.sparseCheckout", "true"),
]


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """A history with a merge, a move, odd names and a note."""
    replay = Replay(tmp_path / "repository")
    replay.commit("Odd", {"đường sắt\n\t\"'.txt": b"odd", "-h.yml": b"a: 1\n", ":(top)x.yml": b""})
    replay.branch("later")
    replay.commit("Later", {SOLAR: solar(signed_on="2024-10")}, by="ngan")
    replay.switch("main")
    replay.merge("later", "Merge later")
    replay.note("Approved-by: Mai <mai@coordinator.example.org>")
    replay.move("commitments/energy", "commitments/coordinator")
    replay.build()
    return replay


def opened(folder: Path) -> Repository:
    found = open_repository(folder)
    assert found is not None
    return found


def everything(folder: Path) -> object:
    """All that is ever asked of a repository."""
    found = opened(folder)
    return (
        list(edits(found)),
        [(each.sources, each.approvals) for each in found.revisions()],
        documents_at(found, found.head),
        found.tags(),
        found.notes(),
        found.chain(),
        found.is_ancestor("main~1", "main"),
        found.merge_base("main", "later"),
        head(folder),
    )


@pytest.fixture
def trap(replay: Replay, tmp_path: Path) -> Path:
    """A program that leaves a file `sprung` beside it, under all names that git would look for."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n", encoding="utf-8")
    trap.chmod(0o755)
    (tmp_path / "included").write_text(f"[core]\n\tpager = {trap}\n", encoding="utf-8")
    (tmp_path / "order").write_text("partners/*\n", encoding="utf-8")
    (tmp_path / "attributes").write_text("*.yml diff=trap\n", encoding="utf-8")
    hooks = ("post-index-change", "pre-auto-gc", "reference-transaction", "post-checkout")
    for folder in (tmp_path, replay.folder / ".git" / "hooks"):
        folder.mkdir(exist_ok=True)
        for hook in hooks:
            (folder / hook).symlink_to(trap)
    (replay.folder / ".git" / "info" / "attributes").write_text(
        "*.yml filter=trap diff=trap merge=trap\n", encoding="utf-8"
    )
    return trap


@pytest.mark.parametrize("key, value", [*CONFIGURATION, *OUTPUT])
def test_no_configuration_runs_a_program_or_changes_what_is_read(
    key: str, value: str, replay: Replay, trap: Path, tmp_path: Path
) -> None:
    expected = everything(replay.registry)
    before = {path for path in replay.folder.rglob("*") if ".git" in path.parts}
    git(replay.folder, "config", key, value.format(trap=trap, folder=tmp_path))
    assert expected == everything(replay.registry)
    assert not (tmp_path / "sprung").exists()
    assert before == {path for path in replay.folder.rglob("*") if ".git" in path.parts}


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"])
def test_the_callers_environment_leads_nowhere_else(
    name: str, replay: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = everything(replay.registry)
    monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'alias.x'='!false'")
    assert expected == everything(replay.registry)


def test_a_lazy_fetch_is_not_made(replay: Replay, trap: Path, tmp_path: Path) -> None:
    git(replay.folder, "config", "uploadpack.allowFilter", "true")
    clone = ("clone", "-q", "--filter=blob:none", f"file://{replay.folder}", "partial")
    git(tmp_path, *clone)
    for key, value in (("url", f"ext::{trap}"), ("uploadpack", str(trap)), ("vcs", "trap")):
        git(tmp_path / "partial", "config", f"remote.origin.{key}", value)
        git(tmp_path / "partial", "update-index", "--refresh")
        blob = opened(replay.registry).files("later~1")["registry.yml"]
        gone = blob[:-1] + ("0" if blob[-1] != "0" else "1")
        with pytest.raises(PortalError, match="history_incomplete"):
            list(opened(tmp_path / "partial" / "registry").contents([gone]))
        assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "ref", ["--output=sprung", "-c", "--upload-pack=x", "--exec-path=.", "@{-1}", "main..later"]
)
def test_a_ref_is_never_an_option_or_a_range(
    ref: str, replay: Replay, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    found = opened(replay.registry)
    for ask in (found.resolve, found.chain, lambda ref: list(found.revisions(since=ref))):
        with pytest.raises(PortalError, match="ref_unknown"):
            ask(ref)
    assert not (tmp_path / "sprung").exists()


def test_a_branch_that_looks_like_an_option_goes_by_its_full_name(replay: Replay) -> None:
    git(replay.folder, "update-ref", "refs/heads/--all", "main~1")
    found = opened(replay.registry)
    assert replay.id("Merge later") == found.resolve("refs/heads/--all")
    with pytest.raises(PortalError, match="ref_unknown"):
        found.resolve("--all")


def test_a_replaced_or_grafted_commit_is_the_one_that_was_made(replay: Replay) -> None:
    expected = everything(replay.registry)
    first, last = replay.id("Begin"), opened(replay.registry).head
    git(replay.folder, "replace", last, first)
    assert expected == everything(replay.registry)
    (replay.folder / ".git" / "info" / "grafts").write_text(f"{last}\n", encoding="utf-8")
    assert expected == everything(replay.registry)


def test_a_commit_graph_that_lies_is_not_asked(replay: Replay) -> None:
    expected = everything(replay.registry)
    git(replay.folder, "commit-graph", "write", "--reachable")
    graph = replay.folder / ".git" / "objects" / "info" / "commit-graph"
    content = bytearray(graph.read_bytes())
    chunks = content[6]
    table = [struct.unpack_from(">4sQ", content, 8 + 12 * at) for at in range(chunks)]
    [start] = [offset for name, offset in table if name == b"CDAT"]
    for at in range(start + 20, start + 20 + 36 * 3, 36):
        struct.pack_into(">I", content, at, 0x70000000)  # no parent
    graph.chmod(0o644)
    graph.write_bytes(content)
    assert expected == everything(replay.registry)


@pytest.mark.parametrize(
    "head_lines",
    [
        "",
        "author\ncommitter\n",
        "author >< >\ncommitter < 9999999999999999999999 +9999\n",
        "author A <a@e> 1 +2460\ncommitter A <a@e> -1 -0000\n",
        "author A <a@e> ٣ +0000\ncommitter A <a@e> 1 +00é0\n",
        "author \x1b[2J <\x1b]0;x\x07> 1 +0000\ncommitter A <a@e> 1 +0000\n",
        "encoding idna\nauthor A <a@e> 1 +0000\ncommitter A <a@e> 1 +0000\n",
        "encoding \xff\nauthor A <a@e> 1 +0000\ncommitter A <a@e> 1 +0000\n",
        "author A <a@e> 1 +0000\ncommitter A <a@e> 1 +0000\ngpgsig x\n  y\n",
    ],
)
def test_no_commit_is_so_odd_that_history_ends(head_lines: str, replay: Replay) -> None:
    tree = git(replay.folder, "rev-parse", "later^{tree}")
    parent = git(replay.folder, "rev-parse", "main")
    content = f"tree {tree}\nparent {parent}\n{head_lines}\nodd\x00 \x1b[2J\n\nA: b\n B\nX".encode()
    make = ("hash-object", "--literally", "-t", "commit", "-w", "--stdin")
    name = git(replay.folder, *make, given=content)
    (replay.folder / ".git" / "refs" / "heads" / "main").write_text(f"{name}\n", encoding="utf-8")
    *_, last = opened(replay.registry).revisions()
    assert name == last.commit.id
    assert (parent,) == last.commit.parents
    assert last.commit.committed_at.tzinfo is not None


def test_a_message_that_looks_like_the_listing_is_only_a_message(tmp_path: Path) -> None:
    lie = ":100644 100644 " + "0" * 40 + " " + "1" * 40 + " M\tregistry/registry.yml"
    again = Replay(tmp_path)
    again.commit(lie, {SOLAR: b"x: 1\n"}, body=f"{'1' * 40}\n{lie}")
    *_, last = opened(again.build()).revisions()
    assert [SOLAR] == list(last.touched)
    assert lie == last.commit.subject


def test_a_file_that_is_far_too_long_is_a_finding_and_is_not_read(replay: Replay) -> None:
    large = replay.registry / "commitments" / "coordinator" / "large.yml"
    large.write_bytes(b"x" * 30_000_000)
    git(replay.folder, "add", ".")
    git(replay.folder, "commit", "-qm", "Large")
    found = opened(replay.registry)
    *_, (_, [edit]) = edits(found)
    assert "LOAD04" == getattr(edit.after, "code", None)
    assert [("30000000", "LOAD04")] == [
        (each.arguments["size"], each.code)
        for each in documents_at(found, found.head).findings
        if each.code == "LOAD04"
    ]


def test_what_is_remembered_of_another_folder_is_not_believed(
    replay: Replay, tmp_path: Path
) -> None:
    other = Replay(tmp_path / "other")
    one = open_repository(replay.registry, cache=tmp_path / "cache")
    two = open_repository(other.build(), cache=tmp_path / "cache")
    assert one is not None
    assert two is not None
    list(derived(one, "kind", lambda *_: b"one"))
    assert {b"two"} == {result for _, result in derived(two, "kind", lambda *_: b"two")}
