"""The public site of the invented registry as files: what golden tests compare.

Run by itself it prints a fingerprint of every page and file.
"""

import hashlib
import sys
from collections.abc import Iterator
from html import escape

from generator import addresses
from generator.pages import Page
from generator.site import Settings, assemble_from
from tests.tools.registries import AS_OF, LANGUAGES, VALMORA


def whole_site() -> dict[str, bytes]:
    """Every page, without the theme's chrome, and every file that pages refer to, by its path."""
    assembly = assemble_from(Settings(VALMORA, AS_OF))
    site: dict[str, bytes] = {}
    for page in assembly.pages:
        site[_path(page)] = _text(page).encode()
        for address, content in page.files.items():
            site[addresses.rooted(address, page.language, LANGUAGES)] = content
    return site


def _path(page: Page) -> str:
    address = addresses.rooted(page.address, page.language, LANGUAGES)
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def _text(page: Page) -> str:
    """A page as one file that a person can read: what the theme shows around it comes first."""
    return "\n".join((*_head(page), page.body.rstrip("\n"), ""))


def _head(page: Page) -> Iterator[str]:
    yield f"<title>{escape(page.title)}</title>"
    yield f'<meta name="description" content="{escape(page.description)}">'
    yield f'<meta name="kind" content="{page.kind}">'
    if not page.searchable:
        yield '<meta name="robots" content="noindex">'
    for anchor, label in page.contents:
        yield f'<a href="#{anchor}">{escape(label)}</a>'


if __name__ == "__main__":
    for path, content in sorted(whole_site().items()):
        sys.stdout.write(f"{hashlib.sha256(content).hexdigest()} {path}\n")
