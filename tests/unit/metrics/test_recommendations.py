from generator.metrics import recommendations as metric
from tests.builders import commitment, merged, snapshot, standings, words


def recommendation(identifier: str, to: str, made_on: str, **keys: object) -> dict[str, object]:
    required = {"id": identifier, "made_on": made_on, "made_by": "lead", "addressed_to": to}
    return {**required, "text": words("please"), **keys}


def reply(on: str) -> dict[str, object]:
    return {"replied_on": on, "by": "new", "decision": "accepted"}


def test_a_recommendation_waits_for_its_reply_on_whoever_stands_for_the_addressee() -> None:
    here = snapshot(
        "2025-12-31",
        merged("old", "new", "2025-03-01"),
        commitment(
            "a",
            recommendations=[
                recommendation("answered", "old", "2025-01-01", reply=reply("2025-12-31")),
                recommendation("answer-to-come", "old", "2025-01-01", reply=reply("2026-01-01")),
                recommendation("by-month", "other", "2025-11"),
                recommendation("to-come", "other", "2026-01-01"),
            ],
        ),
        commitment("b", recommendations=[recommendation("r1", "old", "2024-12-31")]),
        commitment(
            "ended",
            ended_on="2025-05-01",
            recommendations=[recommendation("r1", "a", "2024-12-31")],
        ),
    )
    found = metric.recommendations(here, standings(here))
    assert [("r1", 365), ("answer-to-come", 364), ("by-month", 31)] == [
        (entry.recommendation.id, entry.days) for entry in found
    ]
    assert (("new",), ("new",), ("other",)) == tuple(entry.waiting_on for entry in found)
    assert (3, ("b", "a")) == (metric.count(found).value, metric.count(found).records)
    assert {"new": 2, "other": 1} == {
        agency: figure.value for agency, figure in metric.by_addressee(found).items()
    }
