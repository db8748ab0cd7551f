"""Each code is one of its vocabulary, and each vocabulary defines a code once."""

from collections.abc import Iterator, Mapping

from generator.checks.contract import Case, Codes, closest, leaves, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.schema import Schemas

CODES = Codes(VOC01=Severity.ERROR, VOC02=Severity.ERROR, VOC03=Severity.ERROR)


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:  # noqa: ARG001 - the contract
    """Codes that a vocabulary defines twice."""
    if document.entity != "vocabularies":
        return
    seen: set[str] = set()
    entries = document.data.get("codes")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        code = entry.get("code") if isinstance(entry, Mapping) else None
        if isinstance(code, str):
            if code in seen:
                yield CODES.finding("VOC02", document.at("codes", index, "code"), found=shown(code))
            seen.add(code)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """Codes that their vocabulary does not have."""
    codes = case.codes
    for leaf in leaves(document, case.schemas, "code"):
        name = leaf.shape.vocabulary
        if not name or not isinstance(leaf.value, str):
            continue
        if name in codes:
            known = codes[name]
            if leaf.value not in known:
                yield CODES.finding(
                    "VOC01",
                    document.at(*leaf.path),
                    found=shown(leaf.value),
                    vocabulary=name,
                    known=", ".join(known),
                    suggestion=closest(leaf.value, known),
                )
        elif name not in case.ids("vocabularies"):
            yield CODES.finding(
                "VOC03", document.at(*leaf.path), found=shown(leaf.value), vocabulary=name
            )
