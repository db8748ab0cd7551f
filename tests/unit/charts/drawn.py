"""Reads a drawing back, as a reader's eye does: the sizes of its areas, and its words."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from generator.charts.contract import Chart, Drawing
from generator.charts.palette import STATUSES
from generator.metrics.snapshot import Standing
from tests import builders

SPACE = "{http://www.w3.org/2000/svg}"


class Area(NamedTuple):
    x: float
    top: float
    width: float
    height: float


def root(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)  # noqa: S314 - made by the code under test


def words(drawing: Drawing) -> list[str]:
    return [text.text or "" for text in root(drawing).iter(f"{SPACE}text")]


def areas(drawing: Drawing, name: str) -> list[Area]:
    """The rectangles of a name, from left to right."""
    group = root(drawing).find(f".//*[@id='{name}']")
    if group is None:
        return []
    path = group[0].get("d", "")
    corners = [
        [float(number) for number in re.findall(r"-?[\d.]+", part)]
        for part in path.split("M")
        if part.strip()
    ]
    return sorted(
        Area(min(c[::2]), min(c[1::2]), max(c[::2]) - min(c[::2]), max(c[1::2]) - min(c[1::2]))
        for c in corners
    )


def outlines(drawing: Drawing, name: str) -> list[list[tuple[float, float]]]:
    """The corners of everything that is drawn under a name, in the order of drawing."""
    group = root(drawing).find(f".//*[@id='{name}']")
    if group is None:
        return []
    numbers = [
        [float(number) for number in re.findall(r"-?[\d.]+", part)]
        for part in group[0].get("d", "").split("M")
        if part.strip()
    ]
    return [list(zip(found[::2], found[1::2], strict=True)) for found in numbers]


def grid(drawing: Drawing) -> tuple[float, float]:
    """The height of nothing, and the pixels to one commitment, by the numbers on the grid."""
    labels = {
        int(text.text or ""): float(text.get("y", ""))
        for text in root(drawing).iter(f"{SPACE}text")
        if text.get("text-anchor") == "end" and (text.text or "").isdecimal()
    }
    highest = max(labels)
    return labels[0], (labels[0] - labels[highest]) / highest


def columns(drawing: Drawing, name: str, quarters: int) -> list[int]:
    """The numbers that the areas of a name stand for, quarter by quarter."""
    left, right = _ends(drawing)
    step = (right - left) / quarters
    found = [0] * quarters
    for area in areas(drawing, name):
        found[int((area.x - left) / step)] = round(area.height / grid(drawing)[1])
    return found


def _ends(drawing: Drawing) -> tuple[float, float]:
    """Where the grid begins and ends."""
    lines = [
        [float(number) for number in re.findall(r"-?[\d.]+", path.get("d", ""))]
        for path in root(drawing).iter(f"{SPACE}path")
        if path.get("d", "").count("L") == 1
    ]
    level = [line for line in lines if line[1] == line[3]]
    return min(line[0] for line in level), max(line[2] for line in level)


def status_columns(chart: Chart, statuses: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of a table as the drawing shows them, without their labels, for each drawing alike."""
    read = {
        tuple(
            tuple(str(number) for number in row)
            for row in zip(
                *(columns(drawing, status, len(chart.rows)) for status in statuses), strict=True
            )
        )
        for drawing in chart.drawings
    }
    assert len(read) == 1
    return list(read.pop())


def standings(*counts: int) -> list[Standing]:
    """Commitments by status, in the order of the palette."""
    made = []
    for status, count in zip(STATUSES, counts, strict=True):
        stated = {
            "not_reported": [],
            "not_stated": [builders.update("u1", "2025-01-02")],
        }.get(status, [builders.update("u1", "2025-01-02", status)])
        made += [
            builders.commitment(
                f"{status.replace('_', '-')}-{number}",
                signed_on="2025-01-01",
                **({"updates": stated} if stated else {}),
            )
            for number in range(count)
        ]
    return list(builders.standings(builders.snapshot("2025-06-30", *made)))
