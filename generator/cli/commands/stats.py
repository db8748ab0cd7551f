"""`portal stats`: what is new in a period, and how everything stands on the day."""

import json
from collections.abc import Iterator, Mapping

import click

from generator.cli.invocation import Invocation, pass_invocation
from generator.cli.table import aligned
from generator.errors import PortalError, Severity
from generator.metrics.contract import Figure
from generator.metrics.scope import NOT_KNOWN
from generator.metrics.snapshot import Snapshot
from generator.metrics.summary import Summary, summaries, summary
from generator.model.dates import Period
from generator.model.registry import Registry, structure
from generator.reporting import printable
from generator.text import Catalogue, Writer, catalogue, collation_key, writer

_VOCABULARIES = {"field": "fields", "kind": "instrument-kinds"}
LOOKS_BACK = True

_LATE = ("overdue", "stale", "not_reported")


@click.command()
@click.option(
    "--period",
    "wanted",
    required=True,
    metavar="P",
    help="2025, 2025-Q3, 2025-01 or 2025-01..2025-09.",
)
@click.option(
    "--by", type=click.Choice(["field", "agency", "partner", "kind"]), help="Also for each of them."
)
@click.option(
    "--agency-as",
    type=click.Choice(["then", "now"]),
    default="then",
    show_default=True,
    help="An agency's commitments: those it signed then, or those it is responsible for now.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@pass_invocation
def command(invocation: Invocation, wanted: str, by: str | None, agency_as: str, form: str) -> None:
    """Count what is new in a period and how active commitments stand."""
    period = _period(wanted)
    snapshot = _snapshot(invocation)
    total = summary(snapshot, tuple(snapshot.standings.values()), period)
    dimension = f"agency_{agency_as}" if by == "agency" else by
    groups = summaries(snapshot, dimension, period) if dimension else None
    if form == "json":
        found = document(total, groups, period, snapshot)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        lines = Report(snapshot, period, invocation.language).lines(total, by, groups)
        click.echo("\n".join(lines))


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise PortalError("period_unknown", period=text) from None


def _snapshot(invocation: Invocation) -> Snapshot:
    """What the edition shows of the registry, on the day.

    Records that are only wrong, such as one dated after the day, are counted by what they say.

    Raises:
        PortalError: files that cannot be read as records would be missing from every figure.
    """
    report = invocation.report
    if not report.is_whole:
        raise PortalError("registry_unsound", errors=report.count(Severity.ERROR))
    records = ((each.entity, structure(each.entity, each.data)) for each in invocation.shown)
    return Snapshot(Registry.of(records), invocation.as_of)


def document(
    total: Summary, groups: Mapping[str, Summary] | None, period: Period, snapshot: Snapshot
) -> dict[str, object]:
    """The statistics as plain data, for JSON."""
    found = {
        "period": str(period),
        "as_of": snapshot.as_of.isoformat(),
        **_figures(total),
    }
    if groups is not None:
        found["groups"] = {code: _figures(group) for code, group in groups.items()}
    return found


def _figures(found: Summary) -> dict[str, object]:
    new = {basis: figure.value for basis, figure in found.new_by_basis.items()}
    return {
        "new": {**new, "total": found.new.value},
        "growth_ratio": found.growth_ratio.value,
        "delivery": {status: figure.value for status, figure in found.delivery.items()},
        **{name: getattr(found, name).value for name in _LATE},
        "left_out": list(found.new.left_out),
    }


class Report:
    """The statistics as text in one language: calm, aligned, to be read and pasted."""

    def __init__(self, snapshot: Snapshot, period: Period, language: str) -> None:
        self._registry = snapshot.registry
        self._period = period
        self._as_of = snapshot.as_of
        self._texts: Catalogue = catalogue(language)
        self._writer: Writer = writer(language)

    def lines(
        self, total: Summary, by: str | None, groups: Mapping[str, Summary] | None
    ) -> Iterator[str]:
        """All lines, the overall figures first."""
        text, write = self._texts.text, self._writer
        yield text("stats.title", period=write.period(self._period), as_of=write.day(self._as_of))
        rows = list(self._rows(total))
        width = max(len(label) for label, _ in rows if label)
        for label, value in rows:
            yield f"{label:<{width}}  {value:>8}" if value else label
        if total.new.left_out:
            yield ""
            yield self._texts.count("stats.left_out", len(total.new.left_out))
            yield from (f"  {identifier}" for identifier in total.new.left_out)
        if by and groups is not None:
            yield ""
            yield from aligned(self._table(by, groups))

    def _rows(self, found: Summary) -> Iterator[tuple[str, str]]:
        text = self._texts.text
        yield "", ""
        yield text("stats.in_period"), ""
        yield self._row("metric.new_commitments.title", found.new)
        for basis, figure in found.new_by_basis.items():
            yield f"    {text(f'stats.{basis}')}", self._value(figure)
        yield f"  {text('metric.growth_ratio.title')}", self._value(found.growth_ratio)
        yield "", ""
        yield text("stats.on_day"), ""
        for status, figure in found.delivery.items():
            if figure.value:
                yield self._row(f"status.{status}", figure)
        for name in ("overdue", "stale"):
            yield self._row(f"metric.{name}.title", getattr(found, name))

    def _row(self, key: str, figure: Figure) -> tuple[str, str]:
        return f"  {self._texts.text(key)}", self._value(figure)

    def _value(self, figure: Figure) -> str:
        return "–" if figure.value is None else self._writer.number(round(figure.value, 2))

    def _table(self, by: str, groups: Mapping[str, Summary]) -> Iterator[list[str]]:
        text = self._texts.text
        yield [
            text(f"stats.by_{by}"),
            *(text(f"stats.{name}") for name in ("new", "growth", "active", *_LATE)),
        ]
        named = [(self._name(by, code), group) for code, group in groups.items()]
        language = self._writer.language
        for name, group in sorted(named, key=lambda pair: collation_key(pair[0], language)):
            active = sum(figure.value or 0 for figure in group.delivery.values())
            late = [getattr(group, late) for late in _LATE]
            yield [
                name,
                self._value(group.new),
                self._value(group.growth_ratio),
                self._writer.number(active),
                *(self._value(figure) for figure in late),
            ]

    def _name(self, by: str, code: str) -> str:
        """What people call a group."""
        if code == NOT_KNOWN:
            return self._texts.text("stats.not_known")
        registry = self._registry
        if by in _VOCABULARIES:
            known = registry.codes.get(_VOCABULARIES[by], {}).get(code)
            words = known.label if known else None
        else:
            records = registry.agencies if by == "agency" else registry.partners
            record = records.get(code)
            words = record.name if record else None
        if words is None:
            return printable(code)
        return printable(self._writer.words(words, registry.settings.languages)[0])
