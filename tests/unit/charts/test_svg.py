"""What is published of a drawing: nothing that anyone could slip in, the same bytes everywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.charts.contract import Drawing
from generator.charts.palette import BLUE, DARK, GROUND, TEXT, Fill
from generator.charts.sheet import Box, Sheet
from tests.unit.charts import drawn

HOSTILE = [
    "<script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script/>",
    '" onload="alert(1)',
    "&lt;b&gt; &amp; &#60;",
    "$\\frac{1}{2}$ costs $5",
    "\\usepackage{evil}",
    "#16191d url(#x)",
    "đường sắt Lào Cai – Hà Nội – Hải Phòng",
    "中国 ນະຄອນຫຼວງ",
]
DRAW = """
import hashlib
from generator.charts.sheet import Box, Sheet
from generator.charts.palette import Fill, BLUE
sheet = Sheet(320, 100)
sheet.bars([Box(0, 0, 10, 10)], Fill(BLUE, "//"), "one")
sheet.line((0, 0), (9, 9), BLUE, dashed=True)
sheet.words((10, 20), "Đã hoàn thành")
for drawing in sheet.drawings("narrow", "Title", "vi"):
    print(hashlib.sha256(drawing.svg).hexdigest())
"""


def made(text: str) -> tuple[Drawing, ...]:
    sheet = Sheet(320, 100)
    sheet.bars([Box(0, 0, 10, 10)], Fill(BLUE, "//"), "one")
    sheet.words((10, 20), text)
    return sheet.drawings("narrow", text, "vi")


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_words_whatever_they_hold(text: str) -> None:
    for drawing in made(text):
        root = drawn.root(drawing)
        assert [text] == drawn.words(drawing)
        assert text == root[0].text
        assert {"svg", "title", "g", "text", "path", "defs", "pattern", "rect"} >= {
            element.tag.removeprefix(drawn.SPACE) for element in root.iter()
        }


def test_nothing_is_left_of_the_program_that_drew() -> None:
    for drawing in made("label"):
        for trace in (b"<!", b"<?", b"matplotlib", b"metadata", b"<style", b"href", b"DejaVu"):
            assert trace not in drawing.svg
        assert 1 == drawing.svg.count(b"http")


def test_ids_are_unique() -> None:
    for drawing in made("label"):
        ids = [name for element in drawn.root(drawing).iter() if (name := element.get("id"))]
        assert len(ids) == len(set(ids))


def test_both_schemes_are_one_drawing_in_other_colours() -> None:
    light, dark = (drawing.svg.decode() for drawing in made("label"))
    for color in (BLUE, TEXT, GROUND):
        assert color in light
        assert color not in dark
        light = light.replace(color, DARK[color])
    assert light == dark


def test_a_drawing_paints_no_page_of_its_own() -> None:
    empty = Sheet(320, 100).drawings("narrow", "Title", "en")[0]
    assert ["title", "g"] == [child.tag.removeprefix(drawn.SPACE) for child in drawn.root(empty)]
    assert not list(drawn.root(empty)[1])


def test_the_bytes_are_the_same_in_another_time_place_and_order(tmp_path: Path, root: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: path\n", encoding="utf-8")
    elsewhere = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "MATPLOTLIBRC": str(tmp_path),
    }
    printed = {
        subprocess.run(
            [sys.executable, "-c", DRAW],
            env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(root), **changed},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for changed in ({}, elsewhere)
    }
    assert 1 == len(printed)


def test_nothing_is_drawn_with_before_something_is_drawn(root: Path) -> None:
    """Matplotlib takes a third of a second to import."""
    code = (
        "import sys, pkgutil, importlib, generator.charts as charts\n"
        "for module in pkgutil.iter_modules(charts.__path__):\n"
        "    importlib.import_module(f'generator.charts.{module.name}')\n"
        "print([name for name in sys.modules if name.startswith(('matplotlib', 'numpy'))])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "[]" == printed.strip()
