"""Small marks at a place: they differ by their form, so that no colour is needed."""

from math import cos, pi, sin

from generator.charts.sheet import Point

_CORNERS = 20
"""Of a disc: more cannot be seen at the size of a mark."""


def disc(x: float, y: float, radius: float) -> list[Point]:
    """A disc."""
    turns = (2 * pi * corner / _CORNERS for corner in range(_CORNERS))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def diamond(x: float, y: float, radius: float) -> list[Point]:
    """A square that stands on its corner."""
    return [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]


def triangle(x: float, y: float, radius: float) -> list[Point]:
    """A triangle that stands on its side, as on a sign that warns."""
    return [
        (x, y - radius),
        (x + radius * 1.1, y + radius * 0.9),
        (x - radius * 1.1, y + radius * 0.9),
    ]


def arrow(x: float, y: float, radius: float, way: int) -> list[Point]:
    """A triangle whose tip, to the right (`way` 1) or to the left (-1), is the place."""
    back = x - way * radius * 1.6
    return [(x, y), (back, y + radius), (back, y - radius)]


def cross(x: float, y: float, radius: float) -> list[list[Point]]:
    """Two lines that cross."""
    reach = radius * 0.8
    return [
        [(x - reach, y - reach), (x + reach, y + reach)],
        [(x - reach, y + reach), (x + reach, y - reach)],
    ]


def tick(x: float, y: float, radius: float) -> list[Point]:
    """The line of a tick, as on a list of what is done."""
    return [
        (x - 0.8 * radius, y),
        (x - 0.25 * radius, y + 0.6 * radius),
        (x + 0.8 * radius, y - 0.6 * radius),
    ]
