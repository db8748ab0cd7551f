"""Finds the checks, runs them all, and lets none of them hide or stop another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from types import ModuleType

from generator.checks.contract import Case, Codes
from generator.errors import Finding, Location, Severity
from generator.load import Document, Loaded
from generator.load.documents import entity_of
from generator.model.entities import Record
from generator.model.registry import Registry, structure
from generator.schema import Schemas, schemas

CODES = Codes(CHECK01=Severity.ERROR, CHECK02=Severity.ERROR, CHECK03=Severity.WARNING)

MAXIMUM_PER_FILE = 50
"""Findings of one check in one file: more help nobody, and a hostile file has thousands."""

Scope = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, sorted and each once, and the registry that is sound."""

    findings: tuple[Finding, ...]
    registry: Registry | None
    """The sound records; `None` if `registry.yml` is not among them."""
    documents: tuple[Document, ...]
    sound: tuple[Document, ...]
    """The documents that the registry is made of."""

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of this package that declares codes, by name."""
    package = import_module("generator.checks")
    names = [module.name for module in iter_modules(package.__path__)]
    found = [import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(module for module in found if hasattr(module, "CODES"))


def codes() -> Mapping[str, Severity]:
    """Every code that a check or the loader may give, with its severity, in order."""
    return dict(sorted(pair for module in modules() for pair in module.CODES.items()))


def structural(module: ModuleType) -> frozenset[str]:
    """The codes of a check that keep a record out of the model."""
    declared: frozenset[str] = getattr(module, "STRUCTURAL", frozenset())
    return declared | {"CHECK01"} if declared else declared


def run(loaded: Loaded, as_of: date, using: Schemas | None = None) -> Report:
    """Check a registry as of a day.

    Args:
        loaded: what the registry folder holds.
        as_of: the day.
        using: the schemas, if not those of this checkout.
    """
    rules = using or schemas()
    found, unsound = _alone(loaded.documents, rules)
    found.extend(loaded.findings)
    records: dict[str, Record] = {}
    for document in loaded.documents:
        if document.path not in unsound:
            try:
                records[document.path] = structure(document.entity, document.data)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
                found.append(_crash("model", document.path, error))
    sound = tuple(document for document in loaded.documents if document.path in records)
    try:
        registry = Registry.of((document.entity, records[document.path]) for document in sound)
    except LookupError:
        found.append(CODES.finding("CHECK02", Location("registry.yml")))
        return Report(_ordered(found), None, loaded.documents, sound)
    found += _together(Case(loaded.documents, records, _ids(loaded), registry, as_of, rules))
    return Report(_ordered(found), registry, loaded.documents, sound)


def _alone(documents: Sequence[Document], rules: Schemas) -> tuple[list[Finding], set[str]]:
    """What is wrong in single files, and the paths of those that stay out of the model."""
    found: list[Finding] = []
    unsound: set[str] = set()
    for document in documents:
        for module in modules():
            findings = _guarded(module, "document", document.path, document, rules)
            found += findings
            if not structural(module).isdisjoint(finding.code for finding in findings):
                unsound.add(document.path)
    return found, unsound


def _together(case: Case) -> Iterator[Finding]:
    """What is wrong with records in the light of others, and with the whole."""
    for document in case.documents:
        for module in modules():
            yield from _guarded(module, "record", document.path, document, case)
    for module in modules():
        yield from _guarded(module, "registry", "registry.yml", case)


def _guarded(module: ModuleType, scope: str, path: str, *arguments: object) -> list[Finding]:
    """What one scope of a check finds; if it crashes, that it did."""
    check: Scope | None = getattr(module, scope, None)
    if check is None:
        return []
    limit = None if scope == "registry" else MAXIMUM_PER_FILE + 1
    found: list[Finding] = []
    try:
        found.extend(islice(check(*arguments), limit))
    except Exception as error:  # noqa: BLE001 - a crashing check must not hide the others
        found.append(_crash(module.__name__.rpartition(".")[2], path, error))
    if limit and len(found) >= limit:
        found[-1] = CODES.finding("CHECK03", Location(path), limit=MAXIMUM_PER_FILE)
    return found


def _crash(check: str, path: str, error: Exception) -> Finding:
    detail = f"{type(error).__name__}: {error}".partition("\n")[0]
    return CODES.finding("CHECK01", Location(path), check=check, detail=detail)


def _ids(loaded: Loaded) -> Mapping[str, frozenset[str]]:
    """The ids by entity: a file that cannot be read is a finding, not a missing record."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in [finding.location.path for finding in loaded.findings]:
        if entity := entity_of(path):
            found[entity].add(path.rpartition("/")[2].removesuffix(".yml"))
    for document in loaded.documents:
        found[document.entity].add(document.id)
    return {entity: frozenset(names) for entity, names in found.items()}


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    once = {(finding.order, finding.severity): finding for finding in findings}
    return tuple(once[key] for key in sorted(once))
