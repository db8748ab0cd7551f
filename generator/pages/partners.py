"""Partners by the highest framework that holds today, and each partner's page."""

from collections.abc import Iterator

from generator import addresses
from generator.metrics.snapshot import Standing
from generator.model.entities import Framework, Partner
from generator.pages.book import Book, newest_first
from generator.pages.figures import delivery_figures, partners_chart
from generator.pages.listing import listing, long_list
from generator.pages.page import Page
from generator.pages.past import activity_of_partner


def pages(book: Book) -> Iterator[Page]:
    """The list of partners and one page for each."""
    groups: dict[str, list[Partner]] = {}
    for identifier in book.by_name("partners"):
        partner = book.registry.partners[identifier]
        level = current_framework(partner, book)
        groups.setdefault(level.level if level else "", []).append(partner)
    levels = [*book.registry.codes.get("framework-levels", {}), ""]
    ordered = [(level, groups[level]) for level in levels if level in groups]
    yield book.page(
        "partners",
        addresses.PARTNERS,
        title=book.t("partners.title"),
        description=book.t("partners.description"),
        contents=[
            (f"level-{level or 'none'}".replace("_", "-"), _level(book, level))
            for level, _ in ordered
        ],
        groups=[(level, _level(book, level), items) for level, items in ordered],
        of_partner=book.snapshot.of_partner,
        chart=partners_chart(book),
    )
    for partner in book.registry.partners.values():
        yield from _pages(book, partner)


def current_framework(partner: Partner, book: Book) -> Framework | None:
    """The general framework that holds on the day: the last that has begun and not ended."""
    as_of = book.snapshot.as_of
    held: Framework | None = None
    for framework in partner.frameworks:
        begun = framework.from_on is None or framework.from_on.has_come(as_of)
        if begun and not framework.fields:
            over = framework.to_on is not None and framework.to_on.last < as_of
            held = None if over else framework
    return held


def _level(book: Book, level: str) -> str:
    return book.label("framework-levels", level) if level else book.t("partners.no_framework")


def _pages(book: Book, partner: Partner) -> Iterator[Page]:
    items = book.snapshot.of_partner.get(partner.id, [])
    by_field: dict[str, list[Standing]] = {}
    for standing in newest_first(items):
        by_field.setdefault(standing.commitment.field, []).append(standing)
    fields = [code for code in book.registry.codes.get("fields", {}) if code in by_field]
    name = book.plain(partner.name)
    past = activity_of_partner(book, partner.id)
    yield book.page(
        "partner",
        addresses.partner(partner.id),
        title=name,
        description=book.n("partner.description", len(items), partner=name),
        contents=[
            *([("frameworks", book.t("partner.frameworks"))] if partner.frameworks else []),
            *([("commitments", book.t("commitments.title"))] if items else []),
            *([past.contents] if past else []),
            *([("sources", book.t("commitment.sources"))] if partner.sources else []),
        ],
        partner_record=partner,
        past=past,
        current=current_framework(partner, book),
        items=items,
        delivery=delivery_figures(book, items, f"{addresses.partner(partner.id)}#commitments"),
        fields=[
            (field, listing(by_field[field], addresses.partner_list(partner.id, field)))
            for field in fields
        ],
        citations={source.id: number for number, source in enumerate(partner.sources, start=1)},
    )
    for field in fields:
        place = addresses.partner_list(partner.id, field)
        yield from long_list(book, by_field[field], place, name, book.label("fields", field))
