"""Who publishes a registry, by which rules, in which words."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.dates import Date, Period
from generator.model.entities.basics import Record, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of office that reports cover."""

    id: str
    title: Text
    from_on: Date
    to_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """When agencies owe a report; `days_allowed` counts from the end of each period."""

    cycle: str
    days_allowed: int
    first_period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """After how many days something counts as late."""

    stale_days: int
    assignment_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """A key that the publisher withholds in every record of an entity."""

    entity: str
    key: str
    ground: str
    review_on: Date | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A commit, such as a first import, whose changes the audit holds against nobody."""

    commit: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditException:
    """Findings of the audit that were looked at and accepted; without a commit, in all."""

    code: str
    id: str
    reason: Text
    commit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the registry says of its own audit; from `signed_from_on`, commits must be signed."""

    baselines: tuple[Baseline, ...] = ()
    exceptions: tuple[AuditException, ...] = ()
    signed_from_on: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Where the registry is edited together: its `kind` decides how its pages are addressed."""

    kind: str
    url: str
    repository: str

    def commit(self, identifier: str) -> str:
        """The page of a commit."""
        return f"{self._project}commit/{quote(identifier)}"

    def pull(self, number: str) -> str:
        """The page of a pull request."""
        ways = {"github": "pull", "gitlab": "merge_requests"}
        return f"{self._project}{ways.get(self.kind, 'pulls')}/{quote(number)}"

    @property
    def _project(self) -> str:
        between = "-/" if self.kind == "gitlab" else ""
        return f"{self.url.rstrip('/')}/{quote(self.repository.strip('/'))}/{between}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """`registry.yml`: who publishes this registry, in which languages, by which rules."""

    title: Text
    publisher: Text
    country: str
    coordinating_agency: str
    site_address: str
    time_zone: str
    languages: tuple[str, ...]
    reporting: Reporting
    limits: Limits
    licence: str
    terms: tuple[Term, ...] = ()
    withhold: tuple[Withholding, ...] = ()
    audit: Audit | None = None
    forge: Forge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Record):
    """A text of the publisher's own, such as `about`; the body is limited Markdown."""

    title: Text
    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of a vocabulary, with its label."""

    code: str
    label: Text
    order: float
    description: Text | None = None
    legal_basis: Text | None = None
    groups: tuple[str, ...] = ()
    reports: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Record):
    """A controlled list of codes."""

    codes: tuple[Code, ...]
