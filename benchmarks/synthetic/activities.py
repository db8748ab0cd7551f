"""The high-level activities of a synthetic registry, held and planned."""

import random
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.synthetic.common import TODAY, Data, after, record, rng_of, source, turn
from benchmarks.synthetic.partners import COUNTRIES
from benchmarks.synthetic.plans import Activity, Plan, World
from benchmarks.synthetic.settings import CODES, invented
from benchmarks.synthetic.words import Writer


def written(
    world: World, number: int, signed: Mapping[str, Sequence[Plan]], writer: Writer
) -> Data:
    """An activity's record.

    Args:
        world: what the registry is about.
        number: the activity's place among all.
        signed: activity id to the commitments concluded at it.
        writer: the languages.
    """
    activity = world.activities[number]
    rng = rng_of(world.seed, "activity-record", number)
    data: Data = {
        "title": writer.phrase(rng),
        "kind": activity.kind,
        "from_on": activity.first.isoformat(),
        "to_on": activity.last.isoformat(),
        "place": writer.phrase(rng, 2, 3),
        "partners": list(activity.partners),
    }
    hosts = [partner.upper() for partner in activity.partners if partner in COUNTRIES]
    data["hosts"] = hosts[:1] if hosts and activity.kind == "visit_outbound" else ["XA"]
    planned = activity.first > TODAY
    if planned or turn(number, 9):
        data["proposals"] = list(_proposals(rng, world, activity, signed, writer))
    if turn(number, 23, 22) and activity.id not in signed:
        day = min(after(rng, activity.first, -60, -5), TODAY)
        data["cancelled_on"] = day.isoformat()
    if planned and turn(number, 3):
        until = after(rng, activity.last, 10, 40).isoformat()
        data |= {"visibility": "internal", "ground": "negotiation", "review_on": until}
    elif turn(number, 17, 4):
        data["withheld"] = [{"key": "place", "ground": "security_defence"}]
    announced = min(after(rng, activity.first, -20, 0), TODAY)
    sources = [source(rng, "announced", writer.phrase(rng)[writer.languages[0]], announced)]
    return record(activity.id, data, invented(writer), sources)


def _proposals(
    rng: random.Random,
    world: World,
    activity: Activity,
    signed: Mapping[str, Sequence[Plan]],
    writer: Writer,
) -> Iterator[Data]:
    """What is, or was, in preparation for it; what became a commitment names it."""
    concluded = [plan for plan in signed.get(activity.id, ()) if not plan.moved_to]
    planned = activity.first > TODAY
    for place in range(1, rng.randint(2, 6)):
        found: Data = {
            "id": f"p{place}",
            "title": writer.phrase(rng),
            "partners": list(activity.partners[:1]),
            "lead_agency": world.some_active(rng, min(activity.first, TODAY))[0],
            "field": rng.choice(CODES["fields"]),
            "due_on": after(rng, activity.first, -30, 0).isoformat(),
            "state": rng.choice(("idea", "in_preparation", "agreed") if planned else ("dropped",)),
        }
        if concluded and place % 2:
            found |= {"state": "concluded", "commitment": concluded.pop().id}
        if turn(place, 3):
            found["visibility"] = "public"
        yield found
