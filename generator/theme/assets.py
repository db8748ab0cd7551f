"""The files that every page asks for: one style sheet, and of the theme's only what is used."""

from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

STYLE_SHEET = "assets/portal.css"

# One file for each idea; later ones build on earlier ones.
_STYLES = (
    "tokens",
    "type",
    "layout",
    "chrome",
    "tables",
    "records",
    "figures",
    "search",
    "print",
)

# Of the theme: its search, whose place ours takes, and what only its developers read.
_UNUSED = (
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
    "assets/images/favicon.png",
    "assets/*.map",
    "assets/portal/*.css",
)


def prepare(files: Files, config: MkDocsConfig, days: Mapping[str, str]) -> None:
    """Leave out what no page asks for, and join the style sheets: a page asks for one.

    `days` says in each language of which day the site speaks.
    """
    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)
    folder = Path(config.theme.custom_dir or "", "assets", "portal")
    styles = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    styles += [_stamp(language, words) for language, words in days.items()]
    files.append(
        File.generated(
            config, STYLE_SHEET, content="\n".join(styles), inclusion=InclusionLevel.NOT_IN_NAV
        )
    )


def _stamp(language: str, words: str) -> str:
    """The day on what is printed: in the style sheet, so that no page changes with the day."""
    text = "".join(
        letter
        if letter.isascii() and (letter.isalnum() or letter == " ")
        else f"\\{ord(letter):x} "
        for letter in words
    )
    rule = f':lang({language}) .masthead__bar::after {{ content: "{text}"; }}'
    return f"@media print {{\n  {rule}\n}}\n"
