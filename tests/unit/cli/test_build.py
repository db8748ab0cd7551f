"""`portal build`: what it asks of a registry's repository."""

from pathlib import Path

import pytest

from tests.checking import SOLAR, solar
from tests.history.replay import Replay, git
from tests.unit.cli.conftest import Portal


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A registry in a clone that lacks its first commit."""
    replay = Replay(tmp_path / "whole")
    replay.commit("Later", {SOLAR: solar(implementation={"to_on": "2029"})}, on="2026-01-31")
    replay.build()
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{replay.folder}", "cut")
    return tmp_path / "cut" / "registry"


def test_a_cut_clone_is_refused_with_its_cure(portal: Portal, cut: Path, tmp_path: Path) -> None:
    made = portal("--registry", str(cut), "build", "--site-dir", str(tmp_path / "site"))
    assert 2 == made.status
    assert "fetch-depth: 0" in made.err
    assert not (tmp_path / "site").exists()


def test_a_site_of_a_cut_clone_says_so(portal: Portal, cut: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert (
        0
        == portal(
            "--registry", str(cut), "build", "--allow-shallow", "--site-dir", str(site)
        ).status
    )
    for page in ("build", "changes", "commitments/solar"):
        told = (site / page / "index.html").read_text(encoding="utf-8")
        assert "first commits were not at hand" in told
