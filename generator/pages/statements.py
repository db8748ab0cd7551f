"""Published figures beside the registry's own: both stand, and the difference is explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import addresses
from generator.metrics import definitions
from generator.metrics.contract import Figure, Unit
from generator.metrics.new import GROWTH, NEW
from generator.metrics.statements import Beside
from generator.model.dates import Period
from generator.model.entities import Source, Statement, Text
from generator.pages.book import Book
from generator.pages.page import Page
from generator.pages.published import amount, known, title


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, the registry's own figure, and in words how the two compare."""

    statement: Statement
    title: str
    published: str
    own: str
    """Empty where the registry has no such figure."""
    list_of: str
    """Where the records of its figure are listed, or are among others; empty without any."""
    exact: bool
    """That list holds no others."""
    remarks: tuple[str, ...]
    cites: tuple[str, ...]


def pages(book: Book) -> Iterator[Page]:
    """The page of published statements."""
    found = _in_order(book)
    own = {entry.own.metric for entry in found if entry.own}
    metrics = [metric for metric in definitions() if metric in own]
    sources = _sources(found)
    sections = [
        (anchor(metric.name), book.t(metric.title), _rows(book, found, metric.name))
        for metric in metrics
    ]
    others = tuple(_row(book, entry) for entry in found if entry.own is None)
    yield book.page(
        "statements",
        addresses.STATEMENTS,
        title=book.t("statements.title"),
        description=book.t("statements.description"),
        contents=[
            *((at, name) for at, name, _ in sections),
            *([("others", book.t("statements.others"))] if others else []),
            *([("sources", book.t("commitment.sources"))] if sources else []),
        ],
        sections=[(at, name, rows, _scope(rows)) for at, name, rows in sections],
        others=others,
        sources=[replace(source, id=number) for source, number in sources.values()],
        citations={number: number for _, number in sources.values()},
    )


def headline(book: Book) -> Row | None:
    """The published number of new commitments of the longest period; the latest of several."""
    counts = [entry for entry in _in_order(book) if _metric(entry) == NEW.name]
    longest = max(
        counts, key=lambda entry: (_days(entry.statement.period), _stated(entry)), default=None
    )
    return _row(book, longest) if longest else None


def _in_order(book: Book) -> tuple[Beside, ...]:
    """All statements; those about one period stand together, in the order they were made."""
    return tuple(
        sorted(
            known(book.snapshot),
            key=lambda item: (_metric(item), item.statement.period, _stated(item)),
        )
    )


def anchor(name: str) -> str:
    """The anchor of a metric's section, here and on the methodology page."""
    return name.replace("_", "-")


def _scope(rows: Sequence[Row]) -> Text | None:
    """What several of the statements count, if they say it in the same words."""
    told = [row.statement.scope for row in rows if row.statement.scope]
    most = max(told, key=told.count, default=None)
    return most if most and told.count(most) > 1 else None


def _metric(entry: Beside) -> str:
    return entry.statement.metric


def _days(period: Period) -> int:
    return (period.last - period.first).days


def _stated(entry: Beside) -> str:
    on = entry.statement.stated_on
    return on.last.isoformat() if on else ""


def _place(source: Source) -> tuple[str | None, str | None]:
    return source.url, source.document


def _sources(
    found: Sequence[Beside],
) -> Mapping[tuple[str | None, str | None], tuple[Source, str]]:
    """The sources of all statements, each place once, with its number on the page."""
    kept = {_place(source): source for entry in found for source in entry.statement.sources}
    return {
        place: (source, str(number)) for number, (place, source) in enumerate(kept.items(), start=1)
    }


def _rows(book: Book, found: Sequence[Beside], metric: str) -> tuple[Row, ...]:
    return tuple(_row(book, entry) for entry in found if _metric(entry) == metric)


def _row(book: Book, entry: Beside) -> Row:
    statement, own = entry.statement, entry.own
    found = _in_order(book)
    sources = _sources(found)
    counted = own is not None and own.records and own.metric.unit == Unit.RECORDS
    address, exact = _list_of(statement.period) if counted else ("", False)
    return Row(
        statement,
        title(book, statement),
        _published(book, statement),
        amount(book, round(own.value, 1), own.metric.unit) if own and own.value is not None else "",
        address,
        exact,
        (*_comparison(book, entry), *_contradictions(book, entry, found)),
        tuple(sources[_place(source)][1] for source in statement.sources),
    )


def _published(book: Book, statement: Statement) -> str:
    """The published value; all of them where sources differ on what was said."""
    disputed = [entry.values for entry in statement.disputed if entry.key == "value"]
    values = [value.value for value in disputed[0]] if disputed else [statement.value]
    written = "; ".join(amount(book, value, statement.unit) for value in dict.fromkeys(values))
    if statement.qualifier:
        written = f"{book.t(f'qualifier.{statement.qualifier}')} {written}"
    return f"{written} ({book.t('mark.disputed')})" if disputed else written


def _list_of(period: Period) -> tuple[str, bool]:
    """A list that holds every commitment that is new in a period, and whether it holds no other."""
    year = Period.parse(str(period.first.year))
    quarter = Period.quarter_of(period.first)
    for listed in (quarter, year):
        if listed == period:
            return addresses.commitments_new_in(listed.text), True
    if period.last <= year.last:
        return addresses.commitments_new_in(year.text), False
    return addresses.COMMITMENTS, False


def _comparison(book: Book, entry: Beside) -> Iterator[str]:
    """How the registry's own figure compares, and what it leaves out."""
    statement, own = entry.statement, entry.own
    if own is None:
        return
    if own.value is None:
        yield book.t("statements.no_base")
    elif _agrees(statement, own):
        yield book.t("statements.agrees")
    elif own.metric.unit == Unit.RECORDS and statement.qualifier is None:
        gap = round(own.value - statement.value)
        key = "statements.more" if gap > 0 else "statements.fewer"
        yield book.n(key, abs(gap))
    else:
        more = own.value > statement.value
        yield book.t("statements.above" if more else "statements.below")
    if own.metric.unit == Unit.RATIO:
        yield book.t(
            "statements.ratio_of",
            now=book.writer.number(len(own.records)),
            before=book.writer.number(len(own.of)),
        )
    if own.left_out:
        yield book.n("statements.left_out", len(own.left_out))
    if statement.period.last > book.snapshot.as_of:
        yield book.t("statements.running")


def _agrees(statement: Statement, own: Figure) -> bool:
    """Whether the registry's figure is what was said, as closely as it was said."""
    here = round(own.value or 0, 1)
    match statement.qualifier:
        case "more_than":
            return here > statement.value
        case "at_least":
            return here >= statement.value
        case "up_to":
            return here <= statement.value
    return here == round(statement.value, 1)


def _contradictions(book: Book, entry: Beside, found: Sequence[Beside]) -> Iterator[str]:
    """What other statements say about the same, and what they imply for a growth."""
    said = entry.statement
    for other in (one.statement for one in found):
        same = (other.metric, other.period, other.compared_with) == (
            said.metric,
            said.period,
            said.compared_with,
        )
        if same and (other.value, other.qualifier) != (said.value, said.qualifier):
            yield book.t("statements.contradicted", value=_published(book, other))
    if _metric(entry) == GROWTH.name:
        yield from _implied(book, said, found)


def _implied(book: Book, said: Statement, found: Sequence[Beside]) -> Iterator[str]:
    """What the published counts of the two periods of a growth would make of it."""
    before = said.compared_with or said.period.year_before()
    counts = [one.statement for one in found if _metric(one) == NEW.name]
    now = [one for one in counts if one.period == said.period]
    then = [one for one in counts if one.period == before]
    if now and then and then[-1].value:
        yield book.t(
            "statements.implied",
            now=_published(book, now[-1]),
            before=_published(book, then[-1]),
            ratio=book.writer.number(round(now[-1].value / then[-1].value, 1)),
        )
