"""`portal log`: what happened to the records, in sentences."""

from datetime import date
from zoneinfo import ZoneInfo

import click

from generator.changes import Event, chronicle
from generator.cli.invocation import Invocation, pass_invocation
from generator.errors import PortalError
from generator.history import Repository, open_repository
from generator.metrics.snapshot import Snapshot
from generator.model.dates import Period
from generator.model.registry import ENTITIES, Registry, structure
from generator.reporting.events import Telling, names, render


@click.command()
@click.argument("name", required=False, metavar="[ID]")
@click.option("--since", metavar="WHEN", help="A day, a period, or what follows a commit or tag.")
@click.option("--until", metavar="WHEN", help="A day, a period, a commit or a tag.")
@click.option("--allow-shallow", is_flag=True, help="Take a clone without its first commits.")
@click.option("--format", "form", type=click.Choice(names()), default="text", show_default=True)
@pass_invocation
def command(
    invocation: Invocation,
    name: str | None,
    since: str | None,
    until: str | None,
    allow_shallow: bool,
    form: str,
) -> None:
    """Tell what happened to a record, to the commitments of an agency, or to all."""
    repository = open_repository(
        invocation.folder, allow_shallow=allow_shallow, cache=invocation.cache
    )
    if repository is None:
        raise PortalError("history_absent", folder=invocation.folder)
    shown = ((each.entity, structure(each.entity, each.data)) for each in invocation.shown)
    registry = Registry.of(shown)
    begin, end = _Limit(repository, since), _Limit(repository, until)
    found = chronicle(
        repository,
        invocation.report.sound,
        invocation.edition,
        invocation.as_of,
        until=end.commit or "HEAD",
        since=begin.commit,
    )
    wanted = _wanted(registry, name, invocation.as_of)
    zone = ZoneInfo(registry.settings.time_zone)
    events = [
        event
        for event in found.events
        if (wanted is None or (event.entity, event.id) in wanted)
        and _between(event, zone, begin.first, end.last)
    ]
    click.echo(render(form, Telling(events, registry, invocation.language)), nl=False)


class _Limit:
    """Where a history begins or ends: days, or a commit."""

    def __init__(self, repository: Repository, text: str | None) -> None:
        self.first, self.last, self.commit = date.min, date.max, ""
        if text is None:
            return
        try:
            period = Period.parse(text)
            self.first, self.last = period.first, period.last
        except ValueError:
            try:
                self.first = self.last = date.fromisoformat(text)
            except ValueError:
                self.commit = repository.resolve(text)


def _between(event: Event, zone: ZoneInfo, first: date, last: date) -> bool:
    return first <= event.at.astimezone(zone).date() <= last


def _wanted(registry: Registry, name: str | None, as_of: date) -> set[tuple[str, str]] | None:
    """The records that a name stands for: its own, and for an agency its commitments.

    Raises:
        PortalError: there is no such record.
    """
    if name is None:
        return None
    entity, slash, identifier = name.rpartition("/")
    known = [entity] if slash else [each for each in ENTITIES if each != "registry"]
    found = {
        (each, identifier)
        for each in known
        if each in ENTITIES and identifier in getattr(registry, each, {})
    }
    if not found:
        raise PortalError("record_unknown", id=name)
    if ("agencies", identifier) in found:
        standings = Snapshot(registry, as_of).standings.values()
        found |= {
            ("commitments", standing.id)
            for standing in standings
            if identifier in standing.responsible.agencies
            or identifier == standing.commitment.lead_agency
        }
    return found
