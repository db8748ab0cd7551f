"""Each text is there in every language of the registry, and in no other."""

from collections.abc import Iterator

from generator.checks.contract import Case, Codes, closest, leaves
from generator.errors import Finding, Severity
from generator.load import Document

CODES = Codes(LANG01=Severity.WARNING, LANG02=Severity.ERROR)


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
