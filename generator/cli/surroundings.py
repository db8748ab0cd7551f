"""What must be read of a past registry to say what an edition showed of one record."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from generator.checks.case import LINKS, MANY
from generator.checks.runner import alone
from generator.history import Repository, documents_at
from generator.history.blame import leaves
from generator.load import Document
from generator.load.documents import entity_of, stem
from generator.schema import schemas


class Surroundings:
    """Sound documents around a record at any commit; each is looked at once.

    Of the very many commitments only those count that the record names, and those that they lead
    to: whether another one is shown changes nothing of what is shown of this one.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._sound: dict[str, bool] = {}

    def of(self, record: Document, commit: str) -> list[Document]:
        """The sound documents of all other entities, the record, and what it leads to.

        Args:
            record: as it was at the commit.
            commit: an id.

        Raises:
            PortalError: this clone lacks a file.
        """
        few = documents_at(self._repository, commit, lambda path: entity_of(path) != MANY)
        found = {each.path: each for each in few.documents} | {record.path: record}
        asked: set[str] = set()
        own = {value for _, value in leaves(record.data) if isinstance(value, str)}
        while names := own.union(*map(_linked, found.values())) - asked:
            asked |= names
            more = documents_at(self._repository, commit, partial(_is_one_of, names))
            found |= {each.path: each for each in more.documents if each.path not in found}
        return list(self._among(found[path] for path in sorted(found)))

    def _among(self, documents: Iterable[Document]) -> Iterator[Document]:
        for each in documents:
            if each.digest not in self._sound:
                checked = alone(each, schemas(), errors_only=True)
                self._sound[each.digest] = checked.record is not None
            if self._sound[each.digest]:
                yield each


def _is_one_of(names: Collection[str], path: str) -> bool:
    return entity_of(path) == MANY and stem(path) in names


def _linked(document: Document) -> Iterator[str]:
    """The commitments that one leads to, whatever its file holds."""
    for key in LINKS if document.entity == MANY else ():
        value = document.data.get(key)
        named = value if isinstance(value, list) else [value]
        yield from (each for each in named if isinstance(each, str))
