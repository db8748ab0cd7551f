"""A finished site appears at once or not at all."""

import errno
from pathlib import Path

import pytest

from generator.errors import PortalError
from generator.theme import staging
from generator.theme.staging import Staging
from tests.unit.theme.conftest import tree


def publish(target: Path, files: dict[str, bytes]) -> None:
    stage = Staging(target)
    stage.open()
    for address, content in files.items():
        stage.write(address, content)
    stage.publish()


@pytest.fixture(params=["exchange", "rename in turn"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published site, on a system that can exchange folders and on one that cannot."""
    if request.param != "exchange":
        monkeypatch.setattr(staging, "_exchange", lambda _one, _other: False)
    target = tmp_path / "site"
    publish(target, {"index.html": b"old", "a/b/index.html": b"same", "gone.html": b"gone"})
    return target


def test_a_new_site_replaces_the_old_one_and_nothing_is_left_beside_it(site: Path) -> None:
    publish(site, {"index.html": b"new", "a/b/index.html": b"same"})
    assert {"index.html": b"new", "a/b/index.html": b"same"} == tree(site)
    assert [site] == list(site.parent.iterdir())


def test_an_unchanged_file_is_the_file_of_the_last_build(site: Path) -> None:
    page = site / "a/b/index.html"
    before = page.stat().st_ino
    publish(site, {"a/b/index.html": b"same", "index.html": b"changed"})
    assert before == page.stat().st_ino
    assert 1 == page.stat().st_nlink


def test_where_links_are_impossible_files_are_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_one: Path, _other: Path) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr("os.link", refuse)
    publish(site, {"index.html": b"old"})
    assert {"index.html": b"old"} == tree(site)


def test_an_unfinished_build_changes_nothing(site: Path) -> None:
    before = tree(site)
    stage = Staging(site)
    stage.open()
    stage.write("index.html", b"half")
    stage.close()
    assert before == tree(site)
    assert [site] == list(site.parent.iterdir())


def test_a_build_clears_what_a_killed_one_left(site: Path) -> None:
    left = site.with_name(".site.staging")
    (left / "folder").mkdir(parents=True)
    (left / "folder" / "half.html").write_bytes(b"half")
    (left / "half.html").write_bytes(b"half")
    publish(site, {"index.html": b"new"})
    assert {"index.html": b"new"} == tree(site)


def test_two_builds_into_one_folder_do_not_mix(site: Path) -> None:
    first = Staging(site)
    first.open()
    first.write("index.html", b"first")
    second = Staging(site)
    with pytest.raises(PortalError, match="build_under_way"):
        second.open()
    second.close()
    first.publish()
    assert {"index.html": b"first"} == tree(site)


def test_a_linked_target_stays_a_link(site: Path) -> None:
    link = site.with_name("latest")
    link.symlink_to(site)
    publish(link, {"index.html": b"new"})
    assert link.is_symlink()
    assert {"index.html": b"new"} == tree(site)


def test_a_file_is_written_over_one_that_mkdocs_made_and_the_last_build_is_not_touched(
    site: Path,
) -> None:
    stage = Staging(site)
    stage.open()
    stage.write("index.html", b"old")
    stage.write("index.html", b"new")
    assert b"old" == (site / "index.html").read_bytes()
    stage.publish()
    assert b"new" == (site / "index.html").read_bytes()
