"""The file is in canonical form, without comments, as `portal fmt` writes it."""

from collections.abc import Iterator, Sequence

import yaml

from generator.checks.contract import Case, Codes, shown
from generator.errors import Finding, Location, Severity
from generator.load import Document
from generator.schema import Schemas
from generator.write import canonical

CODES = Codes(FORM01=Severity.WARNING, FORM02=Severity.WARNING)


def canonical_form(document: Document, schemas: Schemas, languages: Sequence[str]) -> bytes:
    """A document's file as the formatter writes it."""
    return canonical(document.data, schemas.shape(document.entity), languages)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """The first line that would change, and the first comment, which would be lost."""
    form = canonical_form(document, case.schemas, case.settings.languages)
    if form == document.content:
        return
    written, wanted = document.content.decode().splitlines(), form.decode().splitlines()
    if comments := comment_lines(document.content):
        place = Location(document.path, comments[0], 1)
        yield CODES.finding("FORM02", place, lines=", ".join(map(str, comments[:5])))
    elif written != wanted or not document.content.endswith(b"\n"):
        pairs = zip(written, wanted, strict=False)
        same = next((at for at, (old, new) in enumerate(pairs) if old != new), None)
        at = min(len(written), len(wanted)) if same is None else same
        line = shown(wanted[at].strip()) if at < len(wanted) else "–"
        yield CODES.finding("FORM01", Location(document.path, at + 1, 1), wanted=line)


def comment_lines(content: bytes) -> list[int]:
    """The lines of a well-formed file that have a comment, from 1.

    The parser skips comments: a `#` that lies in no scalar begins one.
    """
    if b"#" not in content:
        return []
    text = content.decode()
    outside = list(text)
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in {"|", ">"}:  # a comment may follow the sign on its line
                start = text.find("\n", start, end) + 1 or end
            outside[start:end] = ["\n" if each == "\n" else " " for each in outside[start:end]]
    lines = "".join(outside).split("\n")
    return [number for number, line in enumerate(lines, start=1) if "#" in line]
