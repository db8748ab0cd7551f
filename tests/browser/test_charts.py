"""A chart says its message in words, and its numbers stand under it and in its file."""

import csv
import io
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.browser.sites import Site

PAGES = [("real", ""), ("real", "en/"), ("real", "agencies/moc/"), ("rich", "")]
SHOWN = """async (drawing) => {
  await drawing.decode();
  return [drawing.currentSrc, drawing.naturalWidth];
}"""
each_page = pytest.mark.parametrize("site,address", PAGES)


def charts(reader: Reader, site: str, address: str, width: int = 1280) -> list[Locator]:
    found = reader.opens(address, site, width=width).locator("figure.chart").all()
    assert found
    return found


@each_page
def test_the_table_under_a_chart_has_the_numbers_of_its_file(
    reader: Reader, sites: Mapping[str, Site], site: str, address: str
) -> None:
    for chart in charts(reader, site, address):
        link = chart.locator("a[download]")
        file = link.evaluate("(element) => element.href").removeprefix(reader.homes[site])
        content = (sites[site].folder / file).read_text(encoding="utf-8-sig")
        header, *rows = csv.reader(io.StringIO(content))
        assert rows
        assert header == chart.locator("thead th").all_text_contents()
        shown = [
            row.locator("th, td").all_text_contents() for row in chart.locator("tbody tr").all()
        ]
        assert rows == shown


@each_page
def test_the_text_of_a_chart_is_its_message(reader: Reader, site: str, address: str) -> None:
    for chart in charts(reader, site, address):
        caption = chart.locator("figcaption")
        notes = "".join(caption.locator(".chart__note").all_inner_texts())
        message = caption.inner_text().removesuffix(notes).strip()
        assert message
        for drawing in chart.locator("img").all():
            assert message == drawing.get_attribute("alt")


@pytest.mark.parametrize("width", [1280, 320])
@each_page
def test_one_drawing_of_a_chart_is_shown_and_it_fits_screen_and_colours(
    reader: Reader, site: str, address: str, width: int
) -> None:
    for chart in charts(reader, site, address, width):
        for scheme in ("light", "dark"):
            chart.page.emulate_media(color_scheme=scheme)
            drawing = chart.locator(f".chart__{scheme} img")
            expect(drawing).to_be_visible()
            expect(chart.locator("img:visible")).to_have_count(1)
            size = "wide" if width == 1280 else "narrow"
            source, drawn = drawing.evaluate(SHOWN)
            assert source.endswith(f"-{size}-{scheme}.svg")
            assert drawn > 0
