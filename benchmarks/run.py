"""Measures this checkout beside its peers: `make bench`, or `python -m benchmarks.run N …`.

Everything is made in $BENCH_DIR, which must lie outside the repository: by default in a new
temporary folder.  Peers and synthetic registries that are there already are used again.
"""

import argparse
import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.compare import Command, compare, empty, measure, spelled, table
from benchmarks.peers import setup, sites
from benchmarks.synthesise import synthesise
from benchmarks.synthetic.common import TODAY

LANGUAGES = ("vi", "en")
PORTAL = Path(sys.executable).with_name("portal")
HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
_TITLE = re.compile(r"^title:\n  \w+: (?=\w)", re.MULTILINE)
_SETTLED = 2.1
"""Seconds after which a file that was written is remembered."""


def builders(work: Path, peers: setup.Peers) -> Iterator[Command]:
    """What makes a site of the registry in `work`."""
    hugo = (peers.hugo, "--quiet", "--noBuildLock", "--source", work / "hugo")
    out = work / "out" / "hugo"
    # Less collecting of garbage is Hugo's fastest setting found.
    fastest = {"GOGC": "400", "HUGO_CACHEDIR": str(work / "hugo-cache")}
    yield Command("hugo", (*hugo, "--destination", out), out, fastest)
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    out = work / "out" / "stock"
    build = (peers.mkdocs, "build", "--quiet", "--config-file", work / "stock" / "mkdocs.yml")
    yield Command("stock", build, out, quiet)
    if PORTAL.exists():
        yield from _cold_and_warm(work, "build", work / "out")


def checkers(work: Path, peers: setup.Peers) -> Iterator[Command]:
    """What validates the registry in `work`."""
    schema = work / "commitment.schema.json"
    files = f"{work}/registry/commitments/*/*.yml"
    line = f"exec {peers.check_jsonschema} --schemafile {schema} {files}"
    yield Command("check-jsonschema", ("sh", "-c", line))
    if PORTAL.exists():
        yield from _cold_and_warm(work, "check", None)


def _cold_and_warm(work: Path, job: str, sites: Path | None) -> Iterator[Command]:
    """A job of this checkout that knows nothing, and after one changed commitment."""
    for name in ("cold", "warm"):
        cache, out = work / "cache" / f"{job}-{name}", sites / f"ours-{name}" if sites else None
        line = (*portal(work, cache), job, *(("--site-dir", out) if out else ()))
        log = work / f"{job}-before.log"
        command = Command(f"ours, {name}", line, out)

        def forget(cache: Path = cache, out: Path | None = out) -> None:
            for folder in filter(None, (cache, out)):
                empty(folder, work)

        def edit(cache: Path = cache, command: Command = command, log: Path = log) -> None:
            if not cache.exists():
                measure(command, log)
            change_one(work / "registry")

        yield replace(command, before=edit if name == "warm" else forget)


def change_one(registry: Path) -> None:
    """Give one commitment another title, and wait until a file that is so new is remembered."""
    for file in sorted(registry.glob("commitments/*/*.yml")):
        text = file.read_text("utf-8")
        if title := _TITLE.search(text):
            at, mark = title.end(), "Again "
            rest = text[at:].removeprefix(mark)
            file.write_text(text[:at] + (rest if rest != text[at:] else mark + rest), "utf-8")
            break
    time.sleep(_SETTLED)


def portal(work: Path, cache: Path) -> tuple[str | Path, ...]:
    """The command line of this checkout, on the registry in `work`."""
    options = ("--registry", work / "registry", "--as-of", TODAY.isoformat(), "--cache", cache)
    return PORTAL, *options


def prepare(bench: Path, count: int) -> Path:
    """The folder with everything that is built from for a number of commitments.

    It is made once, and again when what makes it has changed.
    """
    work = bench / f"{count}"
    ready = work / "ready"
    makers = _makers()
    if not ready.exists() or ready.read_text("utf-8") != makers:
        shutil.rmtree(work, ignore_errors=True)
        size = synthesise(count, work / "registry", LANGUAGES)
        print(f"{count} commitments of {size / count / 1000:.1f} kB", file=sys.stderr)
        sites.make(work, bench, LANGUAGES)
        ready.write_text(makers, "utf-8")
    return work


def _makers() -> str:
    """A digest of the programs and schemas that a registry and the peers' trees depend on."""
    digest = hashlib.sha256()
    for folder in (HERE / "synthetic", HERE / "peers", REPOSITORY / "schema" / "v1"):
        for path in sorted(each for each in folder.rglob("*.*") if each.suffix != ".pyc"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def options() -> argparse.Namespace:
    """The command line's."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("counts", metavar="N", type=int, nargs="*", default=[1000])
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--warmup", type=int, default=1, help="rounds before, not counted")
    cli.add_argument("--skip", default="", help="names of commands to leave out, with commas")
    return cli.parse_args()


def main() -> None:
    """Compare, and print Markdown tables."""
    arguments = options()
    bench = Path(os.environ.get("BENCH_DIR") or tempfile.mkdtemp(prefix="bench-")).resolve()
    if bench.is_relative_to(REPOSITORY):
        sys.exit(f"BENCH_DIR lies inside the repository: {bench}")
    print(f"BENCH_DIR={bench}", file=sys.stderr)
    peers = setup.install(bench)
    skipped = set(arguments.skip.split(","))
    cores = os.cpu_count()
    print(f"Python {platform.python_version()}, {cores} cores, {arguments.rounds} rounds")
    for count in arguments.counts:
        work = prepare(bench, count)
        for made, base in ((builders, "hugo"), (checkers, "check-jsonschema")):
            commands = [each for each in made(work, peers) if each.name not in skipped]
            for command in commands:
                print(spelled(command), file=sys.stderr)
            if commands:
                rows = compare(commands, arguments.rounds, arguments.warmup, work)
                print(f"\n{count:,} commitments\n", *table(rows, base), sep="\n", flush=True)


if __name__ == "__main__":
    main()
