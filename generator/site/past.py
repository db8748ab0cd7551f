"""What a build tells of the past: the registry as it was recorded by past quarters' ends."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from generator.audit import Request, audit
from generator.changes import chronicle
from generator.checks import Sound
from generator.checks.runner import alone
from generator.edition import admit_past
from generator.errors import PortalError
from generator.history import Repository, documents_at, open_repository
from generator.load import Document
from generator.metrics.hindsight import Known, hindsight
from generator.model.dates import quarters
from generator.model.registry import Registry, structure
from generator.pages.recorded import Recorded
from generator.schema import schemas
from generator.site.settings import Settings
from generator.site.state import time_zone

_MANY = "commitments"


@dataclass(frozen=True, slots=True)
class Present:
    """What a build shows, and what its past is measured by."""

    files: Sound
    """The registry's, before the edition."""
    edition: str
    as_of: date
    zone: ZoneInfo
    tip: str
    """The id of the commit whose history is told."""


def recorded(files: Sound, settings: Settings, cache: Path | None) -> Recorded | None:
    """What a build tells of its registry's past; `None` where no history is known.

    Args:
        files: the registry's.
        settings: what is built.
        cache: the folder where caches are kept, if they are.

    Raises:
        PortalError: git could not read the repository, or the clone is shallow and must not be.
    """
    if not settings.tip:
        return None
    folder = settings.registry
    repository = open_repository(folder, allow_shallow=settings.allow_shallow, cache=cache)
    if repository is None:
        return None
    present = Present(files, settings.edition, settings.as_of, time_zone(folder), settings.tip)
    with repository.memory:
        today = files.documents(files.digests)
        told = chronicle(repository, today, settings.edition, settings.as_of, settings.tip)
        known = known_then(repository, present)
        verdict = (
            audit(Request(repository, settings.tip)) if settings.edition == "internal" else None
        )
        return Recorded(told, present.zone, settings.as_of, known, verdict)


def known_then(repository: Repository, present: Present) -> Mapping[str, tuple[Known, ...]]:
    """What was known at past quarters' ends of each commitment that has changed since the first.

    Raises:
        PortalError: git could not read the repository.
    """
    ends = quarter_ends(repository, present)
    wanted = _changed(repository, [*ends.values(), present.tip])
    if not wanted:
        return {}
    reading = _Reading(present, wanted)
    now = reading.registry(reading.today)
    return hindsight(reading.pasts(repository, ends), now, wanted) if now else {}


def quarter_ends(repository: Repository, present: Present) -> Mapping[date, str]:
    """The last day of each past quarter to the last commit that was known by it, oldest first.

    What is dated before a commit that it follows was not known before that one.
    """
    known: dict[date, str] = {}
    day = date.min
    for commit in repository.commits(repository.chain(present.tip)):
        day = max(day, commit.committed_at.astimezone(present.zone).date())
        known[day] = commit.id
    if not known:
        return {}
    last_quarter = present.as_of - timedelta(days=1)
    days, at, found = list(known), 0, {}
    for quarter in quarters(days[0], last_quarter) if days[0] <= last_quarter else ():
        if quarter.last >= present.as_of:
            break
        while at + 1 < len(days) and days[at + 1] <= quarter.last:
            at += 1
        found[quarter.last] = known[days[at]]
    return found


def _changed(repository: Repository, commits: Sequence[str]) -> frozenset[str]:
    """The commitments whose file is not the same in all commits that have it."""
    first: dict[str, str] = {}
    changed: set[str] = set()
    for commit in dict.fromkeys(commits):
        for path, blob in repository.files(commit).items():
            place = PurePosixPath(path)
            if place.parts[0] == _MANY and first.setdefault(place.stem, blob) != blob:
                changed.add(place.stem)
    return frozenset(changed)


class _Reading:
    """Reads past registries, as far as they tell how some commitments stood."""

    def __init__(self, present: Present, wanted: Collection[str]) -> None:
        self.today = present.files.documents(present.files.digests)
        self._present = present
        self._wanted = wanted
        self._sound = {document.digest for document in self.today}
        self._unsound: set[str] = set()

    def pasts(
        self, repository: Repository, ends: Mapping[date, str]
    ) -> Iterator[tuple[date, Registry]]:
        """Each day with the registry of its commit; days without one are left out."""
        made: tuple[str, Registry | None] = "", None
        for day, commit in ends.items():
            if commit != made[0]:
                made = commit, self.registry(documents_at(repository, commit).documents)
            if made[1]:
                yield day, made[1]

    def registry(self, documents: Iterable[Document]) -> Registry | None:
        """What the edition shows of a registry; `None` if it had no settings that it could show.

        Files that were not sound are left out, as a site would have refused them.
        """
        asked = [
            document
            for document in documents
            # How a commitment stands depends on no other commitment.
            if (document.entity != _MANY or document.id in self._wanted)
            and self._is_sound(document)
        ]
        edition, as_of = self._present.edition, self._present.as_of
        try:
            shown = admit_past(asked, self.today, edition, as_of).documents
            return Registry.of((each.entity, structure(each.entity, each.data)) for each in shown)
        except (PortalError, LookupError):
            return None

    def _is_sound(self, document: Document) -> bool:
        """Whether a file was; each text is looked at once."""
        digest = document.digest
        if digest not in self._sound and digest not in self._unsound:
            is_sound = alone(document, schemas(), errors_only=True).record is not None
            (self._sound if is_sound else self._unsound).add(digest)
        return digest in self._sound
