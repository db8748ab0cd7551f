"""What a proposal is compared with: a registry as it was at another commit, where they differ."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.errors import PortalError
from generator.history import blob_id, open_repository
from generator.load import Document, Loaded, document_of
from generator.load.documents import entity_of, stem
from generator.load.files import read_folder
from generator.model.entities import Record

Name = tuple[str, str]
"""Entity and id."""


@dataclass(frozen=True)
class Base:
    """The records of the base that are not the same any more."""

    documents: Mapping[Name, Document]
    """Those whose file differs, moved or is gone."""
    names: Collection[Name]
    """All records that the base had."""

    @classmethod
    def of(cls, loaded: Loaded) -> "Base":
        """A base that is wholly in memory: every record of it is looked at."""
        documents = {(each.entity, each.id): each for each in reversed(loaded.documents)}
        unread = (each.location.path for each in loaded.findings)
        return cls(documents, documents.keys() | _names(unread))


@dataclass(frozen=True)
class Pair:
    """One record as it was and as it is proposed; at least one of them is there."""

    before: Document | None
    after: Document | None
    record_of: Callable[[Document], Record | None]
    """The typed record of a document, `None` if it is not sound."""
    new: Collection[Document] = field(default=())
    """For a record that is gone: those that the base does not have."""

    @cached_property
    def was(self) -> Record | None:
        """The record as it was, if it was sound."""
        return self.record_of(self.before) if self.before else None

    @cached_property
    def now(self) -> Record | None:
        """The record as it is proposed, if it is sound."""
        return self.record_of(self.after) if self.after else None

    @property
    def path(self) -> str:
        """Where the record stands, or stood."""
        document = self.after or self.before
        return document.path if document else ""

    @property
    def both(self) -> tuple[Document, Document] | None:
        """The two documents, if the record is neither new nor gone."""
        return (self.before, self.after) if self.before and self.after else None


def read_base(folder: Path, ref: str) -> Base:
    """The records of a registry that differ from its folder as it is now.

    Compared is where the folder's own history left that of the base: what others published
    there since is no deletion of theirs.

    Args:
        folder: the registry.
        ref: a branch, a tag or a commit.

    Raises:
        PortalError: there is no repository or no such commit, or the clone is cut.
    """
    repository = open_repository(folder)
    if repository is None:
        raise PortalError("history_absent", folder=folder)
    base = repository.resolve(ref)
    files = repository.files(repository.merge_base(base, repository.head) or base)
    now = {
        path: blob_id(content, len(files.get(path, "")))
        for path, content in read_folder(folder)
        if isinstance(content, bytes) and path in files
    }
    differing = {path: blob for path, blob in files.items() if now.get(path) != blob}
    contents = dict(repository.contents(differing.values()))
    documents = {
        (made.entity, made.id): made
        for path, blob in reversed(differing.items())
        if isinstance(content := contents[blob], bytes)
        and isinstance(made := document_of(path, content), Document)
    }
    return Base(documents, frozenset(_names(files)))


def pairs(
    base: Base,
    now: Iterable[str],
    opened: Callable[[str], Document],
    record_of: Callable[[Document], Record | None],
    unread: Iterable[str] = (),
) -> Iterator[Pair]:
    """Each record that differs from the base, beside what it was, sorted by its name.

    Args:
        base: what it is compared with.
        now: the paths of the documents that there are.
        opened: the document at a path.
        record_of: the typed record of a document, `None` if it is not sound.
        unread: paths of files that cannot be read: whether they differ is not known.
    """
    places: dict[Name, str] = {}
    for path in sorted(now, reverse=True):
        places |= dict.fromkeys(_names([path]), path)
    unknown = set(_names(unread))
    new = [opened(path) for name, path in sorted(places.items()) if name not in base.names]
    for name, before in sorted(base.documents.items()):
        if name in places:
            after = opened(places[name])
            if (after.path, after.digest) != (before.path, before.digest):
                yield Pair(before, after, record_of)
        elif name not in unknown:
            yield Pair(before, None, record_of, new)
    for document in new:
        yield Pair(None, document, record_of)


def _names(paths: Iterable[str]) -> Iterator[Name]:
    return ((entity, stem(path)) for path in paths if (entity := entity_of(path)))
