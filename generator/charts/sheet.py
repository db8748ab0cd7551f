"""The sheet that every chart is drawn on: areas, lines and words at places in pixels.

matplotlib draws, and is imported only when something is drawn.  Axes, their ticks and words
take most of its time and are placed by the fonts of the machine; a figure without them is
drawn in a third of it, to the same bytes everywhere.
"""

import io
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.charts import svg
from generator.charts.contract import Drawing
from generator.charts.palette import GROUND, TEXT, TINT, Fill

if TYPE_CHECKING:
    from matplotlib.artist import Artist

NARROW, WIDE = 320, 640
SHAPES: Mapping[str, int] = {"narrow": NARROW, "wide": WIDE}
"""The shapes of a chart, and how wide each is drawn."""

_PER_INCH = 72
_OUTLINE = 1.2
_LETTER, _BOLD_LETTER = 7.4, 8.4
"""Pixels that a letter takes at most, on the average of a label, in the fonts of readers."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; `y` grows downward."""

    x: float
    y: float
    width: float
    height: float


Point = tuple[float, float]


def width_of(text: str) -> float:
    """Pixels that a label takes at most."""
    return len(text) * _LETTER


def lines(text: str, room: float, most: int | None = None, *, bold: bool = False) -> list[str]:
    """A label as lines that fit into a width in pixels; cut after so many, which `…` shows."""
    letters = max(int(room / (_BOLD_LETTER if bold else _LETTER)), 1)
    found = textwrap.wrap(text, letters, break_long_words=False)
    if most is not None and len(found) > most:
        kept = textwrap.wrap(text, letters - 1, break_long_words=False)[:most]
        return [*kept[:-1], kept[-1].rstrip(" ,;:(–-") + "…"]
    return found


@cache
def _prepared() -> None:
    """Set matplotlib up for the process: none of it depends on the machine's own settings."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.rcdefaults()
    mpl.rcParams.update(
        {
            "svg.hashsalt": "charts",
            "hatch.linewidth": 1.2,
            "path.simplify": False,
        }
    )


class Sheet:
    """An empty drawing."""

    def __init__(self, width: int, height: int) -> None:
        _prepared()
        from matplotlib.figure import Figure  # noqa: PLC0415

        self.width = width
        self.height = height
        self.figure: Figure = Figure((width / _PER_INCH, height / _PER_INCH), dpi=_PER_INCH)
        self.figure.patch.set_visible(False)
        self.written: list[svg.Words] = []

    def bars(self, boxes: Iterable[Box], fill: Fill, name: str | None = None) -> None:
        """Fill rectangles alike; in the drawing they are one element, with the name as its id."""
        self.areas(
            (
                (
                    (box.x, box.y + box.height),
                    (box.x, box.y),
                    (box.x + box.width, box.y),
                    (box.x + box.width, box.y + box.height),
                )
                for box in boxes
            ),
            fill,
            name,
        )

    def areas(
        self, outlines: Iterable[Sequence[Point]], fill: Fill, name: str | None = None
    ) -> None:
        """Fill areas alike, each given by its corners: one element, as with bars."""
        from matplotlib.patches import PathPatch  # noqa: PLC0415
        from matplotlib.path import Path  # noqa: PLC0415
        from matplotlib.transforms import IdentityTransform  # noqa: PLC0415

        points: list[Point] = []
        codes: list[int] = []
        for outline in outlines:
            placed = [(round(x, 2), round(self.height - y, 2)) for x, y in outline]
            points += [*placed, placed[0]]
            codes += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(placed) - 1)]
            codes.append(int(Path.CLOSEPOLY))
        if not points:
            return
        patch = PathPatch(
            Path(points, codes),
            facecolor=TINT if fill.hollow else fill.color,
            edgecolor=fill.color if fill.hollow else "none",
            hatchcolor=GROUND,
            linewidth=_OUTLINE if fill.hollow else 0,
            hatch=fill.hatch,
            transform=IdentityTransform(),
            gid=name,
        )
        self._add(patch)

    def line(
        self,
        start: Point,
        end: Point,
        color: str,
        *,
        width: float = 1,
        dashed: bool = False,
        name: str | None = None,
    ) -> None:
        """Draw a straight line."""
        self.lines([(start, end)], color, width=width, dashed=dashed, name=name)

    def lines(
        self,
        traces: Iterable[Sequence[Point]],
        color: str,
        *,
        width: float = 1,
        dashed: bool = False,
        name: str | None = None,
    ) -> None:
        """Draw lines from point to point, all of them as one element."""
        from matplotlib.lines import Line2D  # noqa: PLC0415
        from matplotlib.transforms import IdentityTransform  # noqa: PLC0415

        gap = (float("nan"), float("nan"))
        points = [point for trace in traces for point in (*trace, gap)][:-1]
        if not points:
            return
        drawn = Line2D(
            [x for x, _ in points],
            [self.height - y for _, y in points],
            color=color,
            linewidth=width,
            linestyle=(0, (4, 3)) if dashed else "solid",
            transform=IdentityTransform(),
            solid_capstyle="butt",
        )
        drawn.set_gid(name)
        self._add(drawn)

    def words(
        self,
        at: Point,
        text: str,
        *,
        anchor: str = "left",
        color: str = TEXT,
        bold: bool = False,
    ) -> None:
        """Write words on a base line, to one side of a place or centred (`left|center|right`).

        They lie above everything.  matplotlib does not see them: it would measure each of
        them, by the fonts of the machine, for longer than all else takes.
        """
        self.written.append(svg.Words(round(at[0], 2), round(at[1], 2), text, anchor, color, bold))

    def _add(self, artist: "Artist") -> None:
        """What comes later lies above what came before, whatever it is."""
        artist.set_zorder(len(self.figure.get_children()))
        self.figure.add_artist(artist)

    def drawings(self, shape: str, title: str, language: str) -> tuple[Drawing, ...]:
        """The finished drawing in both schemes."""
        size = self.width, self.height
        light, dark = svg.finished(self._drawn(), self.written, title, language, size)
        return Drawing(shape, "light", *size, light), Drawing(shape, "dark", *size, dark)

    def _drawn(self) -> bytes:
        made = io.BytesIO()
        self.figure.savefig(made, format="svg", metadata={"Date": None})
        return made.getvalue()
