"""Writes what every code means, in each language: `python -m generator.reporting.documentation`.

`docs/check-codes.md` and `docs/audit-codes.md` are in the fallback language, such as
`docs/check-codes.<language>.md` in each other one that has the texts; a test holds that they
are up to date.
"""

from collections.abc import Mapping
from pathlib import Path

from generator import audit, checks
from generator.errors import Severity
from generator.text import Catalogue, catalogue
from generator.text.catalogue import FALLBACK, languages
from generator.write import write_atomically

COMMAND = "python -m generator.reporting.documentation"
FOLDER = Path(__file__).resolve().parents[2] / "docs"


def documents() -> Mapping[str, str]:
    """The documentation's files by name: those of each language that has their texts."""
    found = {}
    for kind, codes in (("check", checks.codes()), ("audit", audit.codes())):
        for language in languages():
            texts = catalogue(language)
            if texts.has(f"codes.{kind}.title"):
                suffix = "" if language == FALLBACK else f".{language}"
                found[f"{kind}-codes{suffix}.md"] = document(texts, kind, codes)
    return found


def document(texts: Catalogue, kind: str, codes: Mapping[str, Severity]) -> str:
    """Every code: how much it weighs, what it says, why, and what to do."""
    generated = texts.text("codes.generated", command=COMMAND)
    lines = [f"<!-- {generated} -->", "", f"# {texts.text(f'codes.{kind}.title')}", ""]
    lines += [
        texts.text(f"codes.{kind}.intro"),
        "",
        _row(texts, "code", "severity", "says"),
        "|---|---|---|",
    ]
    for code, severity in codes.items():
        weight = texts.text(f"severity.{severity}")
        lines.append(f"| [{code}](#{code.lower()}) | {weight} | {_message(texts, code)} |")
    for code in codes:
        lines += ["", f"## {code}", "", _message(texts, code), ""]
        for topic in ("why", "fix"):
            lines.append(f"- **{texts.text(f'codes.{topic}')}**: {texts.text(f'{code}.{topic}')}")
    return "\n".join([*lines, ""])


def _row(texts: Catalogue, *columns: str) -> str:
    return f"| {' | '.join(texts.text(f'codes.{column}') for column in columns)} |"


def _message(texts: Catalogue, code: str) -> str:
    """The message with its placeholders as they are: `{found}` stands for what was found."""
    return texts.text(f"{code}.message")


if __name__ == "__main__":
    for name, content in documents().items():
        write_atomically(FOLDER / name, content.encode())
