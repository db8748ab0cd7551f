"""`portal blame`: who last set each value of a record, when, and by which pull request."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import click

from generator.cli.invocation import Invocation, pass_invocation
from generator.cli.records import named
from generator.cli.surroundings import Surroundings
from generator.cli.table import listed
from generator.edition import Attribution, Byline, admit_past
from generator.errors import PortalError
from generator.history import Origin, Revision, edits, origins
from generator.load import Document
from generator.model.entities import Agency
from generator.model.registry import structure
from generator.reporting import printable
from generator.site import time_zone
from generator.text import catalogue, writer

LOOKS_BACK = True

_SHORT = 10
"""Letters of a commit's id that are shown to people."""

_LONGEST = 60
"""Letters of a value that are shown to people."""


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@pass_invocation
def command(invocation: Invocation, name: str, form: str) -> None:
    """Say who last set each value of the record ID (or ENTITY/ID), as committed."""
    committed = invocation.committed()
    found = named(committed.shown, name)
    blame = Blame(committed, found)
    if form == "json":
        click.echo(json.dumps(blame.document(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(blame.lines()))


class Blame:
    """A record's values with their origins, as an edition may tell them."""

    def __init__(self, invocation: Invocation, record: Document) -> None:
        self._invocation = invocation
        self._record = record
        self._zone = time_zone(invocation.folder)
        life = (
            (revision, edit)
            for revision, found in edits(
                invocation.repository, invocation.at or "HEAD", record=(record.entity, record.id)
            )
            for edit in found
        )
        self._origins = tuple(origins(life, record.data, self._seen()))
        self._agencies = self._names()
        everyone = {
            each.id: agency
            for each in invocation.report.sound
            if each.entity == "agencies"
            and isinstance(agency := structure(each.entity, each.data), Agency)
        }
        self._attribution = Attribution(everyone, self._agencies.keys(), invocation.edition)

    def document(self) -> dict[str, Any]:
        """All of it as plain data, for JSON."""
        return {
            "entity": self._record.entity,
            "id": self._record.id,
            "path": self._record.path,
            "at": self._invocation.at,
            "edition": self._invocation.edition,
            "values": [self._value(origin) for origin in self._origins],
        }

    def lines(self) -> Iterator[str]:
        """All of it as a table: day, who, commit, pull request, key and value."""
        yield from listed(map(self._row, self._origins))

    def _value(self, origin: Origin) -> dict[str, Any]:
        told: dict[str, Any] = {"key": origin.key, "value": origin.value}
        if origin.revision is None:
            return {**told, "commit": None}
        byline = self._byline(origin)
        person = byline.person
        return {
            **told,
            "commit": origin.revision.commit.id,
            "committed_at": origin.revision.commit.committed_at.isoformat(),
            "author": {"name": person.name, "email": person.email} if person else None,
            "agency": byline.agency,
            "pull_request": origin.revision.pull_request,
        }

    def _row(self, origin: Origin) -> list[str]:
        key, value = printable(origin.key), _shortened(origin.value)
        revision = origin.revision
        if revision is None:
            return ["", "", "", "", key, value]
        byline = self._byline(origin)
        who = byline.person.name if byline.person else self._agencies.get(byline.agency or "", "")
        return [
            self._day(revision).isoformat(),
            printable(who or catalogue(self._invocation.language).text("blame.not_known")),
            revision.commit.id[:_SHORT],
            f"#{revision.pull_request}" if revision.pull_request else "",
            key,
            value,
        ]

    def _byline(self, origin: Origin) -> Byline:
        if origin.revision is None or origin.commit is None:
            return Byline(None, None)
        return self._attribution.of(origin.commit.author, self._day(origin.revision))

    def _day(self, revision: Revision) -> date:
        return revision.commit.committed_at.astimezone(self._zone).date()

    def _names(self) -> Mapping[str, str]:
        """Id to name of each agency that the edition shows."""
        write = writer(self._invocation.language)
        return {
            each.id: write.words(each.data["name"], self._invocation.languages)[0]
            for each in self._invocation.shown
            if each.entity == "agencies"
        }

    def _seen(self) -> Callable[[Revision, Document], Mapping[str, Any] | None]:
        """What the edition shows of a record as of a revision."""
        if self._invocation.edition == "internal":
            return lambda _, document: document.data
        surroundings = Surroundings(self._invocation.repository)
        today = self._invocation.today.sound

        def seen(revision: Revision, document: Document) -> Mapping[str, Any] | None:
            then = surroundings.of(document, revision.commit.id)
            try:
                shown = admit_past(then, today, self._invocation.edition, self._day(revision))
            except PortalError:
                return None  # its settings could not be read, so nobody can tell
            wanted = (document.entity, document.id)
            return next(
                (each.data for each in shown.documents if (each.entity, each.id) == wanted), None
            )

        return seen


def _shortened(value: object) -> str:
    text = printable(str(value).lower() if isinstance(value, bool) else value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
