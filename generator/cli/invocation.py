"""What one call of the program works on: asked for lazily, computed once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.checks import Report, Request, check_folder, run
from generator.checks.base import Base
from generator.edition import admit, admit_past
from generator.errors import PortalError, Severity
from generator.history import Repository, documents_at, open_repository
from generator.load import Document, Loaded, document_of, load_folder
from generator.load.files import read_file
from generator.text.catalogue import FALLBACK, languages

if TYPE_CHECKING:
    from generator.site import Machine, Settings, State


class Invocation:
    """The global options, and what follows from them."""

    def __init__(
        self,
        folder: Path,
        *,
        as_of: date | None = None,
        at: str | None = None,
        edition: str = "public",
        language: str | None = None,
        jobs: int = 1,
        cache: Path | None = None,
    ) -> None:
        self.folder = folder
        self.edition = edition
        self.jobs = jobs
        self.cache = cache
        self._as_of = as_of
        self._at = at
        self._language = language

    @cached_property
    def _settings(self) -> dict[str, Any]:
        """`registry.yml` as far as it can be read: a broken one must not silence its findings."""
        content = read_file(self.folder / "registry.yml", "registry.yml")
        made = document_of("registry.yml", content) if isinstance(content, bytes) else content
        return dict(made.data) if isinstance(made, Document) else {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The registry's languages; empty if its settings cannot be read."""
        stated = self._settings.get("languages")
        named = stated if isinstance(stated, list) else []
        return tuple(language for language in named if isinstance(language, str))

    @cached_property
    def language(self) -> str:
        """The language to speak: `--lang`, else the registry's first.

        Raises:
            PortalError: the registry does not have the language of `--lang`.
        """
        offered = self.languages or languages()
        if self._language is None:
            return next((name for name in self.languages if name in languages()), FALLBACK)
        if self._language not in offered or self._language not in languages():
            raise PortalError(
                "language_not_offered", language=self._language, known=", ".join(offered)
            )
        return self._language

    @cached_property
    def _state(self) -> "State":
        from generator.site import state_of  # noqa: PLC0415 - all pages come with it

        return state_of(self.folder, datetime.now(UTC))

    @cached_property
    def as_of(self) -> date:
        """The day that is asked about: of `--as-of`, else of the commit of `--at`, else of now.

        Raises:
            PortalError: git could not read the repository.
        """
        if self._as_of is None and self.at is not None:
            return self._day_of(self.at)
        return self._as_of or self._state.day

    @cached_property
    def at(self) -> str | None:
        """The id of the commit whose knowledge is asked for; `None` asks the files as they are.

        Raises:
            PortalError: there is no history, or no such commit.
        """
        return None if self._at is None else self.repository.resolve(self._at)

    @cached_property
    def repository(self) -> Repository:
        """The repository that the registry lies in.

        Raises:
            PortalError: there is none that has a history.
        """
        found = open_repository(self.folder, cache=self.cache)
        if found is None:
            raise PortalError("history_absent", folder=self.folder)
        return found

    def _day_of(self, commit: str) -> date:
        from generator.site import time_zone  # noqa: PLC0415 - all pages come with it

        [found] = self.repository.commits([commit])
        return found.committed_at.astimezone(time_zone(self.folder)).date()

    @cached_property
    def loaded(self) -> Loaded:
        """The files of the registry.

        Raises:
            PortalError: the folder cannot be read.
        """
        return load_folder(self.folder)

    @cached_property
    def report(self) -> Report:
        """What the checks find.

        Raises:
            PortalError: the folder or the repository cannot be read.
        """
        return self.compared(None)

    def compared(self, ref: str | None) -> Report:
        """What the checks find, and what they find beside a base if one is named.

        Raises:
            PortalError: the folder or the repository cannot be read, or the base.
        """
        if self.at is None:
            return self.checked(self.as_of, ref)
        repository = self.repository
        base = Base.of(documents_at(repository, repository.resolve(ref))) if ref else None
        return run(documents_at(repository, self.at), self.as_of, base=base)

    @cached_property
    def shown(self) -> tuple[Document, ...]:
        """The sound documents that the edition shows, as known at the commit and on the day.

        Raises:
            PortalError: they cannot be read, or nobody can tell what may be shown of them.
        """
        sound = self.report.sound
        if self.at is None or self.edition == "internal":
            return admit(sound, self.edition, self.as_of).documents
        return admit_past(sound, self.today.sound, self.edition, self.as_of).documents

    @cached_property
    def today(self) -> Report:
        """The registry as it is now, whose policy holds for its past, too.

        Raises:
            PortalError: it has errors, so that nobody can tell what may be shown.
        """
        found = self.checked(self.as_of)
        if not found.is_whole:
            raise PortalError("registry_unsound", errors=found.count(Severity.ERROR))
        return found

    def checked(self, day: date, base: str | None = None) -> Report:
        """What the checks find as of a day, and beside a base if one is named.

        Raises:
            PortalError: the folder cannot be read, or the base.
        """
        return check_folder(Request(self.folder, day, self.cache, self.jobs, base=base))

    @property
    def settings(self) -> "Settings":
        """What a build is asked to make.

        Raises:
            PortalError: the repository cannot be read.
        """
        from generator.site import settings_for  # noqa: PLC0415 - likewise

        return settings_for(self.folder, self._state, self.edition, self._as_of)

    @property
    def machine(self) -> "Machine":
        """What a build may use."""
        from generator.site import Machine  # noqa: PLC0415 - likewise

        return Machine(self.jobs, self.cache)

    def anew(self) -> "Invocation":
        """The same call on the files as they are now."""
        return self._again(self._at)

    def committed(self) -> "Invocation":
        """The same call on the last commit, if no other is asked about."""
        return self if self._at else self._again("HEAD")

    def _again(self, at: str | None) -> "Invocation":
        return Invocation(
            self.folder,
            as_of=self._as_of,
            at=at,
            edition=self.edition,
            language=self._language,
            jobs=self.jobs,
            cache=self.cache,
        )

    def within(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Paths as the registry names them: relative to its folder; `""` is all of it.

        Raises:
            PortalError: a path is not in the registry, or does not exist.
        """
        root = self.folder.resolve()
        found = []
        for path in paths:
            # The last step is not resolved: a link is a finding and not what it points to.
            full = path.parent.resolve() / path.name if path.name else path.resolve()
            if not full.is_relative_to(root):
                raise PortalError("path_outside_registry", path=path, folder=self.folder)
            if not full.is_symlink() and not full.exists():
                raise PortalError("path_missing", path=path)
            relative = full.relative_to(root).as_posix()
            found.append("" if relative == "." else relative)
        return tuple(found)


def selected(path: str, wanted: Sequence[str]) -> bool:
    """Whether a registry path is one of those wanted or below one; all are if none is named."""
    return not wanted or any(name in ("", path) or path.startswith(f"{name}/") for name in wanted)


pass_invocation = click.make_pass_decorator(Invocation)
