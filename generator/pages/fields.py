"""Fields of cooperation, and each field's page."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.snapshot import Standing
from generator.pages.book import Book, newest_first
from generator.pages.figures import delivery_figures, fields_chart, new_by_field_chart
from generator.pages.listing import listing, long_list
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
        chart=fields_chart(book),
        new_chart=new_by_field_chart(book),
    )
    for code, items in by_field.items():
        yield from _field(book, code, items, beside.get(code, []))


def _field(book: Book, code: str, items: list[Standing], beside: list[Standing]) -> Iterator[Page]:
    title = book.label("fields", code)
    lists = {"all": newest_first(items), "beside": newest_first(beside)}
    yield book.page(
        "field",
        addresses.field(code),
        title=title,
        description=book.n("field.description", len(items), field=title),
        code=code,
        entry=book.registry.codes.get("fields", {}).get(code),
        items=listing(lists["all"], addresses.field_list(code, "all")),
        beside=listing(lists["beside"], addresses.field_list(code, "beside")),
        delivery=delivery_figures(book, items, f"{addresses.field(code)}#commitments"),
    )
    for name, means in (("all", "commitments.lede"), ("beside", "field.beside")):
        place = addresses.field_list(code, name)
        yield from long_list(book, lists[name], place, title, book.t(means))
