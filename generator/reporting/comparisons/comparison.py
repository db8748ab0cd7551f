"""What every format shows of two states: records, then the figures and pages that they move."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from itertools import groupby
from pkgutil import iter_modules

from generator.changes import Change, Wording
from generator.metrics.contract import Figure, Unit
from generator.metrics.movement import Move, Shift
from generator.metrics.scope import NOT_KNOWN, Scope
from generator.model.dates import Date, Period
from generator.model.registry import Registry
from generator.reporting.printable import printable
from generator.text import Catalogue, Writer, catalogue, writer

_PACKAGE = __name__.rpartition(".")[0]
_NO_VALUE = "–"

ENTITY_OF = {"agency_now": "agencies", "partner": "partners"}


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What differs in one record; `path` is that of its file, empty if it is gone."""

    entity: str
    id: str
    path: str
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that differs: `what` is `added`, `removed` or `changed`."""

    address: str
    what: str
    languages: Sequence[str]


@dataclass(frozen=True)
class Comparison:
    """Two states of a registry and what differs between them; `registry` names things of both.

    `before` and `after` say in words what was compared, both as of one day.  `moves` and `pages`
    are `None` where errors in one of the states keep figures or pages from being compared.
    """

    before: str
    after: str
    as_of: date
    records: Sequence[RecordChanges]
    moves: Sequence[Move] | None
    shifts: Sequence[Shift]
    pages: Sequence[PageChange] | None
    registry: Registry
    language: str

    @cached_property
    def texts(self) -> Catalogue:
        """The interface's texts."""
        return catalogue(self.language)

    @cached_property
    def wording(self) -> Wording:
        """Words changes."""
        return Wording(self.registry, self.language)

    @cached_property
    def _writer(self) -> Writer:
        return writer(self.language)

    def heading(self) -> str:
        """What was compared."""
        day = self._writer.day(self.as_of)
        states = {"before": printable(self.before), "after": printable(self.after)}
        return self.texts.text("diff.states", **states, day=day)

    def sections(self) -> Iterator[tuple[str, list[str]]]:
        """Title and lines of each part below the records that has any."""
        parts = (
            (self.texts.text("projects.title"), [self._shift(each) for each in self.shifts]),
            (self.texts.text("diff.figures"), list(self._figures())),
            (
                self.texts.count("diff.pages", len(self.pages or ())),
                [self._page(each) for each in self.pages or ()],
            ),
        )
        yield from ((title, lines) for title, lines in parts if lines)

    def notes(self) -> Iterator[str]:
        """What a reader must know besides."""
        if not (self.records or self.moves or self.shifts or self.pages):
            yield self.texts.text("diff.none")
        if self.moves is None:
            yield self.texts.text("diff.no_figures")
        if self.pages is None:
            yield self.texts.text("diff.no_pages")

    def title(self, record: RecordChanges) -> str:
        """What a record is called."""
        return printable(self.wording.title(record.entity, record.id))

    def sentence(self, change: Change) -> str:
        """What differs."""
        return printable(self.wording.sentence(change))

    def scope(self, scope: Scope) -> str:
        """What the commitments of a scope are."""
        if scope.by == "all":
            return self.texts.text("diff.all")
        if scope.code == NOT_KNOWN:
            return self.texts.text("stats.not_known")
        if entity := ENTITY_OF.get(scope.by):
            return printable(self.wording.title(entity, scope.code))
        code = self.registry.codes.get("fields", {}).get(scope.code)
        languages = self.registry.settings.languages
        return printable(self._writer.words(code.label, languages)[0] if code else scope.code)

    def _figures(self) -> Iterator[str]:
        """A line for each scope, with all that moved in it."""
        for scope, found in groupby(self.moves or (), key=lambda move: move.scope):
            figures = "; ".join(map(self._move, found))
            yield self.texts.text("diff.of_scope", scope=self.scope(scope), figures=figures)

    def _move(self, move: Move) -> str:
        key = "diff.exchanged" if move.before.value == move.after.value else "diff.figure"
        return self.texts.text(
            key,
            figure=self._figure(move),
            before=self._value(move.before),
            after=self._value(move.after),
        )

    def _figure(self, move: Move) -> str:
        metric = move.after.metric
        if metric.name == "delivery":
            return self.texts.text(f"status.{move.code}")
        title = self.texts.text(metric.title)
        if not move.code:
            return title
        period = self._writer.period(Period.parse(move.code))
        return self.texts.text("diff.of_period", figure=title, period=period)

    def _value(self, figure: Figure) -> str:
        if figure.value is None:
            return _NO_VALUE
        if figure.metric.unit is Unit.SHARE:
            return self._writer.percent(round(figure.value, 3))
        return self._writer.number(round(figure.value, 2))

    def _shift(self, shift: Shift) -> str:
        languages = self.registry.settings.languages
        return self.texts.text(
            "diff.shift",
            project=printable(self.wording.title("commitments", shift.commitment)),
            milestone=printable(self._writer.words(shift.milestone.title, languages)[0]),
            before=self._date(shift.before),
            after=self._date(shift.after),
        )

    def _date(self, day: Date | None) -> str:
        return self._writer.date(day) if day else self.texts.text("diff.no_date")

    def _page(self, page: PageChange) -> str:
        languages = ", ".join(page.languages)
        key = f"diff.page_{page.what}"
        return self.texts.text(key, address=f"/{printable(page.address)}", languages=languages)


def names() -> tuple[str, ...]:
    """The formats that there are."""
    package = import_module(_PACKAGE)
    return tuple(
        module.name for module in iter_modules(package.__path__) if module.name != "comparison"
    )


def render(name: str, comparison: Comparison) -> str:
    """A comparison in a format, with a line break at the end."""
    made: Callable[[Comparison], str] = import_module(f"{_PACKAGE}.{name}").render
    return made(comparison)
