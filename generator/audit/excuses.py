"""What the registry says was looked at and accepted, and whether that is still needed.

A baseline is one commit, such as a first import, whose changes are held against nobody.  An
exception is one code for one record, in one commit or in all.
"""

from collections.abc import Collection, Iterator

from generator.audit.contract import Codes, Told
from generator.errors import Finding, Location, Severity
from generator.model.entities import Audit

CODES = Codes(AUD02=Severity.WARNING, AUD03=Severity.WARNING, AUD04=Severity.ERROR)


class Excuses:
    """Baselines and exceptions; each remembers whether it excused anything."""

    def __init__(self, rules: Audit, commits: Collection[str]) -> None:
        """None is used yet.

        Args:
            rules: what the registry says of its own audit.
            commits: the ids of the published branch's revisions.
        """
        self._rules = rules
        self._commits = commits
        self._used: set[tuple[str, int]] = set()
        self.used = 0
        """How many findings were excused."""

    def cover(self, finding: Finding) -> bool:
        """Whether a finding is excused."""
        last = finding.arguments.get("commits", "").rpartition(" ")[2]
        record = finding.arguments.get("record")
        # Every excuse that fits is needed, as long as there is something to excuse.
        fitting = [
            ("baselines", index)
            for index, baseline in enumerate(self._rules.baselines)
            if last.startswith(baseline.commit)
        ]
        fitting = fitting or [
            ("exceptions", index)
            for index, exception in enumerate(self._rules.exceptions)
            if (exception.code, exception.id) == (finding.code, record)
            and last.startswith(exception.commit or "")
        ]
        self._used.update(fitting)
        self.used += bool(fitting)
        return bool(fitting)

    def needless(self) -> Iterator[Finding]:
        """What excuses nothing, or names a commit that the published branch does not have."""
        for index, exception in enumerate(self._rules.exceptions):
            if ("exceptions", index) not in self._used:
                yield _told(exception.id, "").finding(
                    CODES,
                    "AUD02",
                    Location("registry.yml", pointer=f"audit.exceptions.{exception.id}"),
                    id=exception.id,
                    code=exception.code,
                )
        for index, baseline in enumerate(self._rules.baselines):
            place = Location("registry.yml", pointer=f"audit.baselines.{baseline.commit}")
            if not any(commit.startswith(baseline.commit) for commit in self._commits):
                yield _told("registry", "").finding(CODES, "AUD04", place, baseline=baseline.commit)
            elif ("baselines", index) not in self._used:
                yield _told("registry", baseline.commit).finding(
                    CODES, "AUD03", place, baseline=baseline.commit
                )


def _told(record: str, commit: str) -> Told:
    return Told(record, [commit] if commit else [])
