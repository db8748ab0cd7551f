"""Fields of cooperation, and each field's page."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.snapshot import Standing
from generator.pages.book import Book, newest_first
from generator.pages.figures import delivery_figures
from generator.pages.page import Page


def pages(book: Book) -> Iterator[Page]:
    """The list of fields and one page for each."""
    by_field: dict[str, list[Standing]] = {
        code: [] for code in book.registry.codes.get("fields", {})
    }
    beside: dict[str, list[Standing]] = {code: [] for code in by_field}
    for standing in book.snapshot.standings.values():
        by_field.setdefault(standing.commitment.field, []).append(standing)
        for other in standing.commitment.other_fields:
            beside.setdefault(other, []).append(standing)
    yield book.page(
        "fields",
        addresses.FIELDS,
        title=book.t("fields.title"),
        description=book.t("fields.description"),
        fields=by_field,
        most=max((len(items) for items in by_field.values()), default=0),
    )
    for code, items in by_field.items():
        entry = book.registry.codes.get("fields", {}).get(code)
        yield book.page(
            "field",
            addresses.field(code),
            title=book.label("fields", code),
            description=book.n("field.description", len(items), field=book.label("fields", code)),
            entry=entry,
            items=newest_first(items),
            beside=newest_first(beside.get(code, [])),
            delivery=delivery_figures(book, items),
        )
