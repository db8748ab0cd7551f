"""In a real browser, with the reader's own fonts, every word stays in its drawing."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from generator.charts import (
    first_progress,
    flow,
    groups,
    milestones,
    new,
    new_by_field,
    progress,
    reporting,
    sheet,
    svg,
)
from generator.charts.contract import Chart
from generator.charts.palette import STATUSES
from generator.model.dates import Date, Period
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
LONG = (
    ("en", "The Ministry of Natural Resources, Agriculture and the Environment"),
    ("vi", "Bộ Tài nguyên, Nông nghiệp, Môi trường và Phát triển nông thôn"),
)
SHORT = (("en", "Trade"), ("vi", "Thương mại"))
ONE = tuple(1 for _ in STATUSES)
MANY = tuple(12_345 for _ in STATUSES)


def step(state: str, *dues: str, done: str | None = None) -> milestones.Step:
    found = tuple(map(Date.parse, dues))
    when = Date.parse(done) if done else None
    return milestones.Step(LONG, LONG, state, found, len(dues) > 1, when)


STEPS = (
    step("completed", "2020-01-01", "2021-06", done="2022-01-01"),
    step("overdue", "2020", "2024"),
    step("open", "2021-12-31", "2050"),
    step("undated", "2022"),
    step("undated"),
    step("dropped", "2024-12-31", done="2020-01-01"),
    step("completed", done="1999-01-01"),
)
BANDS = tuple(
    flow.Band((*LONG[:1], ("vi", f"{LONG[1][1]} {index % 5}")), LONG, 1_000 * index + 1)
    for index in range(12)
)
OUTSIDE = """
() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const {x, y, width, height} = svg.viewBox.baseVal
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBBox()
    // Browsers give whole pixels around a letter, which may begin a little before its place.
    return box.x < x - 1 || box.x + box.width > x + width + 1
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
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def charts(language: str) -> Iterator[Chart | None]:
    """Every chart with large numbers, all statuses and as many quarters as it shows."""
    amounts = tuple(1000 + turn for turn in range(24))
    yield new.draw(new.Series(QUARTERS, amounts, amounts, 3, over=False), language)
    yield new.draw(new.Series(QUARTERS[3:5], (1, 0), (None, 2), 0, over=True), language)
    full = progress.Series(QUARTERS, COUNTS, BREAKS, over=False)
    yield progress.draw(full, language, "full")
    short = progress.Series(QUARTERS[-2:], COUNTS[:2], BREAKS[2:], over=True)
    yield progress.draw(short, language, "short")
    yield flow.draw(flow.Series((*BANDS, flow.Band((), (), 9)), 20, 99, 9), language)
    yield flow.draw(flow.Series((flow.Band(SHORT, LONG, 1),), 1, 1, 0), language)
    yield milestones.draw(
        milestones.Series(STEPS, (2019, 2029), (9, 9, 9, 9, 9), 9, 9, 9), language
    )
    yield milestones.draw(
        milestones.Series(STEPS[:1], (2021, 2021), (1, 0, 0, 0, 0), 1, 1, 0), language
    )
    rows = tuple(first_progress.At(365 * year, year / 7, 12_345) for year in range(7))
    steps = tuple((365 * year + 1, year / 7) for year in range(1, 7))
    for median in (None, 1, 1100, 2190):
        yield first_progress.draw(
            first_progress.Series(rows, steps, 2200, median, 5, 9, 3), language
        )
    for by in ("field", "partner"):
        found = tuple(
            groups.Group(name, counts) for name in (LONG, SHORT) for counts in (MANY, ONE)
        )
        yield groups.draw(groups.Series(by, found, 3, 9, 99, 9), language, by)
    panels = tuple(
        new_by_field.Panel(name, counts)
        for name in (LONG, SHORT, SHORT)
        for counts in ((0, 1, 2, 3, 4, 5, 6), (12_345, 0, 0, 0, 0, 0, 12_345), (99,) * 7)
    )
    yield new_by_field.draw(
        new_by_field.Series(tuple(range(2019, 2026)), panels, 3, over=False), language
    )
    cells = ((1, 2, 3, 4), (9, 0, 0, 0), (0, 9, 0, 0), (0, 0, 9, 0), (0, 0, 0, 9), (0, 0, 0, 0))
    agencies = tuple(reporting.Row(name, (*cells, *cells[:2])) for name in (LONG, SHORT))
    yield reporting.draw(reporting.Series(QUARTERS[-8:], agencies, (9, 9, 9, 9), 5), language)
    halves = tuple(Period.parse(f"2024-{months}") for months in ("01..2024-06", "07..2024-12"))
    few = (reporting.Row(LONG, cells[:2]),)
    yield reporting.draw(reporting.Series(halves, few, (9, 0, 0, 1), 0), language)


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
    assert 34 == len(drawings)
    page.set_content("".join(drawings))
    assert [] == page.evaluate(script)


def test_letters_are_large_enough_where_a_drawing_is_shown_smallest() -> None:
    for shape, width in sheet.SHAPES.items():
        assert svg.SIZE * LEAST_SHOWN[shape] / width >= 12
