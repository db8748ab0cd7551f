"""Goes through a registry's history once, and tells each revision as the rules want it."""

from collections.abc import Iterator

import msgspec

from generator.audit.contract import Deed, Stage, Step
from generator.errors import Finding
from generator.history import Edit, Person, Repository, Revision, edits
from generator.load import Document
from generator.model.entities import Agency, Record, Settings
from generator.model.registry import structure

_BREAKS = (msgspec.ValidationError, ValueError, LookupError, TypeError, AttributeError)
"""What data that keep no schema may raise when they are read as a record."""


class Course:
    """The course of a history: what it has come to grows with each step that is taken."""

    def __init__(self, repository: Repository, until: str) -> None:
        self._repository = repository
        self._until = until
        self.settings: Settings | None = None
        self.stages: list[Stage] = []
        self._agencies: dict[str, Agency] = {}

    def steps(self) -> Iterator[Step]:
        """Every revision, oldest first.

        Raises:
            PortalError: git could not read it, or this clone lacks a commit.
        """
        for revision, found in edits(self._repository, self._until):
            deeds = tuple(deed for edit in found if (deed := _deed(revision, edit)))
            settings, agencies = self.settings, self._agencies
            self._learn(deeds)
            yield Step(revision, deeds, settings or self.settings, agencies or self._agencies)
            commit = revision.commit
            self.stages.append(Stage(commit.id, commit.committed_at))

    def _learn(self, deeds: tuple[Deed, ...]) -> None:
        for deed in deeds:
            if isinstance(deed.now, Settings):
                self.settings = deed.now
            elif isinstance(deed.now, Agency):
                # A new mapping: the step before still looks at the old one.
                self._agencies = {**self._agencies, deed.id: deed.now}


def _deed(revision: Revision, edit: Edit) -> Deed | None:
    """What was done to a record; `None` if its data are what they were, however written."""
    before = edit.before if isinstance(edit.before, Document) else None
    after = edit.after if isinstance(edit.after, Document) else None
    if before and after and before.data == after.data:
        return None
    return Deed(
        edit.entity,
        edit.id,
        edit.path,
        revision.author_of(edit.path),
        _writers(revision, edit.path),
        before,
        after,
        _record(before),
        _record(after),
        edit.after if isinstance(edit.after, Finding) else None,
        is_new=edit.before is None,
    )


def _writers(revision: Revision, path: str) -> tuple[Person, ...]:
    names = revision.sources.get(path, ())
    authors = [commit.author for commit in revision.merged if commit.id in names]
    return tuple(dict.fromkeys(authors or [revision.commit.author]))


def _record(document: Document | None) -> Record | None:
    if document is None:
        return None
    try:
        return structure(document.entity, document.data)
    except _BREAKS:
        return None
