"""The sitemap: every page with its languages, since MkDocs knows only its own pages."""

from collections.abc import Iterable
from html import escape

from generator import addresses

_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


def sitemap(
    pages: Iterable[tuple[str, tuple[str, ...]]], site: str, languages: tuple[str, ...]
) -> bytes:
    """The sitemap of pages: the address of each in its language, and the languages it is in.

    `site` is where the site is, with a slash at its end.

    The same pages give the same bytes, in whatever order they come.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<urlset {_NAMESPACES}>"]
    for address, available in sorted(set(pages)):
        absolute = {
            language: escape(site + addresses.rooted(address, language, languages))
            for language in available
        }
        alternates = [
            f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{location}"/>'
            for language, location in absolute.items()
        ]
        lines += [
            f"<url><loc>{location}</loc>{''.join(alternates if len(available) > 1 else [])}</url>"
            for location in absolute.values()
        ]
    return "\n".join([*lines, "</urlset>", ""]).encode()
