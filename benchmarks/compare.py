"""Runs commands alternately as whole processes, and compares what they cost.

Each round runs every command once; every other round goes backwards, so that a slow spell
of the machine does not always hit the same command.  Ratios are taken within a round, and
only then summarised: a round that was slow for all says nothing about any.
"""

import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Command:
    """What is run under a name.

    Before each run `before` is called, or, where there is none, the `out` folder is deleted;
    neither is timed.
    """

    name: str
    argv: Sequence[str | Path]
    out: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] | None = None


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds, and the peak memory in MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


@dataclass
class Row:
    """All counted runs of one command, and what it wrote last."""

    command: Command
    costs: list[Cost] = field(default_factory=list)
    files: int = 0
    megabytes: float = 0


def measure(command: Command, log: Path) -> Cost:
    """Run a command once.

    Raises:
        SystemExit: it failed; the message holds the end of what it said.
    """
    environment = {**os.environ, **command.environment}
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command.argv],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=environment,
        )
        # CPU time of all descendants that it waited for, which `resource` cannot tell apart.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = log.read_text("utf-8", "replace")[-2000:]
        sys.exit(f"{command.name} ended with {process.returncode}: {words}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_PER_MIB)


def weigh(folder: Path) -> tuple[int, float]:
    """Number of files below a folder, and their MB."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def compare(commands: Sequence[Command], rounds: int, warmup: int, work: Path) -> list[Row]:
    """Run all commands in rounds, of which the first `warmup` are not counted.

    Args:
        commands: what to run.
        rounds: counted rounds.
        warmup: rounds before them.
        work: the folder that holds the log, and every `out` folder.
    """
    rows = {command.name: Row(command) for command in commands}
    for number in range(warmup + rounds):
        for command in commands[:: -1 if number % 2 else 1]:
            row = rows[command.name]
            if command.before:
                command.before()
            elif command.out:
                empty(command.out, work)
            cost = measure(command, work / f"{command.name}.log")
            print(f"  {command.name} {cost.wall:.2f} s", file=sys.stderr, flush=True)
            if number >= warmup:
                row.costs.append(cost)
            if command.out:
                row.files, row.megabytes = weigh(command.out)
    return list(rows.values())


def empty(out: Path, work: Path) -> None:
    """Delete a folder that lies in `work`."""
    if work.resolve() not in out.resolve().parents:
        raise ValueError(out)
    shutil.rmtree(out, ignore_errors=True)


def spread(values: Sequence[float], digits: int) -> str:
    """The median of some values, with the extremes."""
    low, middle, high = min(values), statistics.median(values), max(values)
    if len(values) == 1:
        return f"{middle:.{digits}f}"
    return f"{middle:.{digits}f} ({low:.{digits}f}-{high:.{digits}f})"


def table(rows: Sequence[Row], base: str) -> Iterator[str]:
    """Lines of a Markdown table: medians, with the extremes; ratios to the row named `base`."""
    yield f"| | wall s | CPU s | peak MiB | files | MB | wall / {base} | CPU / {base} |"
    yield "|---|---|---|---|---|---|---|---|"
    bases = next((row.costs for row in rows if row.command.name == base), [])
    for row in rows:
        pairs = list(zip(row.costs, bases, strict=True)) if bases else []
        cells = [
            row.command.name,
            spread([cost.wall for cost in row.costs], 2),
            spread([cost.cpu for cost in row.costs], 2),
            spread([cost.peak for cost in row.costs], 0),
            f"{row.files:,}" if row.command.out else "",
            f"{row.megabytes:.0f}" if row.command.out else "",
            spread([cost.wall / other.wall for cost, other in pairs], 2) if pairs else "",
            spread([cost.cpu / other.cpu for cost, other in pairs], 2) if pairs else "",
        ]
        yield f"| {' | '.join(cells)} |"


def spelled(command: Command) -> str:
    """A command as it could be typed."""
    words = [f"{key}={value}" for key, value in command.environment.items()]
    return shlex.join([*words, *map(str, command.argv)])
