"""From what matplotlib writes to the file that is published, in the colours of both schemes.

Comments (they repeat every label), metadata, identifiers and fonts go: a reader's own
fonts write the words.  What is left is as small as it can be, and the same everywhere.
"""

import re
from xml.etree import ElementTree as ET

from generator.charts.palette import DARK

FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
SIZE = 13.5
"""Of letters: 12 CSS pixels or more wherever a drawing is at least as wide as it must be."""

_SPACE = "http://www.w3.org/2000/svg"
_COLOR = re.compile("#[0-9a-f]{6}")
_COLORED = ("style", "fill", "stroke")
_GENERATED = re.compile(r"(figure|patch|line2d|text)_[0-9]+")
_KEPT_OF_TEXT = frozenset({"text-anchor", "fill", "font-weight"})


def finished(drawn: bytes, title: str, language: str, size: tuple[int, int]) -> tuple[bytes, bytes]:
    """The files of the light and of the dark scheme."""
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing; the parser drops its comments
    for element in root.iter():
        _clean(element)
    for group in root.findall("g"):
        group[:] = [_alone(element) for element in group]
    for unwanted in ("metadata", "defs[style]"):
        for child in root.findall(unwanted):
            root.remove(child)
    root.attrib |= {
        "xmlns": _SPACE,
        "lang": language,
        "width": str(size[0]),
        "height": str(size[1]),
        "font-family": FAMILY,
        "font-size": str(SIZE),
    }
    del root.attrib["version"]
    named = ET.Element("title")
    named.text = title
    root.insert(0, named)
    light = ET.tostring(root, "utf-8")
    _darken(root)
    return light, ET.tostring(root, "utf-8")


def _clean(element: ET.Element) -> None:
    """Less what nobody reads: spaces between elements, generated names, fonts, no rotation."""
    element.tag = element.tag.rpartition("}")[2]
    element.tail = None
    if not (element.text or "").strip():
        element.text = None
    if _GENERATED.fullmatch(element.get("id", "")):
        del element.attrib["id"]
    if element.tag == "text":
        parts = element.attrib.pop("style").split("; ")
        kept = [part for part in parts if part.partition(":")[0] in _KEPT_OF_TEXT]
        element.set("style", "; ".join(kept))
        element.attrib.pop("transform", None)
    elif element.tag == "path":
        element.set("d", " ".join(element.get("d", "").split()))


def _alone(element: ET.Element) -> ET.Element:
    """What a nameless group holds, if it is one thing."""
    return element[0] if len(element) == 1 and not element.attrib else element


def _darken(root: ET.Element) -> None:
    """Turn the light scheme into the dark one, in styles alone: words stay as they are."""
    for element in root.iter():
        for name in _COLORED:
            if value := element.get(name):
                element.set(name, _COLOR.sub(lambda color: DARK[color[0]], value))
