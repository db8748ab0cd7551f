"""Atom feeds (RFC 4287): what happened, for programs that readers let watch the site.

A feed is a file of the page that it is about.  Its moments are those of commits and its ids are
made of the site's address, the record and the moment: so the same history gives the same bytes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from html import escape
from urllib.parse import urlsplit

from generator import addresses
from generator.changes import Wording
from generator.pages.inline import Inline
from generator.pages.recorded import Entries, Entry

NEWEST = 30
"""How many entries a feed has."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold, not even escaped."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its address and its page's from the language's root, its title, what it tells."""

    address: str
    page: str
    title: str
    entries: Entries


def atom(inline: Inline, wording: Wording, feed: Feed) -> bytes:
    """The feed as an Atom document."""
    return "\n".join(
        ["<?xml version='1.0' encoding='utf-8'?>", *_document(inline, wording, feed), ""]
    ).encode()


def _document(inline: Inline, wording: Wording, feed: Feed) -> Iterator[str]:
    settings = inline.registry.settings
    newest = feed.entries.entries[0].event.at.astimezone(UTC).isoformat()
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{inline.language}">'
    yield f"<id>{_text(_absolute(inline, feed.address))}</id>"
    yield f"<title>{_text(feed.title)}</title>"
    yield f"<updated>{newest}</updated>"
    yield f'<link rel="self" href="{_text(_absolute(inline, feed.address))}"/>'
    yield f'<link rel="alternate" href="{_text(_absolute(inline, feed.page))}"/>'
    yield f"<author><name>{_text(inline.plain(settings.publisher))}</name></author>"
    yield f"<rights>{_text(settings.licence)}</rights>"
    seen: Counter[str] = Counter()
    # The oldest of one moment has the plain id: a newer one does not change it.
    entries = []
    for entry in reversed(feed.entries.entries):
        name = _name(inline, entry)
        seen[name] += 1
        entries.append("".join(_entry(inline, wording, entry, f"{name}.{seen[name]}")))
    yield from reversed(entries)
    yield "</feed>"


def _entry(inline: Inline, wording: Wording, entry: Entry, name: str) -> Iterator[str]:
    event = entry.event
    title = wording.title(event.entity, event.id)
    words = "\n".join(wording.sentence(change) for change in event.changes)
    office = wording.title("agencies", event.office) if event.office else ""
    yield f"<entry><id>{_text(name)}</id><title>{_text(title)}</title>"
    yield f"<updated>{event.at.astimezone(UTC).isoformat()}</updated>"
    if who := event.person or office:
        yield f"<author><name>{_text(who)}</name></author>"
    if place := addresses.record(event.entity, event.id):
        yield f'<link rel="alternate" href="{_text(_absolute(inline, place))}"/>'
    yield f'<content type="text">{_text(words)}</content></entry>'


def _name(inline: Inline, entry: Entry) -> str:
    """A tag URI (RFC 4151): an address of the day on which it was whose the site is."""
    event, host = (
        entry.event,
        urlsplit(inline.registry.settings.site_address).hostname or "localhost",
    )
    moment = event.at.astimezone(UTC)
    return (
        f"tag:{host},{moment:%Y-%m-%d}:{inline.language}/{event.entity}/{event.id}/{moment:%H%M%S}"
    )


def _absolute(inline: Inline, address: str) -> str:
    rooted = addresses.rooted(address, inline.language, inline.languages)
    return f"{inline.registry.settings.site_address}{rooted}"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
