"""Checks a registry folder: only what changed since the last time, in several processes.

What was found in a file alone holds as long as its bytes; what was found in the light of
others, until a name changes that was looked up, or the day comes that was asked for.  So the
findings are those of a check of everything, which a test holds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.base import read_base
from generator.checks.case import MANY, Case, Lazy
from generator.checks.entries import Entry, name_of
from generator.checks.examining import (
    Common,
    Examined,
    Examiner,
    examine_alone,
    in_processes,
    settled,
)
from generator.checks.memory import Memory, unpacked
from generator.checks.runner import Report, Sound, against, no_settings, together
from generator.errors import Finding, PortalError, Severity
from generator.load import Document, document_of
from generator.load.collector import collector_at_rest
from generator.load.documents import digest_of, entity_of, stem
from generator.load.files import Stamp, list_folder, read_file, read_stamped
from generator.schema import schemas

_WORTH_KEEPING = 300
"""Files: fewer are read as soon as what is remembered of them."""

_WORTH_SHARING = 400
"""Files to examine: fewer are done before other processes have begun."""


@dataclass(frozen=True, slots=True)
class Request:
    """A check of a folder that is asked for."""

    root: Path
    as_of: date
    cache: Path | None = None
    """The folder where caches are kept; without one, nothing is remembered."""
    jobs: int = 1
    """How many processes may work."""
    errors_only: bool = False
    """Whether checks that only warn may be left out."""
    base: str | None = None
    """The commit to compare with, if any: a branch, a tag or an id."""


def check_folder(request: Request) -> Report:
    """What is wrong in a registry folder.

    Raises:
        PortalError: the folder itself cannot be read, or the base.
    """
    files = dict(sorted(list_folder(request.root), key=lambda entry: entry[0]))
    cache = request.cache if len(files) >= _WORTH_KEEPING else None
    with collector_at_rest(), Memory(cache, request.root) as memory:
        return _Check(request, files, memory).report()


def sound_files(request: Request) -> Sound:
    """The files of a registry folder, if nothing is wrong with them.

    Raises:
        PortalError: the folder cannot be read, or the registry has errors.
    """
    report = check_folder(replace(request, errors_only=True))
    if errors := report.count(Severity.ERROR):
        raise PortalError("registry_unsound", errors=errors)
    return report.sound_files


class _Check:
    """One check, and what it knows of the files as they are now."""

    def __init__(
        self, request: Request, files: Mapping[str, Stamp | Finding], memory: Memory
    ) -> None:
        self._request = request
        self._files = files
        self._memory = memory
        self._entries: dict[str, Entry] = {}
        self._fresh: dict[str, Entry] = {}
        """The entries that are to be remembered."""
        self._data: dict[str, bytes] = {}
        self._few: dict[str, Examined] = {}
        """Files that were read in this process since others may look at them."""

    def report(self) -> Report:
        """Examine what has to be, and tell all."""
        before = self._memory.entries()
        waiting, changed = self._survey(before)
        self._read_few(waiting)
        examiner = Examiner(self._common())
        stale = [
            path
            for path, entry in self._entries.items()
            if entry.read
            and not (entry.beside and entry.beside.holds(self._request.as_of, changed))
        ]
        if examiner.world:
            self._read_few(stale)
            waiting += stale
        else:
            for path in stale:
                self._keep(path, self._entries[path].replaced(beside=None))
        self._examine(examiner, [path for path in waiting if path not in self._few])
        self._memory.change(self._fresh, self._data, before.keys() - self._files.keys())
        is_whole = all(entry.sound for entry in self._entries.values())
        sound = {
            path: self._entries[path].digest for path in self._read() if self._entries[path].sound
        }
        files = Sound(sound, self._documents)
        return Report(self._findings(examiner), self._read(), files, is_whole=is_whole)

    def _holds(self, entry: Entry, changed: Collection[str]) -> bool:
        light = entry.beside
        return light is not None and light.holds(self._request.as_of, changed)

    def _survey(self, before: Mapping[str, Entry]) -> tuple[list[str], set[str]]:
        """The files that have to be read, and all names that are not what they were."""
        waiting: list[str] = []
        changed = before.keys() - self._files.keys()
        for path, stamp in self._files.items():
            known = before.get(path)
            if isinstance(stamp, Finding):
                entry = Entry(None, "", read=False, alone=(stamp,))
                if entry == known:
                    self._entries[path] = entry
                else:
                    self._keep(path, entry)
                    changed.add(path)
            elif known and (known.complete or self._request.errors_only) and known.digest:
                if known.stamp == stamp:
                    self._entries[path] = known
                elif again := self._unchanged(path, known):
                    self._keep(path, again)
                else:
                    waiting.append(path)
                    changed.add(path)
            else:
                waiting.append(path)
                changed.add(path)
        names = {name for path in changed if (name := name_of(path))}
        return waiting, names | {f"{name.partition('/')[0]}/*" for name in names}

    def _unchanged(self, path: str, known: Entry) -> Entry | None:
        """The entry of a file that only seems to have changed."""
        read = read_stamped(self._request.root / path, path)
        if isinstance(read, Finding) or digest_of(path, read[1]) != known.digest:
            return None
        return known.replaced(stamp=settled(read[0]))

    def _keep(self, path: str, entry: Entry, data: bytes | None = None) -> None:
        self._entries[path] = self._fresh[path] = entry
        if data is not None:
            self._data[path] = data

    def _read_few(self, paths: Iterable[str]) -> None:
        """Read those files that others may look at: every process needs them."""
        request = self._request
        for path in paths:
            if entity_of(path) != MANY:
                examined = examine_alone(request.root, path, errors_only=request.errors_only)
                self._few[path] = examined
                self._keep(path, examined.entry, examined.data)

    def _common(self) -> Common:
        few = {
            (entity, stem(path)): path
            for path, entry in self._entries.items()
            if entry.read and (entity := entity_of(path)) and entity != MANY
        }
        sound = {name for name, path in few.items() if self._entries[path].sound}
        documents = Lazy(few, lambda name: self._document(few[name]))
        request = self._request
        return Common(
            request.root, request.as_of, request.errors_only, documents, sound, self._files.keys()
        )

    def _examine(self, examiner: Examiner, many: Sequence[str]) -> None:
        """Examine files, and finish those that were read already."""
        jobs = self._request.jobs if len(many) >= _WORTH_SHARING else 1
        results = (
            in_processes(examiner.common, many, jobs)
            if jobs > 1
            else ((each.path, each.entry, each.data) for each in map(examiner.examine, many))
        )
        for examined in map(examiner.finish, self._few.values()):
            self._keep(examined.path, examined.entry)
        for path, entry, data in results:
            self._keep(path, entry, data)

    def _findings(self, examiner: Examiner) -> Iterator[Finding]:
        for entry in self._entries.values():
            yield from entry.alone
            if entry.beside:
                yield from entry.beside.findings
        if examiner.world is None:
            yield no_settings()
            return
        members = [self._entries[path].member(path) for path in self._read()]
        as_of = self._request.as_of
        case = Case(examiner.world, as_of, schemas(), members, self._opened)
        yield from together(case)
        if self._request.base is not None:
            base = read_base(self._request.root, self._request.base)
            yield from against(base, case, self._files.keys() - set(self._read()))

    def _read(self) -> list[str]:
        return [path for path in self._files if self._entries[path].read]

    def _opened(self, path: str) -> Document:
        """A document that knows where its values stand."""
        made = self._from_file(path)
        return made if isinstance(made, Document) else self._document(path)

    def _from_file(self, path: str) -> Document | Finding:
        content = read_file(self._request.root / path, path)
        return content if isinstance(content, Finding) else document_of(path, content)

    def _document(self, path: str) -> Document:
        """The document of a file as it was checked.

        Raises:
            PortalError: the file changed while it was checked.
        """
        entry = self._entries[path]
        if path in self._few and (checked := self._few[path].checked):
            return checked.document
        if path in self._data and (made := unpacked(path, entry, self._data[path])):
            return made
        if remembered := self._memory.document(path, entry):
            return remembered
        again = self._from_file(path)
        if isinstance(again, Finding) or again.digest != entry.digest:
            raise PortalError("registry_changed", path=path)
        return again

    def _documents(self, paths: Iterable[str]) -> list[Document]:
        """Some of the documents; the memory has been left since."""
        with self._memory:
            return [self._document(path) for path in paths]
