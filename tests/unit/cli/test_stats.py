"""`portal stats` on a small registry, as the table of commands says it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import portal, run
from tests import builders
from tests.checking import BASE, base, read, solar, written

KEYS = ["new", "growth_ratio", "delivery", "overdue", "stale", "not_reported", "left_out"]
RECORDS: dict[str, dict[str, Any]] = {
    "agencies/energy.yml": base("agencies/energy.yml")
    | {
        "active_to_on": "2025-02-28",
        "succession": [builders.heir("coordinator", "2025-03-01", default=True)],
    },
    "commitments/energy/solar.yml": solar(),
    "commitments/energy/wind.yml": solar(id="wind", signed_on="2025-02-01"),
    "commitments/energy/tide.yml": solar(id="tide", signed_on="2024-12"),
    "commitments/energy/hidden.yml": solar(
        id="hidden", signed_on="2025-02-01", visibility="internal"
    ),
    "commitments/coordinator/talks.yml": {
        key: value
        for key, value in solar(
            id="talks",
            basis="declared",
            declared_on="2025-01",
            updates=[
                builders.update("u1", "2025-01-31", "in_progress", sources=["gazette"]),
            ],
            implementation={"to_on": "2025-06-30"},
        ).items()
        if key not in ("signed_on", "lead_agency")
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The registry of these tests."""
    files = {path: content for path, content in read(BASE).items() if isinstance(content, bytes)}
    files |= {path: written(path, data) for path, data in RECORDS.items()}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


Stats = Callable[..., Result]


@pytest.fixture
def stats(folder: Path) -> Stats:
    """Run the command; `before` are global options."""

    def call(*options: str, before: tuple[str, ...] = ("--as-of", "2025-12-31")) -> Result:
        arguments = ["--registry", str(folder), *before, "stats", *options]
        return CliRunner().invoke(portal, arguments, catch_exceptions=False)

    return call


def figures(result: Result) -> dict[str, Any]:
    assert 0 == result.exit_code
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_json_says_what_the_table_of_commands_promises(stats: Stats) -> None:
    assert {
        "period": "2025-Q1",
        "as_of": "2025-12-31",
        "new": {"signed": 1, "adopted": 0, "declared": 1, "total": 2},
        "growth_ratio": None,
        "delivery": {
            "not_started": 0,
            "in_progress": 1,
            "substantial": 0,
            "completed": 0,
            "suspended": 0,
            "cancelled": 0,
            "not_stated": 0,
            "not_reported": 3,
        },
        "overdue": 1,
        "stale": 1,
        "not_reported": 3,
        "left_out": [],
    } == figures(stats("--period", "2025-Q1", "--format", "json"))


@pytest.mark.parametrize(
    "by,then_or_now,groups",
    [
        ("field", "then", {"energy": 2}),
        ("kind", "then", {"treaty": 2}),
        ("partner", "then", {"otherland": 2}),
        ("agency", "then", {"energy": 1, "not_known": 1}),
        ("agency", "now", {"coordinator": 1, "not_known": 1}),
    ],
)
def test_each_group_has_the_same_keys_as_the_whole(
    stats: Stats, by: str, then_or_now: str, groups: dict[str, int]
) -> None:
    options = ["--period", "2025", "--by", by, "--agency-as", then_or_now, "--format", "json"]
    found = figures(stats(*options))
    assert ["period", "as_of", *KEYS, "groups"] == list(found)
    assert all(KEYS == list(group) for group in found["groups"].values())
    assert groups == {code: group["new"]["total"] for code, group in found["groups"].items()}


def test_growth_and_what_is_left_out(stats: Stats) -> None:
    found = figures(stats("--period", "2025", "--format", "json"))
    assert 2 / 2 == found["growth_ratio"]
    found = figures(stats("--period", "2024-12-24", "--format", "json"))
    assert (0, ["tide"]) == (found["new"]["total"], found["left_out"])


def test_the_public_edition_counts_what_it_shows(stats: Stats) -> None:
    before = ("--as-of", "2025-12-31", "--edition", "internal")
    found = figures(stats("--period", "2025-Q1", "--format", "json", before=before))
    assert 2 == found["new"]["signed"]


def test_a_day_in_the_past_is_answered_although_records_are_dated_after_it(stats: Stats) -> None:
    before = ("--as-of", "2025-01-15")
    found = figures(stats("--period", "2025-Q1", "--format", "json", before=before))
    assert (0, ["talks"]) == (found["new"]["total"], found["left_out"])
    assert 2 == sum(found["delivery"].values())


def test_text_is_aligned_and_says_what_is_left_out(stats: Stats) -> None:
    result = stats("--period", "2024-12-24", "--by", "agency", before=("--as-of", "2025-12-31"))
    assert 0 == result.exit_code
    lines = result.stdout.splitlines()
    assert "Statistics for 24 December 2024, as of 31 December 2025" == lines[0]
    start = lines.index("  tide")
    assert "1 commitment is left out" in lines[start - 1]
    head, *rows = lines[start + 2 :]
    assert head.split() == [
        "Agency",
        "New",
        "Growth",
        "Active",
        "Overdue",
        "Stale",
        "Not",
        "reported",
    ]
    assert ["Energy", "Not known"] == [row.split("  ")[0] for row in rows]
    assert 1 == len({len(line) for line in (head, *rows)})
    assert lines == [line.rstrip() for line in lines]


def test_text_in_another_language_of_the_interface(folder: Path, stats: Stats) -> None:
    settings = folder / "registry.yml"
    settings.write_text(settings.read_text().replace("- en\n", "- vi\n  - en\n", 1))
    assert stats("--period", "2025-Q1").stdout.startswith(
        "Thống kê Quý 1/2025, tính đến 31/12/2025"
    )


@pytest.mark.parametrize("period", ["2025-Q5", "2025-02-30", "soon", "2025..2024", ""])
def test_a_period_that_is_none_stops_the_command(
    folder: Path, capsys: pytest.CaptureFixture[str], period: str
) -> None:
    assert 2 == run(["--registry", str(folder), "stats", "--period", period])
    assert "2025-Q3" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"signed_on: [\n", solar(id="broken", signed_on="2025-02-30"), solar(id="other")]
)
def test_figures_that_would_miss_a_file_are_not_given(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes | dict[str, Any]
) -> None:
    path = "commitments/energy/broken.yml"
    (folder / path).write_bytes(content if isinstance(content, bytes) else written(path, content))
    assert 2 == run(["--registry", str(folder), "stats", "--period", "2025"])
    assert "" == capsys.readouterr().out


def test_the_day_is_a_parameter_down_to_the_figures(stats: Stats) -> None:
    for as_of, overdue in (("2025-06-30", 0), ("2025-07-01", 1)):
        found = figures(stats("--period", "2025", "--format", "json", before=("--as-of", as_of)))
        assert (as_of, overdue) == (found["as_of"], found["overdue"])
