"""A log is only added to, and a source that was named stays named."""

from collections.abc import Iterator, Mapping

from generator.audit.contract import Codes, Notes, Step, kept
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model.published import breaches

CODES = Codes(AUD09=Severity.REVIEW, AUD10=Severity.REVIEW)


def revision(step: Step, notes: Notes) -> Iterator[Finding]:
    """Entries that were rewritten or taken out, sources that are gone."""
    del notes
    languages = step.settings.languages if step.settings else ()
    for deed, before, after in kept(step.deeds):
        entries = dict.fromkeys(
            breach.entry
            for breach in breaches(before.data, after.data, languages)
            if breach.kind in ("rewritten", "removed")
        )
        for entry in entries:
            yield step.finding(CODES, "AUD09", deed, key=entry)
        gone = sorted(_sources(before).keys() - _sources(after).keys())
        if gone:
            yield step.finding(CODES, "AUD10", deed, sources=", ".join(gone))


def _sources(document: Document) -> Mapping[str, str]:
    """Where a reader could look, by what it is called: an address, or a document's number."""
    sources = document.data.get("sources")
    found = {}
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, Mapping):
            for key in ("url", "document"):
                if isinstance(source.get(key), str):
                    found[source[key]] = key
    return found
