"""How a commitment stands on a day, computed from the whole registry: as plain data and as text."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.metrics.snapshot import Snapshot, Standing
from generator.reporting.printable import printable
from generator.text import catalogue, writer

_FLAGS = ("overdue", "stale", "not_reported", "assignment_not_reported", "at_risk")


def document(standing: Standing) -> dict[str, Any]:
    """What is computed of a commitment, under the data model's names."""
    return {
        "legal_status": standing.legal_status,
        "delivery_status": standing.delivery.status,
        "completion_percent": standing.delivery.percent,
        "responsible_agencies": list(standing.responsible.agencies),
        "possibly_responsible_agencies": list(standing.responsible.possibly),
        "supporting_agencies": list(standing.supporting.agencies),
        "active": standing.active,
        **{flag: getattr(standing, flag) for flag in _FLAGS},
    }


def lines(standing: Standing, snapshot: Snapshot, language: str) -> Iterator[str]:
    """The same for people: what is the case, and nothing of what is not."""
    texts, write = catalogue(language), writer(language)
    yield f"{texts.text('commitment.legal')}: {texts.text(f'legal.{standing.legal_status}')}"
    status = texts.text(f"status.{standing.status}")
    percent = standing.delivery.percent
    stated = "" if percent is None else f" ({write.percent(percent / 100)})"
    yield f"{texts.text('commitment.delivery')}: {status}{stated}"
    named = [_name(agency, snapshot, language) for agency in standing.responsible.agencies]
    nobody = texts.text("stats.not_known")
    yield f"{texts.text('show.responsible')}: {write.list(named) if named else nobody}"
    flags = [
        texts.text(f"metric.{flag}.title")
        for flag in _FLAGS
        if getattr(standing, flag) and flag != "not_reported"  # its status says that already
    ]
    if flags:
        yield f"{texts.text('show.flags')}: {write.list(flags)}"


def _name(agency: str, snapshot: Snapshot, language: str) -> str:
    found: Mapping[str, Any] = snapshot.registry.agencies
    if agency not in found:
        return printable(agency)
    words = found[agency].name
    return printable(writer(language).words(words, snapshot.registry.settings.languages)[0])
