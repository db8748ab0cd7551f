"""What can go wrong, as values: every layer above speaks of problems in these terms.

A *finding* is a problem of the registry: it is collected, never raised.  A
`PortalError` is raised only when the program could not do its work at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial


class PortalError(Exception):
    """The work could not be done; `key` and `arguments` name the text for people."""

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(key, arguments)
        self.key = key
        self.arguments = arguments

    def __reduce__(self) -> tuple[Callable[[], "PortalError"], tuple[()]]:
        """An error of a worker process is raised again in the one that asked for the work."""
        return partial(PortalError, self.key, **self.arguments), ()

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return f"{self.key} ({details})" if details else self.key


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    REVIEW = "review"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in the registry: lines and columns count from 1; 0 is the whole file.

    `pointer` is a path of keys and item ids, as `inferred` and `disputed` write it.
    """

    path: str
    line: int = 0
    column: int = 0
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: its text is looked up by `code` in the language of the reader.

    `arguments` fill the placeholders of that text.
    """

    code: str
    severity: Severity
    location: Location
    arguments: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[Location, str, tuple[tuple[str, str], ...]]:
        """The key that findings are sorted by: place, then code."""
        return self.location, self.code, tuple(sorted(self.arguments.items()))


class Codes(dict[str, Severity]):
    """The codes of a check or an audit rule with their severities; it makes their findings."""

    def finding(self, code: str, location: Location, /, **arguments: object) -> Finding:
        """A finding; arguments that are `None` are left out."""
        given = {name: str(value) for name, value in arguments.items() if value is not None}
        return Finding(code, self[code], location, given)
