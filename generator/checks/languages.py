"""Each text is there in every language of the registry, in no other, and as new as its source."""

from collections.abc import Iterator
from typing import Any

from generator.checks.contract import Case, Codes, Pair, closest, leaves
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model.paths import find, key_path

CODES = Codes(LANG01=Severity.WARNING, LANG02=Severity.ERROR, LANG03=Severity.WARNING)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """Languages that a text lacks, and languages that the registry does not have."""
    languages = case.settings.languages
    for leaf in leaves(document, case.schemas, "text"):
        if not isinstance(leaf.value, dict) or tuple(leaf.value) == languages:
            continue
        missing = [language for language in languages if language not in leaf.value]
        if missing:
            place = document.at(*leaf.path)
            yield CODES.finding("LANG01", place, missing=", ".join(missing))
        for language in leaf.value:
            if language not in languages:
                yield CODES.finding(
                    "LANG02",
                    document.at(*leaf.path, language),
                    found=language,
                    known=", ".join(languages),
                    suggestion=closest(language, languages),
                )


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Texts that changed in the first language, and not in another that they had."""
    if pair.both is None:
        return
    before, after = pair.both
    first, *others = case.settings.languages
    for leaf in leaves(after, case.schemas, "text"):
        old, new = _value(before, key_path(after.data, leaf.path)), leaf.value
        if (
            not isinstance(old, dict)
            or not isinstance(new, dict)
            or old.get(first) == new.get(first)
        ):
            continue
        stale = [name for name in others if name in new and old.get(name) == new[name]]
        if stale and first in old and first in new:
            yield CODES.finding(
                "LANG03", after.at(*leaf.path), source=first, stale=", ".join(stale)
            )


def _value(document: Document, key: str) -> object:
    """What stands at a key path in another version of a record."""
    path = find(document.data, key)
    value: Any = document.data if path is not None else None
    for step in path or ():
        value = value[step]
    return value
