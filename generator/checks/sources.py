"""A reader can go and look: sources, their addresses, and what cites them."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.checks.contract import Case, Codes, Pair, closest, leaves, moments, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.schema import Schemas

CODES = Codes(
    SRC01=Severity.ERROR,
    SRC02=Severity.ERROR,
    SRC03=Severity.ERROR,
    SRC04=Severity.WARNING,
    SRC05=Severity.REVIEW,
)

_DATES = ("published_on", "retrieved_on")


def _sources(document: Document) -> Iterator[tuple[int, Mapping[str, object]]]:
    entries = document.data.get("sources")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping):
            yield index, entry


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """Citations that name no source, addresses that hide something, one source written twice."""
    known = [
        str(source["id"]) for _, source in _sources(document) if isinstance(source.get("id"), str)
    ]
    for leaf in leaves(document, schemas, "source_ref"):
        if leaf.value not in known:
            yield CODES.finding(
                "SRC01",
                document.at(*leaf.path),
                id=shown(leaf.value),
                suggestion=closest(str(leaf.value), known),
            )
    for leaf in leaves(document, schemas, "url"):
        if isinstance(leaf.value, str) and not _is_plain(leaf.value):
            yield CODES.finding("SRC02", document.at(*leaf.path), found=shown(leaf.value))
    seen: dict[str, object] = {}
    for index, source in _sources(document):
        url = source.get("url")
        if isinstance(url, str):
            if url in seen:
                place = document.at("sources", index, "url")
                yield CODES.finding("SRC04", place, found=shown(url), id=shown(seen[url]))
            seen.setdefault(url, source.get("id"))


def _is_plain(url: str) -> bool:
    """Whether it goes by http(s) to a named host, with nothing that a browser reads otherwise."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    # A backslash is a slash to a browser: what stands before it may not be the host it seems.
    return (
        parts.scheme in {"http", "https"}
        and bool(host)
        and "@" not in parts.netloc
        and "\\" not in url
        and url.isprintable()
        and " " not in url
    )


def record(document: Document, case: Case) -> Iterator[Finding]:
    """Sources from the future."""
    told = moments(document, case.schemas)
    for index, _ in _sources(document):
        for key in _DATES:
            place = ("sources", index, key)
            if place in told and not case.has_come(told[place].first):
                yield CODES.finding(
                    "SRC03", document.at(*place), key=key, found=told[place], as_of=case.as_of
                )


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Sources that are gone, or lead elsewhere."""
    del case
    if pair.both is None:
        return
    before, after = pair.both
    now = {source.get("id"): (index, source) for index, source in _sources(after)}
    for _, old in _sources(before):
        index, new = now.get(old.get("id"), (None, {}))
        for key in ("url", "document"):
            if key in old and old[key] != new.get(key):
                place = ("sources",) if index is None else ("sources", index, key)
                yield CODES.finding(
                    "SRC05", after.at(*place), id=shown(old.get("id")), before=shown(old[key])
                )
                break
