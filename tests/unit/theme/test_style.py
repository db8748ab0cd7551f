"""Colours can be told apart, in light and in dark, and the two sets of dark values agree."""

import re
from pathlib import Path

import pytest

from generator.theme import assets
from tests.unit.theme import sample

TEXT = ("ink", "ink-muted", "link", "link-visited", "state-alarm")
GRAPHICS = (
    *("rule-strong", "focus", "accent"),
    *(f"state-{name}" for name in ("done", "moving", "waiting", "paused", "alarm")),
    *(f"category-{number}" for number in range(1, 7)),
)


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "site_templates/theme/assets/portal"


@pytest.fixture(scope="module")
def schemes(folder: Path) -> dict[str, dict[str, str]]:
    """The tokens of each block of the style sheet: the light ones, and the dark ones twice."""
    text = (folder / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r"\n *([:\[][^\n{]+) \{\n([^{}]*)", text)
    assert 3 == len(blocks)
    return {
        selector: dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for selector, block in blocks
    }


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_dark_values_are_the_same_by_choice_and_by_system(
    schemes: dict[str, dict[str, str]],
) -> None:
    light, chosen, system = schemes.values()
    assert chosen == system
    assert set(light) == set(chosen)


@pytest.mark.parametrize("surface", ["paper", "paper-raised", "highlight"])
def test_text_can_be_read(schemes: dict[str, dict[str, str]], surface: str) -> None:
    for selector, values in schemes.items():
        for name in TEXT:
            ratio = contrast(values[name], values[surface])
            assert ratio >= 4.5, (selector, name, surface, round(ratio, 2))
        assert contrast(values["band-ink"], values["band"]) >= 4.5


@pytest.mark.parametrize("surface", ["paper", "paper-raised"])
def test_what_means_something_can_be_seen(schemes: dict[str, dict[str, str]], surface: str) -> None:
    for selector, values in schemes.items():
        for name in GRAPHICS:
            ratio = contrast(values[name], values[surface])
            assert ratio >= 3, (selector, name, surface, round(ratio, 2))
        assert contrast(values["category-1"], values["rule"]) >= 3, selector


def test_colours_stand_in_the_tokens_alone(folder: Path) -> None:
    for path in folder.glob("*.css"):
        if path.name not in {"tokens.css", "print.css"}:
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8")), path


def test_every_style_sheet_is_joined(folder: Path) -> None:
    assert {f"{name}.css" for name in assets._STYLES} == {p.name for p in folder.glob("*.css")}


def test_every_token_that_is_used_exists(folder: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.css"))
    used = set(re.findall(r"var\(--([\w-]+)\)", text))
    made = set(re.findall(r"--([\w-]+):", text))
    assert used <= made, used - made


@pytest.mark.parametrize("name", ["tables", "records", "figures"])
def test_the_specimen_shows_every_component(folder: Path, name: str) -> None:
    styles = re.sub(
        r"/\*.*?\*/", "", (folder / f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    shown = set(
        re.findall(r"[\w-]+", " ".join(re.findall('class="([^"]+)"', sample.specimen().body)))
    )
    styled = set(re.findall(r"\.([a-z][\w-]*)", styles))
    assert styled <= shown, styled - shown
