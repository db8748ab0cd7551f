"""What a chart is: a drawing, the message it carries, and the table of the same numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """One SVG file of a chart.

    A chart has four: `shape` is `narrow` (its letters have 12 CSS pixels if it is shown 288
    wide) or `wide` (if it is shown 576 wide); `scheme` is `light` or `dark`, and both are one
    drawing in other colours, on no background of its own.
    """

    shape: str
    scheme: str
    width: int
    height: int
    svg: bytes

    @property
    def name(self) -> str:
        """What tells it from the chart's other files."""
        return f"{self.shape}-{self.scheme}"


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure of a page, in one language.

    `message` says what the drawing shows (it is the text alternative, too), `note` what else
    there is to know; `header` and `rows` are the numbers that were drawn, as text, and the
    first cell of a row names it.
    """

    name: str
    title: str
    message: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawings: tuple[Drawing, ...]

    @property
    def told(self) -> str:
        """All that is said in words."""
        return f"{self.message} {self.note}".rstrip()

    def drawing(self, shape: str, scheme: str) -> Drawing:
        """The drawing of a shape in a scheme."""
        return next(one for one in self.drawings if (one.shape, one.scheme) == (shape, scheme))
