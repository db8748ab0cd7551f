"""The files that every page asks for: one style sheet, and of the theme's only what is used."""

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


def prepare(files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page asks for, and join the style sheets: a page asks for one."""
    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)
    folder = Path(config.theme.custom_dir or "", "assets", "portal")
    styles = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    files.append(
        File.generated(
            config, STYLE_SHEET, content="\n".join(styles), inclusion=InclusionLevel.NOT_IN_NAV
        )
    )
