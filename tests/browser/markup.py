"""What stands in a page's markup, without a browser: for tests over every page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path


@dataclass(frozen=True)
class Element:
    """A start tag with its attributes; `text` is what follows it up to the next tag."""

    tag: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)

    @property
    def rel(self) -> set[str]:
        """What the linked file is to the page."""
        return set(self.attributes.get("rel", "").split())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.elements[-1].text.append(data)


@cache
def elements(file: Path) -> list[Element]:
    """Every element of a file, in order."""
    parser = _Parser()
    parser.feed(file.read_text(encoding="utf-8"))
    return parser.elements


def named(file: Path, tag: str) -> Iterator[Element]:
    """The elements of one name."""
    return (element for element in elements(file) if element.tag == tag)
