"""The chrome of a page, rendered once for all pages that share it.

The theme takes four milliseconds a page.  What it makes around a page's own content
depends on the language and on how deep the page lies, and on a few slots.  So MkDocs
and the theme render one placeholder for each language and depth, it is cut at the
slots, and pages are filled in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

# From one language's home page to the deepest address that the portal can have.
DEEPEST = 6

# Private-use characters: no template and no text of the interface has them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([a-z0-9_]+){_CLOSE}")


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """What decides a page's chrome, but for the slots."""

    language: str
    depth: int

    @property
    def address(self) -> str:
        """The address of the placeholder: as deep as the pages that it stands for."""
        return "x/" * self.depth

    @property
    def source(self) -> str:
        """The name of the placeholder among MkDocs' sources."""
        return f"shell-{self.depth}.{self.language}.md"


def frames(languages: Iterable[str]) -> Iterator[Frame]:
    """Every frame that the pages of these languages can need."""
    for language in languages:
        for depth in range(DEEPEST + 1):
            yield Frame(language, depth)


def tokens(slots: Iterable[str]) -> dict[str, str]:
    """What a placeholder shows in its slots: marks to cut at."""
    return {slot: f"{_OPEN}{slot}{_CLOSE}" for slot in slots}


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered placeholder, cut at its slots."""

    literals: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def cut(cls, rendered: str) -> Self:
        """Cut what the theme made of a placeholder."""
        parts = _TOKEN.split(rendered)
        return cls(tuple(parts[0::2]), tuple(parts[1::2]))

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with these values in its slots."""
        pieces = [self.literals[0]]
        for slot, literal in zip(self.slots, self.literals[1:], strict=True):
            pieces += values[slot], literal
        return "".join(pieces)
