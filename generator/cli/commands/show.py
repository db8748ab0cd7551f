"""`portal show`: one record as it was known at a commit, and how it stood on a day.

`--at` chooses what was known (transaction time), `--as-of` the day that is asked about (valid
time); each without the other, and both together.
"""

import json
from collections.abc import Iterator
from typing import Any

import click
import yaml

from generator.cli.invocation import Invocation, pass_invocation
from generator.cli.records import named
from generator.errors import PortalError
from generator.load import Document
from generator.metrics.snapshot import Snapshot, Standing
from generator.model.registry import Registry, structure
from generator.reporting import printable, records, standings
from generator.schema import schemas
from generator.text import catalogue, writer

LOOKS_BACK = True


@click.command()
@click.argument("name", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
)
@pass_invocation
def command(invocation: Invocation, name: str, form: str) -> None:
    """Print the record ID (or ENTITY/ID) and how it stands on the day."""
    documents = invocation.shown
    found = named(documents, name)
    snapshot = _snapshot(documents, invocation)
    standing = snapshot.standings.get(found.id) if found.entity == "commitments" else None
    if form == "text":
        click.echo("\n".join(_lines(invocation, found, standing, snapshot)))
        return
    told = {
        "entity": found.entity,
        "id": found.id,
        "path": found.path,
        "at": invocation.at,
        "as_of": invocation.as_of.isoformat(),
        "edition": invocation.edition,
        "standing": standings.document(standing) if standing else None,
        "record": found.data,
    }
    click.echo(_written(told, form), nl=False)


def _snapshot(documents: tuple[Document, ...], invocation: Invocation) -> Snapshot:
    try:
        registry = Registry.of(
            (each.entity, structure(each.entity, each.data)) for each in documents
        )
    except LookupError:
        raise PortalError("settings_withheld") from None
    return Snapshot(registry, invocation.as_of)


def _written(told: dict[str, Any], form: str) -> str:
    if form == "json":
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def _lines(
    invocation: Invocation, found: Document, standing: Standing | None, snapshot: Snapshot
) -> Iterator[str]:
    language = invocation.language
    texts = catalogue(language)
    yield printable(f"{found.entity}/{found.id}")
    day = writer(language).day(invocation.as_of)
    if invocation.at:
        yield texts.text("show.known_at", commit=invocation.at[:12], day=day)
    else:
        yield texts.text("show.now", day=day)
    if standing:
        yield ""
        yield from standings.lines(standing, snapshot, language)
    yield ""
    shape = schemas().shape(found.entity)
    languages = snapshot.registry.settings.languages
    yield from records.lines(found.data, shape, language, languages)
