"""Writes what every code means, in each language: `python -m generator.checks.documentation`.

`docs/check-codes.md` is in the fallback language, `docs/check-codes.<language>.md` in each
other one that has the texts; a test holds that they are up to date.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.checks.runner import codes
from generator.text import Catalogue, catalogue
from generator.text.catalogue import FALLBACK, languages
from generator.write import write_atomically

COMMAND = "python -m generator.checks.documentation"
FOLDER = Path(__file__).resolve().parents[2] / "docs"


def documents() -> Mapping[str, str]:
    """The documentation's files by name: one for each language that has its texts."""
    found = {}
    for language in languages():
        texts = catalogue(language)
        if texts.has("codes.title"):
            suffix = "" if language == FALLBACK else f".{language}"
            found[f"check-codes{suffix}.md"] = document(texts)
    return found


def document(texts: Catalogue) -> str:
    """Every code: how much it weighs, what it says, why, and what to do."""
    generated = texts.text("codes.generated", command=COMMAND)
    lines = [f"<!-- {generated} -->", "", f"# {texts.text('codes.title')}", ""]
    lines += [
        texts.text("codes.intro"),
        "",
        _row(texts, "code", "severity", "says"),
        "|---|---|---|",
    ]
    for code, severity in codes().items():
        weight = texts.text(f"severity.{severity}")
        lines.append(f"| [{code}](#{code.lower()}) | {weight} | {_message(texts, code)} |")
    for code in codes():
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
