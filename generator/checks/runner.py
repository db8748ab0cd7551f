"""Finds the checks, and runs them on documents: none of them hides or stops another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from generator.checks.base import Base, pairs
from generator.checks.case import LINKS, Case, Member, World
from generator.checks.contract import Codes
from generator.checks.entries import Beside
from generator.errors import Finding, Location, Severity
from generator.load import Document, Loaded
from generator.model.entities import Record
from generator.model.registry import Registry, structure
from generator.schema import Schemas, schemas

CODES = Codes(CHECK01=Severity.ERROR, CHECK02=Severity.ERROR, CHECK03=Severity.WARNING)

MAXIMUM_PER_FILE = 50
"""Findings of one check in one file: more help nobody, and a hostile file has thousands."""

Scope = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Sound:
    """The files of sound documents: the digest of each by its path, and how they are read."""

    digests: Mapping[str, str]
    documents: Callable[[Iterable[str]], Sequence[Document]]
    """The documents of some of them, in the order in which they are named."""


class Report:
    """What the checks found, sorted and each once, and the registry that is sound."""

    def __init__(
        self,
        findings: Iterable[Finding],
        paths: Iterable[str],
        sound_files: Sound,
        *,
        is_whole: bool,
    ) -> None:
        once = {(finding.order, finding.severity): finding for finding in findings}
        self.findings = tuple(once[key] for key in sorted(once))
        self.paths = tuple(paths)
        """The files that could be read."""
        self.is_whole = is_whole
        """Whether every file is one of those, and sound."""
        self.sound_files = sound_files

    @cached_property
    def sound(self) -> tuple[Document, ...]:
        """The documents that the registry is made of, read when they are asked for."""
        return tuple(self.sound_files.documents(self.sound_files.digests))

    @cached_property
    def registry(self) -> Registry | None:
        """The sound records; `None` if `registry.yml` is not among them."""
        records = ((each.entity, structure(each.entity, each.data)) for each in self.sound)
        try:
            return Registry.of(records)
        except LookupError:
            return None

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Alone:
    """A document by itself: what is wrong with it, and its record if it is sound."""

    document: Document
    findings: Sequence[Finding]
    record: Record | None


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


def _asked(scope: str, errors_only: bool = False) -> Sequence[ModuleType]:  # noqa: FBT001, FBT002 - passed on
    """The checks that look so far, or those of them that do not only warn."""
    return _chosen(modules(), scope, errors_only)


@cache
def _chosen(
    among: tuple[ModuleType, ...],
    scope: str,
    errors_only: bool,  # noqa: FBT001 - passed on
) -> Sequence[ModuleType]:
    return [
        module
        for module in among
        if hasattr(module, scope)
        and not (errors_only and set(module.CODES.values()) == {Severity.WARNING})
    ]


def run(
    loaded: Loaded, as_of: date, using: Schemas | None = None, base: Base | None = None
) -> Report:
    """Check a registry as of a day.

    Args:
        loaded: what the registry folder holds.
        as_of: the day.
        using: the schemas, if not those of this checkout.
        base: what it is compared with, if anything.
    """
    rules = using or schemas()
    checked = [alone(document, rules) for document in loaded.documents]
    found = [*loaded.findings, *(finding for each in checked for finding in each.findings)]
    documents = {each.document.path: each.document for each in checked}
    unread = [finding.location.path for finding in loaded.findings]
    sound = [each.document for each in checked if each.record is not None]
    world = World.of(
        {(each.document.entity, each.document.id): each.document for each in checked},
        {(each.entity, each.id) for each in sound},
        [*documents, *unread],
    )
    if world is None:
        found.append(no_settings())
    else:
        case = Case(world, as_of, rules)
        lit = [beside(each, case) for each in checked]
        found += [finding for each in lit for finding in each.findings]
        members = [_member(each, light) for each, light in zip(checked, lit, strict=True)]
        whole = Case(world, as_of, rules, members, documents.__getitem__)
        found += together(whole)
        if base is not None:
            found += against(base, whole, unread)
    is_whole = not loaded.findings and len(sound) == len(documents)
    files = Sound(
        {each.path: each.digest for each in sound},
        lambda paths: [documents[path] for path in paths],
    )
    return Report(found, documents, files, is_whole=is_whole)


def alone(document: Document, rules: Schemas, *, errors_only: bool = False) -> Alone:
    """What the checks of single files find, and the typed record if none forbids it."""
    found: list[Finding] = []
    record: Record | None = None
    unsound = False
    for module in _asked("document", errors_only):
        findings = _guarded(module, "document", document.path, document, rules)
        found += findings
        if findings and not unsound:
            unsound = not structural(module).isdisjoint(finding.code for finding in findings)
    if not unsound:
        try:
            record = structure(document.entity, document.data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            found.append(_crash("model", document.path, error))
    return Alone(document, found, record)


def beside(checked: Alone, case: Case, *, errors_only: bool = False) -> Beside:
    """What the checks of one file in the light of the others find."""
    notes = case.turn_to(checked.record)
    document = checked.document
    found = [
        finding
        for module in _asked("record", errors_only)
        for finding in _guarded(module, "record", document.path, document, case)
    ]
    return Beside(tuple(found), tuple(sorted(notes.seen)), notes.since, notes.until)


def together(case: Case) -> Iterator[Finding]:
    """What the checks of the whole find."""
    for module in _asked("registry"):
        yield from _guarded(module, "registry", "registry.yml", case)


def against(base: Base, case: Case, unread: Iterable[str]) -> Iterator[Finding]:
    """What the checks of each record beside what it was find.

    Args:
        base: what it is compared with.
        case: of the whole, which can open its members.
        unread: the paths of files that could not be read.
    """

    def record_of(document: Document) -> Record | None:
        return alone(document, case.schemas, errors_only=True).record

    paths = [member.path for member in case.members]
    for pair in pairs(base, paths, case.open, record_of, unread):
        for module in _asked("change"):
            yield from _guarded(module, "change", pair.path, pair, case)


def no_settings() -> Finding:
    """The finding of a registry whose settings cannot be used: nothing can be looked up."""
    return CODES.finding("CHECK02", Location("registry.yml"))


def links(document: Document) -> Mapping[str, Any]:
    """Where a document leads, for the checks of the whole."""
    return {key: document.data[key] for key in LINKS if key in document.data}


def _member(checked: Alone, light: Beside) -> Member:
    document, is_sound = checked.document, checked.record is not None
    return Member(
        document.path, document.entity, document.id, is_sound, links(document), light.seen
    )


def _guarded(module: ModuleType, scope: str, path: str, *arguments: object) -> list[Finding]:
    """What one scope of a check finds; if it crashes, that it did."""
    check: Scope = getattr(module, scope)
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
