"""The records of a registry as they were: at a commit, and before and after each revision.

Entity and id are a record's identity, its path is only an address: a file that moved is the
same record elsewhere.  A file that cannot be read is a finding, and history goes on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.errors import Finding, Location, Severity
from generator.history.memory import Parsed
from generator.history.repository import Repository
from generator.history.revisions import Revision
from generator.load import Document, Loaded, document_of
from generator.load.collector import collector_at_rest
from generator.load.documents import Parser, entity_of, sorted_out, stem
from generator.load.files import too_large

_ENDING = ".yml"
_AT_ONCE = 1000
"""Revisions whose files are parsed together: each of them once."""

Name = tuple[str, str]
"""Entity and id: which record."""

Version = tuple[str, str]
"""Path and the id of its content: which text of it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a revision did to one record: its texts differ, or where they stand.

    A `Finding` stands for a file that could not be read.  As `before` it is one only if no
    readable version is known: behind an unreadable one, history goes on from the last that
    could be read.
    """

    entity: str
    id: str
    before: Document | Finding | None
    """`None` if there was no such record."""
    after: Document | Finding | None
    """`None` if the record is gone."""
    path: str
    """Where the record stands, or stood until it went."""


def documents_at(
    repository: Repository, commit: str, wanted: Callable[[str], bool] | None = None
) -> Loaded:
    """The documents of a registry at a commit, as if its folder had been loaded then.

    Args:
        repository: the registry's.
        commit: an id that `resolve` gave.
        wanted: whether a path is asked about; all are, if it is not given.

    Raises:
        PortalError: git could not read it, or this clone lacks a file.
    """
    files = repository.files(commit)
    versions = [
        (path, blob)
        for path, blob in files.items()
        if not _ignored(path) and (wanted is None or wanted(path))
    ]
    with repository.memory, collector_at_rest():
        read = _read(repository, versions)
        return sorted_out(read[version] for version in versions)


def edits(
    repository: Repository,
    until: str = "HEAD",
    since: str | None = None,
    record: Name | None = None,
) -> Iterator[tuple[Revision, tuple[Edit, ...]]]:
    """Each revision of a registry, oldest first, with what it did to each record.

    The edits of a revision are sorted by entity and id.  A revision that touched no record,
    only other files, has none.

    Args:
        repository: the registry's.
        until: a ref: the tip of the branch.
        since: a ref: nothing that it reaches is told.
        record: entity and id of the one whose life is asked for; other files do not exist then.

    Raises:
        PortalError: a ref is not known, or this clone lacks a commit or a file.
    """
    wanted = None if record is None else lambda path: _name_of(path) == record
    revisions = repository.revisions(until, since, wanted)
    standing: _Standing | None = None
    with repository.memory:
        while batch := list(islice(revisions, _AT_ONCE)):
            standing = standing or _Standing(_files_before(repository, batch[0]))
            steps = [(revision, standing.steps(revision)) for revision in batch]
            with collector_at_rest():
                read = _read(repository, (each for _, found in steps for each in _texts(found)))
            for revision, found in steps:
                yield revision, tuple(standing.edit(step, read) for step in found)


@dataclass(frozen=True, slots=True)
class _Step:
    """One record in one revision, by the texts that it had and has."""

    name: Name
    before: Version | None
    after: Version | None


class _Standing:
    """Where each record stands while history goes by, and its last text that could be read."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._places: dict[Name, dict[str, str]] = defaultdict(dict)
        self._readable: dict[Name, Document] = {}
        for path, blob in files.items():
            if name := _name_of(path):
                self._places[name][path] = blob

    def steps(self, revision: Revision) -> list[_Step]:
        """The records that a revision changed; where it is over, they stand as it left them."""
        touched: dict[Name, list[str]] = defaultdict(list)
        for path in revision.touched:
            if name := _name_of(path):
                touched[name].append(path)
        return [
            step
            for name, paths in sorted(touched.items())
            if (step := self._step(name, paths, revision))
        ]

    def _step(self, name: Name, paths: Iterable[str], revision: Revision) -> _Step | None:
        places = self._places[name]
        before = _first(places)
        for path in paths:
            blob = revision.touched[path].after
            if blob is None:
                places.pop(path, None)
            else:
                places[path] = blob
        after = _first(places)
        return None if before == after else _Step(name, before, after)

    def edit(self, step: _Step, read: Mapping[Version, Document | Finding]) -> Edit:
        """What was done to a record."""
        before = read[step.before] if step.before else None
        after = read[step.after] if step.after else None
        last = self._readable.pop(step.name, None)
        if isinstance(before, Finding):
            before = last or before
        if isinstance(before, Document) and isinstance(after, Finding):
            self._readable[step.name] = before
        path = (step.after or step.before or ("", ""))[0]
        return Edit(*step.name, before, after, path)


def _files_before(repository: Repository, revision: Revision) -> Mapping[str, str]:
    parents = revision.commit.parents
    return {} if revision.is_cut or not parents else repository.files(parents[0])


def _texts(steps: Iterable[_Step]) -> Iterator[Version]:
    return (version for step in steps for version in (step.before, step.after) if version)


def _read(
    repository: Repository, versions: Iterable[Version]
) -> Mapping[Version, Document | Finding]:
    """What each version of a file holds; each text is read once, and not if it still is held."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for path, blob in dict.fromkeys(versions):
        wanted[blob].append(path)
    held = {blob: found for blob in wanted if (found := repository.memory.held(blob))}
    read = {
        (path, blob): _made(path, text, _known(found))
        for blob, (text, found) in held.items()
        for path in wanted[blob]
    }
    for blob, text in repository.contents(blob for blob in wanted if blob not in held):
        parse = partial(repository.memory.parsed, blob)
        read |= {(path, blob): _made(path, text, parse) for path in wanted[blob]}
    return read


def _known(found: Parsed) -> Parser:
    return lambda _: found


def _made(path: str, content: bytes | int, parse: Parser) -> Document | Finding:
    if not path.endswith(_ENDING):
        return Finding("LOAD03", Severity.ERROR, Location(path), {})
    return (
        too_large(path, content) if isinstance(content, int) else document_of(path, content, parse)
    )


def _ignored(path: str) -> bool:
    return path.rpartition("/")[2] == ".gitkeep"


def _name_of(path: str) -> Name | None:
    """The record that a file holds, if it can hold one."""
    entity = entity_of(path)
    return (entity, stem(path)) if entity and path.endswith(_ENDING) else None


def _first(places: Mapping[str, str]) -> Version | None:
    """Of several files of one record, which is a finding, the first by its path holds."""
    return min(places.items(), default=None)
