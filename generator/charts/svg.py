"""From what matplotlib draws to the file that is published, in the colours of both schemes.

Comments, metadata and generated identifiers go; words come, for the reader's own fonts to
write.  What is left is as small as it can be, and the same everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.charts.palette import DARK, TEXT

FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
SIZE = 13.5
"""Of letters: 12 CSS pixels or more wherever a drawing is at least as wide as it must be."""

_SPACE = "http://www.w3.org/2000/svg"
_COLOR = re.compile("#[0-9a-f]{6}")
_COLORED = ("style", "fill", "stroke")
_GENERATED = re.compile(r"(figure|patch|line2d)_[0-9]+")
_ANCHORS = {"center": "middle", "right": "end"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a base line; `anchor` is the part of them that is at the place."""

    x: float
    y: float
    text: str
    anchor: str
    color: str
    bold: bool


def finished(
    drawn: bytes, written: Sequence[Words], title: str, language: str, size: tuple[int, int]
) -> tuple[bytes, bytes]:
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
    if written:
        group = ET.SubElement(root, "g", {"fill": TEXT})
        for words in written:
            _write(group, words)
    light = ET.tostring(root, "utf-8")
    _darken(root)
    return light, ET.tostring(root, "utf-8")


def _clean(element: ET.Element) -> None:
    """Less what nobody reads: spaces between elements, generated names."""
    element.tag = element.tag.rpartition("}")[2]
    element.tail = None
    if not (element.text or "").strip():
        element.text = None
    if _GENERATED.fullmatch(element.get("id", "")):
        del element.attrib["id"]
    if element.tag == "path":
        element.set("d", " ".join(element.get("d", "").split()))


def _write(group: ET.Element, words: Words) -> None:
    made = ET.SubElement(group, "text", {"x": f"{words.x:g}", "y": f"{words.y:g}"})
    made.text = words.text
    if words.anchor in _ANCHORS:
        made.set("text-anchor", _ANCHORS[words.anchor])
    if words.color != TEXT:
        made.set("fill", words.color)
    if words.bold:
        made.set("font-weight", "bold")


def _alone(element: ET.Element) -> ET.Element:
    """What a nameless group holds, if it is one thing."""
    return element[0] if len(element) == 1 and not element.attrib else element


def _darken(root: ET.Element) -> None:
    """Turn the light scheme into the dark one, in styles alone: words stay as they are."""
    for element in root.iter():
        for name in _COLORED:
            if value := element.get(name):
                element.set(name, _COLOR.sub(lambda color: DARK[color[0]], value))
