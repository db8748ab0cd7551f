"""The few pages that are written by hand, in `site_templates/pages/`: `guide.en.md`.

They are trusted text of this project, so MkDocs renders them itself.  The suffix is their
language; those in a language that the registry does not have are left out.
"""

from html import unescape
from pathlib import PurePosixPath

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from generator.pages.page import Page, ready


def address_of(source: str) -> tuple[str, str]:
    """The address and the language of a hand-written page: `guide.en.md` is `guide/`."""
    path = PurePosixPath(source)
    stem = PurePosixPath(path.stem)
    return f"{path.with_name(stem.stem).as_posix()}/", stem.suffix.lstrip(".")


def as_page(written: MkDocsPage, address: str, language: str) -> Page:
    """A page that MkDocs rendered, as the theme knows all others."""
    entries = list(written.toc)
    return Page(
        address=address,
        language=language,
        kind="handwritten",
        title=unescape(entries[0].title) if entries else address,
        description=str(written.meta.get("description", "")),
        render=ready(written.content or ""),
        contents=tuple(_sections(entries)),
    )


def _sections(entries: list[AnchorLink]) -> list[tuple[str, str]]:
    """What stands one level below the page's title."""
    return [(child.id, unescape(child.title)) for entry in entries for child in entry.children]
