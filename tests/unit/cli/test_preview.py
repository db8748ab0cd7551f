"""`portal serve`: the last good site stays while a file is invalid."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.cli import preview
from generator.cli.invocation import Invocation
from generator.cli.preview import Preview
from generator.site import Machine, Settings
from generator.theme.output import Progress

PAGE = "<!doctype html><html><body class='x'><p>built {count}</p></body></html>"


class Builder:
    """Stands in for the build, which has tests of its own and takes seconds."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(
        self, settings: Settings, site: Path, progress: Progress | None, machine: Machine
    ) -> None:
        del settings, progress, machine
        self.count += 1
        site.mkdir(exist_ok=True)
        (site / "index.html").write_text(PAGE.format(count=self.count), encoding="utf-8")
        (site / "data.csv").write_text("1\n", encoding="utf-8")


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    made = Builder()
    monkeypatch.setattr(preview, "build", made)
    return made


@pytest.fixture
def served(registry: Path, builder: Builder) -> Iterator[Preview]:
    assert builder.count == 0
    with Preview(Invocation(registry, as_of=date(2026, 1, 31)), 0) as running:
        yield running


def get(served: Preview, path: str = "") -> str:
    with urllib.request.urlopen(served.address + path, timeout=10) as answer:  # noqa: S310 - our own
        body: bytes = answer.read()
    return body.decode()


def broken(registry: Path) -> Path:
    file = registry / "agencies/energy.yml"
    file.write_bytes(b"id: <script>alert(1)</script>\n")
    return file


def test_findings_stand_on_top_of_the_last_good_site(
    served: Preview, registry: Path, builder: Builder
) -> None:
    served.rebuild()
    broken(registry)
    served.rebuild()
    page = get(served)
    assert 1 == builder.count
    assert "built 1" in page
    assert 'role="alert"' in page
    assert "agencies/energy.yml" in page
    assert "<script>alert(1)" not in page


def test_a_registry_that_is_invalid_from_the_start_is_told(served: Preview, registry: Path) -> None:
    broken(registry)
    served.rebuild()
    with pytest.raises(urllib.error.HTTPError) as answer:
        get(served)
    assert 404 == answer.value.code
    assert 'role="alert"' in answer.value.read().decode()


def test_a_mended_file_brings_the_new_site(
    served: Preview, registry: Path, builder: Builder
) -> None:
    file = registry / "agencies/energy.yml"
    content = file.read_bytes()
    broken(registry)
    served.rebuild()
    file.write_bytes(content)
    served.rebuild()
    assert 1 == builder.count
    assert "built 1" in get(served)
    assert 'role="alert"' not in get(served)


def test_pages_learn_of_a_build(served: Preview) -> None:
    served.rebuild()
    before = json.loads(get(served, ".portal-state"))
    served.rebuild()
    assert before != json.loads(get(served, ".portal-state"))
    page = get(served)
    assert f'data-seen="{served.builds}"' in page
    script = get(served, ".portal-preview.js")
    assert "/.portal-state" in script
    assert "location.reload" in script


def test_what_is_put_on_top_is_allowed_by_the_policy_of_pages(
    served: Preview, registry: Path
) -> None:
    served.rebuild()
    broken(registry)
    served.rebuild()
    page = get(served)
    assert "style=" not in page
    assert page.count("<script") == page.count("<script src=")
    (style,) = re.findall(r'<link rel="stylesheet" href="/([^"]+)">', page)
    assert "[role=alert] {" in get(served, style)


def test_other_files_are_served_as_they_are(served: Preview) -> None:
    served.rebuild()
    assert "1\n" == get(served, "data.csv")


def test_only_this_computer_is_served(served: Preview) -> None:
    assert served.address.startswith("http://127.0.0.1:")
