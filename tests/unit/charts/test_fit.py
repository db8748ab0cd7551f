"""In a real browser, with the reader's own fonts, every word stays in its drawing."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Page, sync_playwright

from generator.charts import delivery, new, progress, sheet, svg
from generator.charts.contract import Chart
from generator.charts.palette import STATUSES
from generator.model.dates import Period
from tests import builders

LEAST_SHOWN = {"narrow": 288, "wide": 576}
QUARTERS = tuple(
    Period.quarter(year, number) for year, number in product(range(2019, 2025), range(1, 5))
)
COUNTS = tuple(tuple(400 + 100 * place + turn for place in range(8)) for turn in range(24))
BREAKS = (
    progress.Break(builders.day("2019-01-01"), gained=True, count=3, others=()),
    progress.Break(builders.day("2022-03-01"), gained=False, count=3, others=()),
    progress.Break(builders.day("2024-12-31"), gained=True, count=3, others=()),
)
OUTSIDE = """
() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const {x, y, width, height} = svg.viewBox.baseVal
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBBox()
    return box.x < x - .5 || box.x + box.width > x + width + .5
        || box.y < y - 2 || box.y + box.height > y + height + 2
  }).map(text => `${svg.lang} ${width}: ${text.textContent}`)
})
"""
OVERLAPPING = """
() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')]
  const boxes = texts.map(text => text.getBBox())
  return texts.flatMap((text, i) => texts.slice(i + 1).filter((_, k) => {
    const a = boxes[i], b = boxes[i + 1 + k]
    // Lines of text are higher than their letters.
    return a.x < b.x + b.width && b.x < a.x + a.width
        && Math.abs((a.y + a.height / 2) - (b.y + b.height / 2)) < 12
  }).map(other => `${text.textContent} / ${other.textContent}`))
})
"""


@pytest.fixture(scope="module")
def page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium)
        yield browser.new_page()
        browser.close()


def charts(language: str) -> Iterator[Chart | None]:
    """Every chart with large numbers, all statuses and as many quarters as it shows."""
    yield delivery.draw(delivery.Series((12_345,) * len(STATUSES)), language)
    yield delivery.draw(delivery.Series((0, 0, 0, 0, 0, 0, 0, 1)), language)
    amounts = tuple(1000 + turn for turn in range(24))
    yield new.draw(new.Series(QUARTERS, amounts, amounts, 3, over=False), language)
    yield new.draw(new.Series(QUARTERS[3:5], (1, 0), (None, 2), 0, over=True), language)
    full = progress.Series(QUARTERS, COUNTS, BREAKS, over=False)
    yield progress.draw(full, language, "full")
    short = progress.Series(QUARTERS[-2:], COUNTS[:2], BREAKS[2:], over=True)
    yield progress.draw(short, language, "short")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("script", [OUTSIDE, OVERLAPPING], ids=["inside", "apart"])
def test_words_stay_in_the_drawing_and_apart(page: Page, language: str, script: str) -> None:
    drawings = [
        drawing.svg.decode()
        for chart in charts(language)
        if chart
        for drawing in chart.drawings
        if drawing.scheme == "light"
    ]
    assert 12 == len(drawings)
    page.set_content("".join(drawings))
    assert [] == page.evaluate(script)


def test_letters_are_large_enough_where_a_drawing_is_shown_smallest() -> None:
    for shape, width in sheet.SHAPES.items():
        assert svg.SIZE * LEAST_SHOWN[shape] / width >= 12
