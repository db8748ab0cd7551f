"""Colours can be told from the page, and a status never by its colour alone."""

import re
from pathlib import Path

import pytest

from generator.charts import palette
from generator.metrics.delivery import STATUSES

TOKENS = {
    palette.GROUND: "paper",
    palette.TEXT: "ink",
    palette.MUTED: "ink-muted",
    palette.GRID: "rule",
    palette.GREEN: "state-done",
    palette.BLUE: "category-1",
    palette.SKY: "category-5",
    palette.PURPLE: "category-6",
    palette.BROWN: "state-paused",
    palette.SLATE: "state-waiting",
    palette.GREY: "rule-strong",
    palette.ALARM: "state-alarm",
}
LIGHT = {color: color for color in palette.DARK}
MEANT = sorted({fill.color for fill in palette.STATUSES.values()} | {palette.BLUE, palette.ALARM})
both_schemes = pytest.mark.parametrize("scheme", [LIGHT, palette.DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    """As WCAG 2 defines it."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@both_schemes
@pytest.mark.parametrize("color", MEANT)
def test_a_colour_that_means_something_stands_out_from_the_page(
    color: str, scheme: dict[str, str]
) -> None:
    assert contrast(scheme[color], scheme[palette.GROUND]) >= 3


@both_schemes
@pytest.mark.parametrize("color", [palette.TEXT, palette.MUTED])
def test_words_can_be_read(color: str, scheme: dict[str, str]) -> None:
    assert contrast(scheme[color], scheme[palette.GROUND]) >= 4.5


def test_the_colours_are_those_of_the_theme(root: Path) -> None:
    tokens = root / "site_templates" / "theme" / "assets" / "portal" / "tokens.css"
    light, dark, *_ = tokens.read_text(encoding="utf-8").split('[data-md-color-scheme="slate"]')
    for color, name in TOKENS.items():
        assert f"--{name}: {color};" in light, name
        assert f"--{name}: {palette.DARK[color]};" in dark, name


def test_every_status_has_a_fill() -> None:
    assert set(STATUSES) == set(palette.STATUSES)


def test_no_two_statuses_differ_by_colour_alone_unless_one_is_much_darker_or_solid() -> None:
    hatched = [fill.hatch for fill in palette.STATUSES.values() if fill.hatch]
    assert len(hatched) == len(set(hatched))
    solid = [name for name, fill in palette.STATUSES.items() if not fill.hatch and not fill.hollow]
    # These two never lie on each other: whatever is completed is below, and three others between.
    assert ["completed", "not_started"] == solid


def test_a_colour_is_written_as_the_schemes_are_told_apart() -> None:
    for color in [*palette.DARK, *palette.DARK.values()]:
        assert re.fullmatch("#[0-9a-f]{6}", color)
