"""A page of the site, before the theme puts its chrome around it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Rendered:
    """What rendering makes: HTML that is safe to serve, and files that it refers to.

    The files' addresses are relative to the language's root, as the page's is.  `looked_at`
    are the ids of the commitments that it asked for (see `noted`).
    """

    body: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    looked_at: Collection[str] = ()


def ready(body: str) -> Callable[[], Rendered]:
    """What renders a page whose body is known already."""
    return lambda: Rendered(body)


@dataclass(frozen=True)
class Page:
    """One page in one language.

    `address` is relative to the language's own root (`""` is home); `title` and
    `description` are plain text; `contents` has the (anchor, label) pairs of its sections.
    It is rendered when its body or its files are first asked for: who needs only some
    pages pays only for these.  `made_from` gives the digest of all that it is made from, but
    for records that it looks at while it is rendered; `None` if that has no certain form.
    """

    address: str
    language: str
    kind: str
    title: str
    description: str
    render: Callable[[], Rendered]
    contents: tuple[tuple[str, str], ...] = ()
    searchable: bool = True
    made_from: Callable[[], bytes | None] = lambda: None
    feed: str = ""
    """The address of the page's Atom feed, from the language's root."""

    @cached_property
    def _rendered(self) -> Rendered:
        return self.render()

    @property
    def body(self) -> str:
        """The page's own HTML."""
        return self._rendered.body

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files that came with the page: drawings, tables."""
        return self._rendered.files

    @property
    def looked_at(self) -> Collection[str]:
        """The ids of the commitments that it looked at while it was rendered."""
        return self._rendered.looked_at
