"""Measures reading a history beside one `git log` per file: `python -m benchmarks.history N …`.

Everything is made in $BENCH_DIR (see `run.py`): for each N a registry of 2,000 synthetic
commitments with N commits, and a branch `next` with one more.  Whole processes are measured, in
turn.  `git log` is asked about a sample of the files and scaled to all commitments.
"""

import argparse
import os
import platform
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.compare import Command, Cost, measure, spread
from benchmarks.synthetic.past import tell

RECORDS = 2000
LANGUAGES = ("vi", "en")
REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass
class Row:
    """What is measured under a name, and how much of the whole one run does."""

    name: str
    command: Command
    cache: str = ""
    """The cache that a run begins with: `main` knows all but the last commit."""
    scale: float = 1
    costs: list[Cost] = field(default_factory=list)


def rows(work: Path, sample: int) -> Iterator[Row]:
    """Ours and git's ways through the history in `work`."""
    registry, cache = work / "repository" / "registry", work / "cache"
    ours = (sys.executable, "-m", "benchmarks.reading", registry)
    yield Row("days", Command("days", (*ours, "days", "main")))
    yield Row("cold", Command("cold", (*ours, "records", "main", cache), cache))
    warm = Command("warm", (*ours, "records", "next", cache), cache)
    yield Row("one new commit", warm, "main")
    yield Row("nothing new", Command("known", (*ours, "records", "main", cache)), "main")
    files = sorted(registry.glob("commitments/*/*.yml"))
    chosen = random.Random(0).sample(files, sample)
    listing = work / "sample"
    listing.write_text("".join(f"{file}\n" for file in chosen), "utf-8")
    for name, options in (
        ("git log", ""),
        ("git log -n1", "-n1"),
        ("git log --follow -n1", "-n1 --follow"),
    ):
        asked = f"git -C {registry} log --format=%H {options} -- $f"
        line = f"while read -r f; do {asked} || exit; done < {listing}"
        yield Row(name, Command("log", ("sh", "-c", line)), scale=RECORDS / sample)


def run(bench: Path, commits: int, rounds: int, sample: int) -> list[Row]:
    """Measure everything on a history of so many commits, in rounds."""
    work = bench / f"history-{commits}"
    if not (work / "ready").exists():
        shutil.rmtree(work, ignore_errors=True)
        tell(work / "repository", RECORDS, commits, LANGUAGES)
        (work / "ready").touch()
    found = list(rows(work, sample))
    kept = work / "kept"
    for number in range(rounds):
        for row in found[:: -1 if number % 2 else 1]:
            shutil.rmtree(work / "cache", ignore_errors=True)
            if row.cache:
                if not kept.exists():
                    measure(found[1].command, work / "log")
                    (work / "cache").rename(kept)
                shutil.copytree(kept, work / "cache")
            row.costs.append(measure(row.command, work / "log"))
            print(f"  {row.name} {row.costs[-1].cpu:.2f} s", file=sys.stderr, flush=True)
    shutil.rmtree(kept, ignore_errors=True)
    return found


def table(found: Sequence[Row]) -> Iterator[str]:
    """Lines of a Markdown table: medians, with the extremes, scaled to all commitments."""
    yield "| | CPU s | wall s | peak MiB | CPU / cold |"
    yield "|---|---|---|---|---|"
    cold = statistics.median(cost.cpu for cost in found[1].costs)
    for row in found:
        cpu = [cost.cpu * row.scale for cost in row.costs]
        wall = [cost.wall * row.scale for cost in row.costs]
        cells = [
            row.name,
            spread(cpu, 2),
            spread(wall, 2),
            spread([cost.peak for cost in row.costs], 0),
            f"{statistics.median(cpu) / cold:.2f}",
        ]
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Read the command line; compare, and print Markdown tables."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("commits", metavar="N", type=int, nargs="*", default=[5000, 20000])
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--sample", type=int, default=40, help="files that git log is asked about")
    arguments = cli.parse_args()
    bench = Path(os.environ.get("BENCH_DIR") or tempfile.mkdtemp(prefix="bench-")).resolve()
    if bench.is_relative_to(REPOSITORY):
        sys.exit(f"BENCH_DIR lies inside the repository: {bench}")
    print(f"BENCH_DIR={bench}", file=sys.stderr)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {arguments.rounds} rounds")
    for commits in arguments.commits:
        found = run(bench, commits, arguments.rounds, arguments.sample)
        print(
            f"\n{commits:,} commits, {RECORDS:,} commitments\n", *table(found), sep="\n", flush=True
        )


if __name__ == "__main__":
    main()
