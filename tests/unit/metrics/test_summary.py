from generator.metrics.summary import summaries, summary
from generator.model.dates import Period
from tests.builders import commitment, snapshot, standings

PERIOD = Period.parse("2025")


def test_a_summary_is_of_the_period_and_of_the_day() -> None:
    found = snapshot(
        "2026-06-01",
        commitment("a", signed_on="2025-01-01", implementation={"to_on": "2025-12-31"}),
        commitment("b", signed_on="2026-01-01", field="health"),
    )
    whole = summary(found, standings(found), PERIOD)
    assert (1, 2) == (whole.new.value, whole.not_reported.value)
    assert (1, 0) == (whole.overdue.value, whole.stale.value)
    assert whole.growth_ratio.value is None
    by_field = summaries(found, "field", PERIOD)
    assert {"energy": 1, "health": 0} == {code: each.new.value for code, each in by_field.items()}
