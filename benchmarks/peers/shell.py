"""MkDocs hook, run by the stock peer's MkDocs: one page of the theme, with places to fill.

Hugo fills the same page that Material makes, so both write pages of the same size.
"""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import get_toc


def on_files(files: Files, config: Any) -> Files:  # noqa: ANN401 - MkDocs' own class is untyped
    """Add the page."""
    page = config.extra["page"]
    made = File.generated(config, page, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    files.append(made)
    return files


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:  # noqa: ANN401, ARG001
    """Put the places into it, and the parts' headings into its table of contents."""
    if page.file.src_uri != config.extra["page"]:
        return html
    page.title = "ZZTITLE"
    page.toc = get_toc(
        [
            {"level": 2, "id": identifier, "name": name, "children": []}
            for identifier, name in config.extra["parts"].items()
        ]
    )
    return "ZZBODY"


def on_post_build(config: Any) -> None:  # noqa: ANN401
    """Take the page out of the site, into a file of its own."""
    made = Path(config.site_dir, config.extra["page"]).with_suffix("") / "index.html"
    Path(config.extra["shell"]).write_text(made.read_text("utf-8"), "utf-8")
    made.unlink()
