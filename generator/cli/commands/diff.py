"""`portal diff`: what the change from one state of the registry to another means.

Both states are looked at on one day and by today's policy: what differs is what was changed,
and not what time or the policy did.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import click

from generator.changes import ABSENT, Change, changes
from generator.checks import Report, run
from generator.cli.commands.check import shown_folder
from generator.cli.invocation import Invocation, pass_invocation
from generator.edition import admit_past, marked
from generator.errors import PortalError, Severity
from generator.history import documents_at, open_repository
from generator.load import Document, Loaded
from generator.load.documents import entity_of, stem
from generator.metrics.movement import moves, shifts
from generator.metrics.snapshot import Snapshot
from generator.model.registry import ENTITIES, Registry, structure
from generator.reporting.comparisons import Comparison, PageChange, RecordChanges, names, render
from generator.site import page_differences
from generator.text import catalogue

Name = tuple[str, str]
"""Entity and id."""


@click.command()
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="[HEAD]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(names()),
    default="text",
    show_default=True,
    help="How it is written; github makes annotations of a pull request.",
)
@click.option("--allow-shallow", is_flag=True, help="Take a clone without its first commits.")
@pass_invocation
def command(
    invocation: Invocation, base: str, head: str | None, form: str, allow_shallow: bool
) -> None:
    """Say what differs from BASE to HEAD, or to the files as they are.

    Both are commits, branches or tags.  First the records, then the figures and pages that
    they move.
    """
    repository = open_repository(
        invocation.folder, allow_shallow=allow_shallow, cache=invocation.cache
    )
    if repository is None:
        raise PortalError("history_absent", folder=invocation.folder)
    day = invocation.settings.checked_on
    was, *others = (
        State(ref, loaded, run(loaded, day), invocation)
        for ref in (base, head)
        if ref
        for loaded in [documents_at(repository, repository.resolve(ref))]
    )
    title = catalogue(invocation.language).text("diff.folder")
    now = others[0] if others else State(title, invocation.loaded, invocation.report, invocation)
    click.echo(render(form, compared(was, now, invocation)), nl=False)


@dataclass(frozen=True)
class State:
    """One state: the files that could be read, and what the checks find in them."""

    title: str
    loaded: Loaded
    report: Report
    invocation: Invocation

    @property
    def documents(self) -> tuple[Document, ...]:
        """The sound documents, with what hides them or a part of them today."""
        sound = self.report.sound
        inside = self.invocation.edition == "internal"
        return sound if inside else marked(sound, self.invocation.today.sound)

    def seen(self) -> Mapping[Name, Document]:
        """The records that the edition shows.

        Raises:
            PortalError: nobody can tell what may be shown.
        """
        edition, as_of = self.invocation.edition, self.invocation.as_of
        if edition == "internal":
            return _named(self.loaded.documents)
        return _named(
            admit_past(self.report.sound, self.invocation.today.sound, edition, as_of).documents
        )

    def unread(self) -> frozenset[Name]:
        """The records of which nobody can tell what the edition would show."""
        paths = [finding.location.path for finding in self.loaded.findings]
        broken = {(entity, stem(path)) for path in paths if (entity := entity_of(path))}
        if self.invocation.edition != "internal":
            broken |= _named(self.loaded.documents).keys() - _named(self.report.sound).keys()
        return frozenset(broken)

    def sound(self) -> Mapping[Name, Document]:
        """Those records of which typed ones can be made."""
        sound = _named(self.report.sound)
        return {name: document for name, document in self.seen().items() if name in sound}


def compared(before: State, after: State, invocation: Invocation) -> Comparison:
    """What differs between two states.

    Raises:
        PortalError: nobody can tell what may be shown of one of them.
    """
    is_whole = before.report.is_whole and after.report.is_whole
    snapshots = [
        Snapshot(registry_of(state.sound().values()), invocation.as_of)
        for state in (before, after)
        if is_whole
    ]
    is_sound = is_whole and not any(state.report.count(Severity.ERROR) for state in (before, after))
    pages = (
        tuple(
            PageChange(each.address, each.what, each.languages)
            for each in page_differences(before.documents, after.documents, invocation.settings)
        )
        if is_sound
        else None
    )
    return Comparison(
        before.title,
        after.title,
        invocation.as_of,
        tuple(_records(before, after, shown_folder(invocation.folder))),
        tuple(moves(*snapshots)) if is_whole else None,
        tuple(shifts(*snapshots)) if is_whole else (),
        pages,
        registry_of({**before.sound(), **after.sound()}.values()),
        invocation.language,
    )


def registry_of(documents: Iterable[Document]) -> Registry:
    """The records of sound documents.

    Raises:
        PortalError: the registry's own settings are not among them.
    """
    try:
        return Registry.of((each.entity, structure(each.entity, each.data)) for each in documents)
    except LookupError:
        raise PortalError("settings_withheld") from None


def _records(before: State, after: State, folder: str) -> Iterator[RecordChanges]:
    """The records that differ, in the order of entities and ids."""
    was, now = before.seen(), after.seen()
    broken, unread = before.unread(), after.unread()
    tells_broken = after.invocation.edition == "internal"
    ranks = {entity: rank for rank, entity in enumerate(ENTITIES)}
    for name in sorted({*was, *now, *unread}, key=lambda name: (ranks[name[0]], name)):
        old, new = was.get(name), now.get(name)
        if name in unread or name in broken:
            # What could not be read was not published either: the page stays as it was.
            kind = "record_unreadable" if name in unread else "record_readable"
            found: tuple[Change, ...] = (Change(kind, *name),) if tells_broken else ()
        else:
            found = (*_moved(name, old, new), *changes(*name, _data(old), _data(new)))
        if found:
            path = new.path if new else ""
            place = f"{folder}/{path}" if path and folder not in ("", ".") else path
            yield RecordChanges(*name, place, found)


def _moved(name: Name, old: Document | None, new: Document | None) -> Iterator[Change]:
    if old and new and old.path != new.path:
        yield Change("record_relocated", *name, before=old.path, after=new.path)


def _data(document: Document | None) -> object:
    return document.data if document else ABSENT


def _named(documents: Iterable[Document]) -> Mapping[Name, Document]:
    return {(each.entity, each.id): each for each in documents}
