"""What every format shows: findings of a folder, and how many records they are among."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules

from generator.errors import Finding, Location, Severity
from generator.text import catalogue, writer

_PACKAGE = __name__.rpartition(".")[0]
_COUNTS = (
    (Severity.ERROR, "errors"),
    (Severity.REVIEW, "reviews"),
    (Severity.WARNING, "warnings"),
)


@dataclass(frozen=True)
class Listing:
    """Findings that are shown together, in their order."""

    findings: Sequence[Finding]
    records: int
    folder: str
    """What the paths of findings are below, as the reader would write it."""

    @cached_property
    def summary(self) -> dict[str, int]:
        """How many findings of each severity, among how many records."""
        weights = [finding.severity for finding in self.findings]
        return {name: weights.count(severity) for severity, name in _COUNTS} | {
            "records": self.records
        }

    def path(self, location: Location) -> str:
        """The path of a file from where the reader stands."""
        return f"{self.folder}/{location.path}" if self.folder not in ("", ".") else location.path

    def summed_up(self, language: str) -> str:
        """The summary as a sentence."""
        texts = catalogue(language)
        told = [
            texts.count(f"findings.{name}", number)
            for _, name in _COUNTS
            if (number := self.summary[name])
        ]
        records = texts.count("findings.records", self.records)
        if not told:
            return texts.text("findings.none", records=records)
        return texts.text("findings.summary", counts=writer(language).list(told), records=records)


def position(location: Location) -> tuple[int, int]:
    """Line and column as editors count them: the whole file is its first line."""
    return max(location.line, 1), max(location.column, 1)


def names() -> tuple[str, ...]:
    """The formats that there are."""
    package = import_module(_PACKAGE)
    return tuple(
        module.name for module in iter_modules(package.__path__) if module.name != "listing"
    )


def render(name: str, listing: Listing, language: str) -> str:
    """Findings in a format, with a line break at the end."""
    made: Callable[[Listing, str], str] = import_module(f"{_PACKAGE}.{name}").render
    return made(listing, language)
