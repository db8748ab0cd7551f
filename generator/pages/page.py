"""A page of the site, before the theme puts its chrome around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `address` is relative to the language's own root (`""` is home); `title` and
    `description` are plain text, `body` is HTML that is safe to serve; `contents` has the
    (anchor, label) pairs of its sections.
    """

    address: str
    language: str
    kind: str
    title: str
    description: str
    body: str
    contents: tuple[tuple[str, str], ...] = ()
    searchable: bool = True
