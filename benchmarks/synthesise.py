"""Writes a whole synthetic registry: `python -m benchmarks.synthesise N FOLDER`.

N is the number of commitments; agencies, partners, activities, reviews, programmes and
statements come with them.  Everything is invented and says so.  The same N, languages
and seed give the same bytes on every machine.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

if __package__ in {None, ""}:  # run as a file: the checkout is not yet where Python looks
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.synthetic import activities, agencies, partners, proceedings, settings
from benchmarks.synthetic.commitments import Author
from benchmarks.synthetic.common import Data
from benchmarks.synthetic.plans import Plan, World
from benchmarks.synthetic.words import Writer
from generator.model.entities import Agency
from generator.model.registry import structure
from generator.schema import schemas
from generator.write import canonical

CHUNK = 500
"""Commitments that one process writes at a time."""

Entry = tuple[str, str, Data]
"""(path, entity, record)."""


def registry(count: int, seed: int, languages: tuple[str, ...]) -> Iterator[Entry]:
    """All records of a synthetic registry but the commitments."""
    world, writer = World(count, seed), Writer(languages)
    yield "registry.yml", "registry", settings.settings(writer)
    for entity, records in (
        ("texts", settings.texts(writer)),
        ("vocabularies", settings.vocabularies(writer)),
        ("agencies", _agencies(world, writer)),
        ("partners", _partners(world, writer)),
        ("activities", _activities(world, writer)),
        ("reviews", proceedings.reviews(world, writer)),
        ("programmes", proceedings.programmes(world, writer)),
        ("statements", proceedings.statements(world, writer)),
    ):
        for record in records:
            yield f"{entity}/{record['id']}.yml", entity, record


def commitments(
    count: int, seed: int, languages: tuple[str, ...], numbers: range
) -> Iterator[Entry]:
    """The commitments of some numbers."""
    world, author = _world(count, seed, languages)
    for plan in world.commitments[numbers.start : numbers.stop]:
        yield plan.path, "commitments", author.written(plan)


@cache
def _world(count: int, seed: int, languages: tuple[str, ...]) -> tuple[World, Author]:
    """What one process needs to write commitments: made once."""
    world, writer = World(count, seed), Writer(languages)
    known = {record["id"]: structure("agencies", record) for record in _agencies(world, writer)}
    bodies = {name: each for name, each in known.items() if isinstance(each, Agency)}
    return world, Author(world, bodies, writer)


def _agencies(world: World, writer: Writer) -> Iterator[Data]:
    for number, body in enumerate(world.bodies.values()):
        yield agencies.written(body, number, writer)


def _partners(world: World, writer: Writer) -> Iterator[Data]:
    for number, partner in enumerate(world.partners):
        joint = [
            (plan.id, plan.day.last)
            for plan in world.commitments
            if plan.kind == "joint_statement" and plan.partners[0] == partner.id
            if plan.day and plan.day.exact and not plan.moved_to
        ]
        yield partners.written(partner, number, joint[:1] + joint[-1:] * (len(joint) > 1), writer)


def _activities(world: World, writer: Writer) -> Iterator[Data]:
    signed: dict[str, list[Plan]] = defaultdict(list)
    for plan in world.commitments:
        signed[plan.activity].append(plan)
    for number in range(len(world.activities)):
        yield activities.written(world, number, signed, writer)


def write(folder: Path, entries: Iterator[Entry], languages: tuple[str, ...]) -> int:
    """Write records in their canonical form; returns how many bytes they are."""
    size = 0
    for path, entity, data in entries:
        content = canonical(data, schemas().shape(entity), languages)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(content)
    return size


def _write_some(
    folder: Path, count: int, seed: int, languages: tuple[str, ...], numbers: range
) -> int:
    return write(folder, commitments(count, seed, languages, numbers), languages)


def synthesise(count: int, folder: Path, languages: tuple[str, ...], seed: int = 0) -> int:
    """Write a whole registry into a folder; returns how many bytes its commitments are."""
    write(folder, registry(count, seed, languages), languages)
    parts = [range(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK)]
    if len(parts) == 1:
        return _write_some(folder, count, seed, languages, parts[0])
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(_write_some, folder, count, seed, languages, part) for part in parts]
        return sum(job.result() for job in jobs)


def main() -> None:
    """Read the command line and write the registry."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("count", metavar="N", type=int, help="number of commitments")
    cli.add_argument("folder", metavar="FOLDER", type=Path, help="an empty or new folder")
    cli.add_argument("--languages", default="vi,en", help="their codes, with commas")
    cli.add_argument("--seed", type=int, default=0)
    arguments = cli.parse_args()
    if arguments.count < 1:
        cli.error("N must be 1 or more")
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        cli.error(f"{arguments.folder} is not empty")
    languages = tuple(arguments.languages.split(","))
    size = synthesise(arguments.count, arguments.folder, languages, arguments.seed)
    print(f"{arguments.count} commitments of {size / arguments.count / 1000:.1f} kB on average")


if __name__ == "__main__":
    main()
