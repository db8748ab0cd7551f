"""Finds the rules, runs them over a history in one pass, and leaves out what is excused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generator.audit.contract import Codes, Notes, Past, Stage, Step, Told, zone_of
from generator.audit.excuses import Excuses
from generator.audit.past import Course
from generator.errors import Finding, PortalError, Severity
from generator.history import Repository

CODES = Codes(AUD01=Severity.ERROR)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Request:
    """An audit that is asked for."""

    repository: Repository
    until: str = "HEAD"
    """The tip of the published branch."""
    since: str = ""
    """A day or a ref: what was found before it is not told."""
    published: Sequence[tuple[str, str]] = ()
    """What is known from elsewhere to have been published: where it says so, and which commit."""


@dataclass(frozen=True)
class Verdict:
    """What deserves a second look, sorted and each once."""

    findings: Sequence[Finding]
    revisions: int
    """How many were looked at."""
    excused: int
    """How many findings the registry's own baselines and exceptions leave out."""


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of this package that declares codes, by name."""
    package = import_module("generator.audit")
    names = [module.name for module in iter_modules(package.__path__)]
    found = [import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(module for module in found if hasattr(module, "CODES"))


def codes() -> Mapping[str, Severity]:
    """Every code of a rule with its severity, in order."""
    return dict(sorted(pair for module in modules() for pair in module.CODES.items()))


def audit(request: Request) -> Verdict:
    """Go through the history of a registry.

    Raises:
        PortalError: git could not read it, or it knows no such ref.
    """
    repository = request.repository
    head = repository.resolve(request.until)
    course = Course(repository, head)
    found = list(_in_revisions(course.steps()))
    past = Past(repository, head, course.settings, course.stages, request.published)
    for module in _asked("history"):
        found += _guarded(module, module.history(past), None)
    excuses = Excuses(past.rules, {stage.commit for stage in past.stages})
    told = [finding for finding in found if not excuses.cover(finding)]
    revisions = len(past.stages)
    if request.since:
        before = {stage.commit for stage in past.stages} - set(_window(request, course))
        told = [each for each in told if _last(each) not in before]
        revisions -= len(before)
    else:
        # Whether an excuse is needed shows only where all was looked at.
        told += excuses.needless()
    once = {(finding.order, finding.severity): finding for finding in told}
    return Verdict([once[key] for key in sorted(once)], revisions, excuses.used)


def _asked(scope: str) -> list[ModuleType]:
    return [module for module in modules() if hasattr(module, scope)]


def _in_revisions(steps: Iterable[Step]) -> Iterator[Finding]:
    notes: dict[str, Notes] = defaultdict(dict)
    rules = _asked("revision")
    for step in steps:
        for module in rules:
            yield from _guarded(module, module.revision(step, notes[module.__name__]), step)


def _guarded(module: ModuleType, found: Iterator[Finding], step: Step | None) -> Iterator[Finding]:
    """What a rule finds; if it crashes, that it did: it must not hide the others."""
    try:
        yield from found
    except PortalError:
        raise  # the work cannot be done: not this rule's alone
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        detail = f"{type(error).__name__}: {error}".partition("\n")[0]
        rule = module.__name__.rpartition(".")[2]
        if step:
            yield step.finding(CODES, "AUD01", rule=rule, detail=detail)
        else:
            yield Told("registry", ()).finding(CODES, "AUD01", rule=rule, detail=detail)


def _last(finding: Finding) -> str:
    """The commit that did what was found; empty if no commit did it."""
    return finding.arguments.get("commits", "").rpartition(" ")[2]


def _window(request: Request, course: Course) -> Iterator[str]:
    """The commits that are asked about."""
    stages = course.stages
    if _DAY.fullmatch(request.since):
        first, zone = date.fromisoformat(request.since), zone_of(course.settings)
        for stage in stages:
            if stage.committed_at.astimezone(zone).date() >= first:
                yield stage.commit
        return
    known = request.repository.ancestors(request.since)
    yield from (stage.commit for stage in stages if stage.commit not in known)


__all__ = ["Request", "Stage", "Verdict", "audit", "codes"]
