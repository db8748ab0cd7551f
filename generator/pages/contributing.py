"""How an officer proposes, updates and corrects a record, by this registry's settings."""

from collections.abc import Iterator

from generator import addresses
from generator.pages.book import Book
from generator.pages.page import Page

SECTIONS = (
    "update",
    "parts",
    "new",
    "correct",
    "source",
    "unknown",
    "files",
    "commands",
    "approval",
)
PARTS = (
    ("lead", ("lead_agency", "supporting_agencies", "transfers")),
    ("partners", ("partners",)),
    ("content", ("title", "content", "amounts")),
    ("progress", ("updates", "milestones")),
    ("time", ("implementation", "assignment")),
    ("difficulties", ("difficulties",)),
    ("recommendations", ("recommendations",)),
)
"""The parts of the report that is owed on each commitment, and the keys that hold them."""

CORRECTIONS = (
    ("progress", ("updates", "corrects")),
    ("fact", ("sources",)),
    ("twice", ("moved_to",)),
    ("ended", ("ended_on", "ending")),
    ("moved", ("transfers", "succession")),
)
UNKNOWN = (
    ("absent", ()),
    ("inferred", ("inferred",)),
    ("disputed", ("disputed",)),
    ("withheld", ("withheld", "visibility")),
)
FILES = (
    ("commitments", "commitments/<agency>/<id>.yml"),
    ("agencies", "agencies/<id>.yml"),
    ("partners", "partners/<id>.yml"),
    ("activities", "activities/<id>.yml"),
    ("reviews", "reviews/<id>.yml"),
    ("programmes", "programmes/<id>.yml"),
    ("statements", "statements/<id>.yml"),
    ("vocabularies", "vocabularies/<name>.yml"),
    ("texts", "texts/<name>.yml"),
    ("registry", "registry.yml"),
)
COMMANDS = (
    ("check", "make check"),
    ("fmt", "make fmt"),
    ("serve", "make serve"),
    ("new", ".venv/bin/portal new commitment"),
)


def pages(book: Book) -> Iterator[Page]:
    """The page for officers."""
    settings = book.registry.settings
    yield book.page(
        "contributing",
        addresses.CONTRIBUTING,
        title=book.t("contributing.title"),
        description=book.t("contributing.description"),
        contents=[(name, book.t(f"contributing.{name}")) for name in SECTIONS],
        settings=settings,
        parts=PARTS,
        corrections=CORRECTIONS,
        unknown=UNKNOWN,
        files=FILES,
        commands=COMMANDS,
        contact="contact" in book.registry.texts,
    )
