"""What every format shows of events: sentences, names, days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from itertools import groupby
from pkgutil import iter_modules
from zoneinfo import ZoneInfo

from generator.changes import Change, Event, Wording
from generator.model.registry import Registry
from generator.reporting.printable import printable
from generator.text import Catalogue, Writer, catalogue, writer

_PACKAGE = __name__.rpartition(".")[0]


@dataclass(frozen=True)
class Telling:
    """Events that are told together, oldest first, with the registry that names things."""

    events: Sequence[Event]
    registry: Registry
    language: str

    @cached_property
    def wording(self) -> Wording:
        """Words changes."""
        return Wording(self.registry, self.language)

    @cached_property
    def texts(self) -> Catalogue:
        """The interface's texts."""
        return catalogue(self.language)

    @cached_property
    def writer(self) -> Writer:
        """Writes days."""
        return writer(self.language)

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.registry.settings.time_zone)

    def day(self, event: Event) -> str:
        """The day of an event where the registry is, `2025-10-01`."""
        return event.at.astimezone(self._zone).date().isoformat()

    def title(self, event: Event) -> str:
        """What the record is called."""
        return printable(self.wording.title(event.entity, event.id))

    def sentence(self, change: Change) -> str:
        """What happened."""
        return printable(self.wording.sentence(change))

    def origin(self, event: Event) -> str:
        """By whom, through which pull request, approved by whom; empty where nothing is known."""
        parts = []
        if who := self._who(event.office, event.person):
            parts.append(self.texts.text("event.by", who=who))
        if event.pull:
            parts.append(self.texts.text("event.pull", number=printable(event.pull)))
        for approval in event.approvals:
            key = "event.approved" if approval.counts else "event.claimed"
            who = self._who(approval.office, approval.person)
            parts.append(self.texts.text(key, who=who or self.texts.text("event.somebody")))
        if event.commit:
            parts.append(event.commit[:10])
        return ", ".join(parts)

    def by_day(self) -> Iterator[tuple[str, list[Event]]]:
        """The events of each day."""
        for day, events in groupby(self.events, key=self.day):
            yield day, list(events)

    def _who(self, office: str, person: str) -> str:
        name = self.wording.title("agencies", office) if office else ""
        if person and name:
            return printable(self.texts.text("event.person_of", person=person, office=name))
        return printable(person or name)


def names() -> tuple[str, ...]:
    """The formats that there are."""
    package = import_module(_PACKAGE)
    return tuple(
        module.name for module in iter_modules(package.__path__) if module.name != "telling"
    )


def render(name: str, telling: Telling) -> str:
    """Events in a format, with a line break at the end."""
    made: Callable[[Telling], str] = import_module(f"{_PACKAGE}.{name}").render
    return made(telling)
