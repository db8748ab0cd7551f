"""Reviews with their instructions, programmes with their tasks, and published figures."""

import random
from collections.abc import Iterator
from datetime import date

from benchmarks.synthetic import progress
from benchmarks.synthetic.common import TODAY, Data, after, happens, record, rng_of, source
from benchmarks.synthetic.plans import World
from benchmarks.synthetic.settings import GROUPS, invented
from benchmarks.synthetic.words import Writer
from generator.model.dates import Period, quarters

_FOUNDED = date(2024, 4, 8)
_CYCLE = quarters(date(2024, 4, 1), date(2026, 9, 30))
TASKS = 12


def reviews(world: World, writer: Writer) -> Iterator[Data]:
    """The founding meeting and one review for each quarter since."""
    yield _review(world, writer, "founding-2024", _FOUNDED, None)
    for quarter in _CYCLE:
        name = f"review-{quarter.text.lower()}"
        held = after(rng_of(world.seed, name, "day"), quarter.last, 5, 28)
        yield _review(world, writer, name, held, quarter)


def _review(
    world: World, writer: Writer, identifier: str, held: date, quarter: Period | None
) -> Data:
    rng = rng_of(world.seed, identifier)
    data: Data = {
        "title": writer.phrase(rng),
        "kind": "review" if quarter else "founding",
        "held_on": held.isoformat(),
        "place": writer.phrase(rng, 2, 3),
        "chair": writer.known("Người đứng đầu chính phủ", "Head of Government"),
        "presented_by": writer.known("Bộ Ngoại giao", "Ministry of Foreign Affairs"),
        "participants": world.some_active(rng, held, 20),
        "findings": [
            {"id": f"f{place}", "text": writer.prose(rng, 14, 28), "sources": ["minutes"]}
            for place in range(1, rng.randint(4, 7))
        ],
        "instructions": [
            _instruction(rng, world, writer, place, held) for place in range(1, rng.randint(9, 15))
        ],
    }
    if quarter:
        data["period"] = quarter.text
        # The last finding of each quarterly review stays within the government.
        data["findings"][-1] |= {"visibility": "internal", "ground": "international_relations"}
    minutes = source(rng, "minutes", writer.phrase(rng)[writer.languages[0]], held)
    return record(identifier, data, invented(writer), [minutes])


def _instruction(rng: random.Random, world: World, writer: Writer, place: int, held: date) -> Data:
    kind = rng.choices(("action", "standing", "opinion_request"), (75, 15, 10))[0]
    found: Data = {
        "id": f"i{place}",
        "kind": kind,
        "text": writer.prose(rng, 14, 30),
        "addressed_to": world.some_active(rng, held, rng.randint(1, 4)),
        "sources": ["minutes"],
    }
    if happens(rng, 0.3):
        found["addressed_to"] = [rng.choice(sorted(set(GROUPS.values())))]
    if happens(rng, 0.3):
        found["supporting"] = world.some_active(rng, held, 2)
    if kind != "standing" and happens(rng, 0.7):
        found["due_on"] = after(rng, held, 20, 200).isoformat()
    elif kind != "standing":
        found["due_text"] = writer.phrase(rng, 3, 6)
    if named := _named(rng, world, held):
        found["commitments"] = named
    if responses := list(_responses(rng, world, writer, found, held)):
        found["responses"] = responses
    return found


def _named(rng: random.Random, world: World, held: date) -> list[str]:
    """Commitments that an instruction names: concluded by then, in half of the instructions."""
    if happens(rng, 0.5):
        return []
    chosen = rng.sample(world.commitments, min(3, world.count))
    return [
        plan.id for plan in chosen if not plan.moved_to and plan.day and plan.day.has_come(held)
    ]


def _responses(
    rng: random.Random, world: World, writer: Writer, instruction: Data, held: date
) -> Iterator[Data]:
    """Answers of the agencies addressed by name; an order to a group has none."""
    place = 0
    for agency in instruction["addressed_to"]:
        if agency not in world.bodies:
            continue
        day = held
        for state in ("in_progress", "done")[: rng.choice((0, 1, 1, 2))]:
            place, day = place + 1, after(rng, day, 10, 120)
            standing = state == "done" and instruction["kind"] == "standing"
            there = day <= TODAY and world.bodies[agency].active(day, day)
            if there and not standing:
                yield {
                    "id": f"a{place}",
                    "by": agency,
                    "responded_on": day.isoformat(),
                    "state": "not_applicable" if happens(rng, 0.05) else state,
                    "text": writer.prose(rng, 8, 16),
                }


def programmes(world: World, writer: Writer) -> Iterator[Data]:
    """Two action programmes of twelve tasks each."""
    for number, adopted in enumerate((date(2023, 2, 10), date(2026, 1, 20))):
        identifier = f"action-programme-{adopted.year}"
        rng = rng_of(world.seed, identifier)
        data: Data = {
            "title": writer.phrase(rng),
            "issued_by": "head-of-government",
            "adopted_on": adopted.isoformat(),
            "period": f"{adopted.year}..{adopted.year + 3}",
            "tasks": [
                _task(rng, writer, world, (number * TASKS) + place, place, adopted)
                for place in range(1, TASKS + 1)
            ],
        }
        decision = source(rng, "decision", writer.phrase(rng)[writer.languages[0]], adopted)
        decision["document"] = f"{number + 40}/NQ-XA"
        yield record(identifier, data, invented(writer), [decision])


def _task(
    rng: random.Random, writer: Writer, world: World, number: int, place: int, adopted: date
) -> Data:
    # Agencies that never end: a task has no succession of its own.
    lasting = [
        body.id for body in world.bodies.values() if body.begins is None and body.ends is None
    ]
    lead, helper = rng.sample(lasting, 2)
    found: Data = {
        "id": f"t{place}",
        "number": place,
        "kind": "standing" if place % 5 == 0 else "action",
        "title": writer.phrase(rng),
        "lead_agency": lead,
        "supporting_agencies": [{"agency": helper}],
    }
    if place % 5:
        found["due_on"] = after(rng, adopted, 200, 1400).isoformat()
    else:
        found["due_text"] = writer.phrase(rng, 3, 6)
    case = progress.Case(
        number, rng, writer, adopted, TODAY, lambda _: (lead,), lambda _: helper, "decision"
    )
    if updates := progress.updates(case):
        found["updates"] = updates
    return found


def statements(world: World, writer: Writer) -> Iterator[Data]:
    """Published figures: for each quarter how many were signed and how many carried out."""
    for quarter in _CYCLE:
        rng = rng_of(world.seed, "statement", quarter.text)
        said = after(rng, quarter.last, 5, 25)
        for metric, unit in (("new_commitments", "records"), ("completed_share", "percent")):
            data: Data = {
                "title": writer.phrase(rng),
                "metric": metric,
                "value": rng.randint(20, 90),
                "unit": unit,
                "period": quarter.text,
                "compared_with": quarter.year_before().text,
                "scope": writer.prose(rng, 8, 14),
                "stated_by": writer.known("Bộ Ngoại giao", "Ministry of Foreign Affairs"),
                "stated_on": said.isoformat(),
                "review": f"review-{quarter.text.lower()}",
            }
            if quarter.text.endswith("Q4"):
                more = {"value": data["value"] + 3, "sources": ["gazette"]}
                stated = {"value": data["value"], "sources": ["report"]}
                data["disputed"] = [{"key": "value", "values": [stated, more]}]
            if happens(rng, 0.4):
                data["qualifier"] = rng.choice(("about", "nearly", "at_least"))
            name = f"{metric.replace('_', '-')}-{quarter.text.lower()}"
            papers = [
                source(rng, paper, writer.phrase(rng)[writer.languages[0]], said)
                for paper in ("report", "gazette")
            ]
            yield record(name, data, invented(writer), papers)
