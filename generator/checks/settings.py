"""The site can be built with these settings: what no schema can know."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from generator.checks.contract import Codes, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.schema import Schemas
from generator.text.catalogue import languages

CODES = Codes(SET01=Severity.ERROR, SET02=Severity.ERROR)


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:  # noqa: ARG001 - the contract
    """Time zones and languages that this program does not know."""
    if document.entity != "registry":
        return
    zone = document.data.get("time_zone")
    if isinstance(zone, str) and not is_time_zone(zone):
        yield CODES.finding("SET01", document.at("time_zone"), found=shown(zone))
    offered = document.data.get("languages")
    for index, language in enumerate(offered if isinstance(offered, list) else ()):
        if isinstance(language, str) and language not in languages():
            place = document.at("languages", index)
            yield CODES.finding("SET02", place, found=shown(language), known=", ".join(languages()))


def is_time_zone(name: str) -> bool:
    """Whether the time zone database has a zone of this name."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True
