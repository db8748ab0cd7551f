"""Names from records are words in every chart, whatever they hold, and its bytes do not vary."""

from collections.abc import Iterator

import pytest

from generator.charts import first_progress, flow, groups, milestones, new_by_field, reporting
from generator.charts.contract import Chart
from generator.charts.palette import STATUSES
from generator.model.dates import Date, Period
from tests.unit.charts import drawn
from tests.unit.charts.test_svg import HOSTILE


def charts(label: str) -> Iterator[Chart | None]:
    """Every chart with names from records, all of them the same."""
    name = (("en", label),)
    yield flow.draw(flow.Series((flow.Band(name, name, 3),), 1, 3, 0), "en")
    step = milestones.Step(name, name, "open", (Date.parse("2025"),), moved=False, done=None)
    yield milestones.draw(milestones.Series((step,), (2024, 2026), (0, 0, 1, 0, 0), 0, 1, 0), "en")
    for by in ("field", "partner"):
        group = groups.Group(name, tuple(1 for _ in STATUSES))
        yield groups.draw(groups.Series(by, (group,), 0, 0, 8, 1), "en", by)
    panel = new_by_field.Panel(name, (1, 2))
    yield new_by_field.draw(new_by_field.Series((2024, 2025), (panel,), 0, over=True), "en")
    row = reporting.Row(name, ((1, 0, 0, 1),))
    quarter = Period.quarter(2025, 1)
    yield reporting.draw(reporting.Series((quarter,), (row,), (1, 0, 0, 1), 0), "en")


@pytest.mark.parametrize("label", HOSTILE)
def test_names_are_words_whatever_they_hold(label: str) -> None:
    for chart in charts(label):
        assert chart is not None
        assert label in {cell for row in chart.rows for cell in row}
        for drawing in chart.drawings:
            root = drawn.root(drawing)
            assert {"svg", "title", "g", "text", "path", "defs", "pattern", "rect"} >= {
                element.tag.removeprefix(drawn.SPACE) for element in root.iter()
            }
            ids = [name for element in root.iter() if (name := element.get("id"))]
            assert len(ids) == len(set(ids)), chart.name
            # Long names are broken, or cut: their first word stays.
            assert label.split(maxsplit=1)[0][:9] in " ".join(drawn.words(drawing))


def test_a_chart_is_its_series_and_its_language_alone() -> None:
    assert list(charts("Trade")) == list(charts("Trade"))
    series = first_progress.Series((first_progress.At(0, 0, 3),), ((9, 0.5),), 20, 9, 1, 3, 0)
    assert first_progress.draw(series, "vi") == first_progress.draw(series, "vi")
    assert hash(series) == hash(
        first_progress.Series((first_progress.At(0, 0, 3),), ((9, 0.5),), 20, 9, 1, 3, 0)
    )
