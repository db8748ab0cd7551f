"""A finding in the words of a language: its message and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Finding, PortalError
from generator.reporting.printable import printable
from generator.text import Catalogue, catalogue


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says; nothing of it can break out of its line."""

    message: str
    fix: str


def worded(finding: Finding, language: str) -> Wording:
    """The words of a finding.

    An argument named `<name>:<language>` is the reader's form of `<name>`; if it is named
    `fix`, it is the fix.  A value that the catalogue names, as in `LOAD01.what.link`, is
    given in its words.  A `suggestion` is asked for before the fix.
    """
    texts = catalogue(language)
    arguments = _arguments(finding, texts)
    fix = arguments.get("fix") or texts.text(f"{finding.code}.fix", **arguments)
    if "suggestion" in arguments:
        question = texts.text("finding.did_you_mean", suggestion=arguments["suggestion"])
        fix = f"{question} {fix}"
    return Wording(printable(texts.text(f"{finding.code}.message", **arguments)), printable(fix))


def _arguments(finding: Finding, texts: Catalogue) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in finding.arguments.items():
        plain, _, language = name.partition(":")
        if language and language != texts.language:
            continue
        key = f"{finding.code}.{name}.{value}"
        words = texts.text(key) if not language and texts.has(key) else value
        if language or plain not in found:
            found[plain] = printable(words)
    return found


def explained(error: PortalError, language: str) -> str:
    """What a problem that stopped the program says."""
    arguments: Mapping[str, str] = {
        name: printable(value) for name, value in error.arguments.items()
    }
    return printable(catalogue(language).text(f"error.{error.key}", **arguments))
