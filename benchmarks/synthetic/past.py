"""How a synthetic registry came to be: thousands of commits, each of which changed one record.

The registry of `synthesise` stands there in the first commit, its commitments without their
logs.  Then agencies report: each commit appends an entry to one commitment, one in five
by way of a pull request.  The same numbers give the same ids on every machine.
"""

import random
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.synthesise import commitments, registry
from benchmarks.synthetic.common import Data, rng_of, turn
from benchmarks.synthetic.words import Writer
from generator.schema import schemas
from generator.write import canonical

_BEGIN = datetime(2020, 1, 1, 8, tzinfo=UTC)
_END = datetime(2026, 10, 31, 8, tzinfo=UTC)
_MERGED_EVERY = 5
_LOGS = ("updates", "difficulties", "recommendations", "inferred", "disputed", "withheld")
_LONGEST_LOG = 25
"""Entries: a longer one begins anew, so that a long history makes records no longer."""


def tell(
    folder: Path, records: int, commits: int, languages: tuple[str, ...], seed: int = 0
) -> None:
    """Make a repository with a registry in `registry/` and a history behind it.

    Args:
        folder: an empty or new folder.
        records: number of commitments.
        commits: number of commits on the branch `main`, each of them touching the registry; the
            branch `next` has one more.
        languages: of the registry.
        seed: of everything that is random.
    """
    folder.mkdir(parents=True, exist_ok=True)
    git = ("git", "-C", str(folder))
    subprocess.run((*git, "init", "--quiet", "--initial-branch=main"), check=True)
    importing = (*git, "fast-import", "--quiet", "--force")
    with subprocess.Popen(importing, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None  # noqa: S101 - it is what PIPE means
        for part in _stream(records, commits, languages, seed):
            process.stdin.write(part)
        process.stdin.close()
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, importing)
    # As a forge would hand it out: packed, and with what makes git's own walks fast.
    subprocess.run((*git, "gc", "--quiet"), check=True)
    subprocess.run((*git, "reset", "--quiet", "--hard", "main"), check=True)


def _stream(records: int, commits: int, languages: tuple[str, ...], seed: int) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    current: dict[str, Data] = {}
    first = _head("main", 0, commits, "Begin the registry", mark=1)
    for path, entity, data in registry(records, seed, languages):
        first += _file(path, canonical(data, schemas().shape(entity), languages))
    for path, _, data in commitments(records, seed, languages, range(records)):
        current[path] = {key: value for key, value in data.items() if key not in _LOGS}
        first += _file(path, canonical(current[path], schemas().shape("commitments"), languages))
    yield first + b"\n"
    paths, writer = (
        sorted(path for path, data in current.items() if "moved_to" not in data),
        Writer(languages),
    )
    mark = 1
    for number in range(1, commits + 1):
        branch = "main" if number < commits else "next"
        path = paths[rng_of(seed, "which", number).randrange(len(paths))]
        _report(current[path], number, commits, rng_of(seed, "report", number), writer)
        text = canonical(current[path], schemas().shape("commitments"), languages)
        change = _file(path, text)
        subject = f"Report on {Path(path).stem}"
        if turn(number, _MERGED_EVERY):
            before, mark = mark, mark + 2
            yield _head(f"report-{number}", number, commits, subject, mark - 1, before) + change
            merge = f"Merge pull request #{number} from report"
            yield _head(branch, number, commits, merge, mark, before, mark - 1) + change + b"\n"
        else:
            before, mark = mark, mark + 1
            yield _head(branch, number, commits, subject, mark, before) + change + b"\n"


def _report(data: Data, number: int, commits: int, rng: random.Random, writer: Writer) -> None:
    log = data.setdefault("updates", [])
    if len(log) >= _LONGEST_LOG:
        log.clear()
    day = _moment(number, commits).date().isoformat()
    status = ("not_started", "in_progress", "substantial")[min(2, len(log) // 4)]
    log.append(
        {
            "id": f"u{number}",
            "state_on": day,
            "summary": writer.partial(rng, 8, 18),
            "delivery_status": status,
            "completion_percent": min(95, 4 * len(log)),
            "sources": [data["sources"][0]["id"]],
        }
    )


def _moment(number: int, commits: int) -> datetime:
    return _BEGIN + (_END - _BEGIN) / commits * number


def _head(branch: str, number: int, commits: int, subject: str, mark: int, *parents: int) -> bytes:
    moment = int(_moment(number, commits).timestamp())
    who = f"Officer {number % 97} <officer-{number % 97}@agency-{number % 23}.example.org>"
    lines = [
        f"commit refs/heads/{branch}\nmark :{mark}\n",
        f"author {who} {moment} +0700\ncommitter {who} {moment} +0700\n",
        f"data {len(subject)}\n{subject}\n",
        *(f"{'merge' if at else 'from'} :{parent}\n" for at, parent in enumerate(parents)),
    ]
    return "".join(lines).encode()


def _file(path: str, content: bytes) -> bytes:
    return f"M 100644 inline registry/{path}\ndata {len(content)}\n".encode() + content + b"\n"
