"""Signatures are proven by the list that is published, and by nothing on the builder's machine."""

import shutil
from pathlib import Path

import pytest

from generator.errors import PortalError
from tests.history.replay import Replay, git
from tests.unit.audit.planted import (
    MAI,
    REGISTRY,
    clean,
    judge,
    judge_built,
    line_of,
    make_key,
    settings,
    signed,
)


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """A history that asks for signatures from March on."""
    made = clean(tmp_path / "repository")
    made.commit("Ask for signatures", {REGISTRY: settings(signed_from_on="2025-03-01")})
    return made


def allow(replay: Replay, text: str) -> None:
    replay.commit("Say who may sign", {"/allowed_signers": text})
    replay.build()


def found(replay: Replay) -> list[tuple[str, str]]:
    told = judge_built(replay).findings
    return [(finding.code, finding.arguments["commits"]) for finding in told]


def test_a_commit_signed_by_who_is_on_the_list_is_in_order(replay: Replay) -> None:
    key = make_key(replay, "mai")
    allow(replay, line_of(key))
    signed(replay, key)
    assert found(replay) == []


def test_a_name_on_the_list_may_be_a_pattern(replay: Replay) -> None:
    key = make_key(replay, "mai")
    allow(replay, line_of(key, "*@coordinator.example.org"))
    signed(replay, key)
    assert found(replay) == []


def test_a_key_of_somebody_else_on_the_list_proves_nothing_of_the_committer(
    replay: Replay,
) -> None:
    key = make_key(replay, "ngan")
    allow(replay, line_of(key, "ngan@energy.example.org"))
    assert [("AUD22", signed(replay, key))] == found(replay)


def test_a_key_that_is_no_longer_valid_proves_nothing(replay: Replay) -> None:
    key = make_key(replay, "mai")
    allow(replay, line_of(key, options='valid-before="20250315"'))
    assert [("AUD22", signed(replay, key))] == found(replay)


def test_a_commit_that_was_changed_after_it_was_signed_is_found(replay: Replay) -> None:
    key = make_key(replay, "mai")
    allow(replay, line_of(key))
    original = signed(replay, key, "Grant 5 million")
    content = git(replay.folder, "cat-file", "commit", original).replace("5 mill", "9 mill")
    forged = git(
        replay.folder, "hash-object", "-t", "commit", "-w", "--stdin", given=f"{content}\n".encode()
    )
    git(replay.folder, "update-ref", "refs/heads/main", forged)
    assert [("AUD22", forged)] == found(replay)


def test_without_a_list_nobody_is_allowed(replay: Replay) -> None:
    replay.build()
    commit = signed(replay, make_key(replay, "mai"))
    assert [("AUD22", commit)] == found(replay)


def test_what_the_checkout_is_configured_to_trust_is_not_asked(
    replay: Replay, tmp_path: Path
) -> None:
    """A hostile repository names its own programs and its own list."""
    key = make_key(replay, "otto")
    allow(replay, "")
    commit = signed(replay, key)
    own = tmp_path / "own"
    own.write_text(line_of(key), encoding="utf-8")
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\ntouch {tmp_path}/ran\nexec ssh-keygen "$@"\n', "utf-8")
    program.chmod(0o755)
    git(replay.folder, "config", "gpg.ssh.allowedSignersFile", str(own))
    for kind in ("gpg.program", "gpg.ssh.program", "gpg.openpgp.program", "gpg.x509.program"):
        git(replay.folder, "config", kind, str(program))
    git(replay.folder, "config", "log.showSignature", "true")
    git(replay.folder, "config", "format.pretty", "raw")
    git(replay.folder, "config", "color.ui", "always")
    assert [("AUD22", commit)] == found(replay)
    allowed = make_key(replay, "mai")
    allow(replay, line_of(allowed))
    signed(replay, allowed)
    assert found(replay) == []
    assert not (tmp_path / "ran").exists()


def test_a_signature_of_another_kind_is_nobodys(replay: Replay) -> None:
    replay.build()
    tree, parent = (git(replay.folder, "rev-parse", name) for name in ("HEAD^{tree}", "HEAD"))
    person = f"Mai <{MAI}> 1743500000 +0000"
    content = (
        f"tree {tree}\nparent {parent}\nauthor {person}\ncommitter {person}\n"
        "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\nSign\n"
    )
    commit = git(
        replay.folder, "hash-object", "-t", "commit", "-w", "--stdin", given=content.encode()
    )
    git(replay.folder, "update-ref", "refs/heads/main", commit)
    assert [("AUD22", commit)] == found(replay)


def test_nothing_is_asked_before_the_day_and_no_claim_of_an_early_day_helps_after_it(
    replay: Replay,
) -> None:
    replay.commit("Late", {"/README.md": "Late.\n"}, on="2025-03-02T00:00:00+00:00")
    replay.commit("Early?", {"/README.md": "Early.\n"}, on="2024-01-02T00:00:00+00:00")
    replay.build()
    ids = [replay.id(name) for name in ("Late", "Early?")]
    told = [(each.code, each.arguments["commits"]) for each in judge(replay).findings]
    assert sorted(("AUD21", each) for each in ids) == sorted(told)


def test_without_the_program_it_says_so(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    key = make_key(replay, "mai")
    allow(replay, line_of(key))
    signed(replay, key)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PortalError, match="signatures_unreadable"):
        judge_built(replay)


def test_who_is_on_the_list_may_add_another(replay: Replay) -> None:
    mai, ngan = make_key(replay, "mai"), make_key(replay, "ngan")
    allow(replay, line_of(mai))
    file = replay.folder / "allowed_signers"
    file.write_text(line_of(mai) + line_of(ngan, "ngan@energy.example.org"), encoding="utf-8")
    git(replay.folder, "add", "allowed_signers")
    signed(replay, mai)
    assert found(replay) == []
