"""The colours of charts, and how each delivery status is filled.

They are the theme's own (`tokens.css`; a test holds them equal), after Okabe and Ito, with
the colour that a status has elsewhere on the site.

Every colour that carries meaning has a contrast of 3:1 or more with the ground of its
scheme, text 4.5:1.  No status is told by its colour alone: hatches differ, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

GROUND = "#ffffff"
"""The page behind the drawing, for the lines of a hatch; nothing paints the whole of it."""
TINT = "#f5f5f2"
"""What is inside a hollow area."""
TEXT = "#16191d"
MUTED = "#515962"
GRID = "#dddcd6"
GREEN = "#00745a"
BLUE = "#0072b2"
SKY = "#2a86bd"
PURPLE = "#b2578f"
BROWN = "#965500"
SLATE = "#656c75"
GREY = "#81878f"
ALARM = "#b83a06"

DARK: Mapping[str, str] = {
    GROUND: "#14171b",
    TINT: "#23282f",
    TEXT: "#e8e6e1",
    MUTED: "#adb4bd",
    GRID: "#363c44",
    GREEN: "#4ec59d",
    BLUE: "#56a8e0",
    SKY: "#8fd0f5",
    PURPLE: "#dd92bb",
    BROWN: "#e9a640",
    SLATE: "#a0a8b1",
    GREY: "#7d8590",
    ALARM: "#ff8c61",
}
"""A colour of the light scheme, in which everything is drawn, to that of the dark one."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: solid, hatched in the ground's colour, or an outline alone."""

    color: str
    hatch: str | None = None
    hollow: bool = False


STATUSES: Mapping[str, Fill] = {
    "completed": Fill(GREEN),
    "substantial": Fill(BLUE, "---"),
    "in_progress": Fill(SKY, "///"),
    "not_started": Fill(SLATE),
    "suspended": Fill(BROWN, "xxx"),
    "cancelled": Fill(PURPLE, "|||"),
    "not_stated": Fill(GREY, "\\\\\\"),
    "not_reported": Fill(GREY, hollow=True),
}
"""What a standing's `status` may be, in the order in which it is shown, with its fill."""
