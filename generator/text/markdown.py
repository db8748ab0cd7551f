"""Limited Markdown of the publisher's own texts: paragraphs, lists, emphasis, links, headings.

Nothing of it is trusted: HTML is not passed through, and what comes out is cleaned
against an allow-list.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TAGS = frozenset({"p", "ul", "ol", "li", "em", "strong", "a", "h2", "h3", "br"})
_RULES = ("list", "emphasis", "link", "heading", "newline", "escape", "balance_pairs")


@cache
def _renderer() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a check has no use for it

    return MarkdownIt("zero", {"html": False, "linkify": False}).enable(list(_RULES))


def markdown(text: str) -> str:
    """Safe HTML of a limited Markdown text."""
    import nh3  # noqa: PLC0415 - likewise

    return nh3.clean(
        _renderer().render(text),
        tags=set(_TAGS),
        # Without `*` nh3 would let titles and languages through on every tag.
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
