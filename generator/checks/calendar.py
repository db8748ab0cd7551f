"""Days that no calendar has, and spans that end before they begin."""

import re
from collections.abc import Iterator

from generator.checks.contract import Codes, leaves, moment, period, shape_at
from generator.errors import Finding, Severity
from generator.load import Document
from generator.model import paths
from generator.schema import Schemas

CODES = Codes(CAL01=Severity.ERROR, CAL02=Severity.ERROR)
STRUCTURAL = frozenset(CODES)

_POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_WRITTEN = re.compile(rf"(?=.)({_POINT})?(\.\.{_POINT})?|\d{{4}}-Q[1-4]", re.ASCII)
"""What the schema accepts as a date or period: other texts are its own business."""


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """Dates and periods that are written well and do not exist."""
    for kind in ("date", "period"):
        for leaf in leaves(document, schemas, kind):
            if not _exists(leaf.value, kind):
                yield from _impossible(document, leaf.path, leaf.value, kind)
    for path, value, kind in _disputed(document, schemas):
        if not _exists(value, kind):
            yield from _impossible(document, path, value, kind)


def _exists(value: object, kind: str) -> bool:
    return (period(value) if kind == "period" else moment(value)) is not None


def _impossible(
    document: Document, path: paths.Path, value: object, kind: str
) -> Iterator[Finding]:
    if isinstance(value, str) and _WRITTEN.fullmatch(value):
        reversed_ = ".." in value and all(_exists(part, kind) for part in value.split("..") if part)
        code = "CAL02" if reversed_ else "CAL01"
        yield CODES.finding(code, document.at(*path), found=value)


def _disputed(document: Document, schemas: Schemas) -> Iterator[tuple[paths.Path, object, str]]:
    """Disputed values of date keys: a missing date is read as the span over them."""
    shape = schemas.shape(document.entity)
    for leaf in leaves(document, schemas, "path"):
        if leaf.path[0] != "disputed" or not isinstance(leaf.value, str):
            continue
        *above, key = leaf.value.split(".")
        holder = paths.find(document.data, ".".join(above)) if above else ()
        named = None if holder is None else shape_at(shape, (*holder, key))
        if named is None or named.type not in {"date", "period"}:
            continue
        values = document.data["disputed"][leaf.path[1]].get("values", ())
        for number, entry in enumerate(values):
            if isinstance(entry, dict):
                place = (*leaf.path[:2], "values", number, "value")
                yield place, entry.get("value"), named.type
