"""One synthetic commitment, as rich as the model allows."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import cast

from benchmarks.synthetic import progress
from benchmarks.synthetic.common import (
    TODAY,
    Data,
    after,
    between,
    happens,
    record,
    rng_of,
    roughly,
    source,
    turn,
)
from benchmarks.synthetic.plans import FIRST_PROJECT, PROJECTS_EVERY, Plan, World
from benchmarks.synthetic.settings import CODES, invented
from benchmarks.synthetic.words import Writer
from generator.model import responsibility
from generator.model.entities import Agency, Commitment
from generator.model.registry import structure

_ITEMS = ("transfers", "amounts", "milestones", "updates", "difficulties", "recommendations")


class Author:
    """Writes the commitments of a world."""

    def __init__(self, world: World, agencies: Mapping[str, Agency], writer: Writer) -> None:
        self._world = world
        self._agencies = agencies
        self._writer = writer

    def written(self, plan: Plan) -> Data:
        """A commitment's record."""
        rng = rng_of(self._world.seed, "commitment", plan.number)
        sources = list(_sources(rng, plan, self._writer))
        cited = [entry["id"] for entry in sources]
        if plan.moved_to:
            data = {"title": self._writer.phrase(rng), "moved_to": plan.moved_to}
            return record(plan.id, data, invented(self._writer), sources)
        data = self._agreed(rng, plan)
        data |= self._linked(plan)
        if plan.day is not None and plan.day.last < TODAY:
            data |= self._carried_out(rng, plan, data, cited)
        self._mark_items(plan.number, data, cited)
        data |= self._marks(rng, plan, data, cited)
        return record(plan.id, data, invented(self._writer), sources)

    def _agreed(self, rng: random.Random, plan: Plan) -> Data:
        """What was agreed, by whom and when."""
        writer = self._writer
        data: Data = {
            "title": writer.phrase(rng, 8, 14),
            "content": writer.partial(rng, 20, 40),
            "basis": plan.basis,
            "instrument_kind": plan.kind,
            "partners": list(_parties(rng, plan, writer)),
            "field": plan.field,
        }
        if plan.day:
            data[f"{plan.basis}_on"] = plan.day.text
            data["place"] = writer.phrase(rng, 2, 3)
        if plan.activity:
            data["activity"] = plan.activity
        if plan.lead:
            data["lead_agency"] = plan.lead
        if happens(rng, 0.6):
            data["supporting_agencies"] = self._supporting(rng, plan)
        return data | self._details(rng, plan)

    def _details(self, rng: random.Random, plan: Plan) -> Data:
        """What only some commitments have."""
        writer = self._writer
        data: Data = {}
        if turn(plan.number, 3):
            data["official_title"] = writer.phrase(rng, 10, 16)
        if turn(plan.number, 20, 2):
            data["signatory"] = writer.phrase(rng, 3, 5)
        if happens(rng, 0.3):
            others = [code for code in CODES["fields"] if code != plan.field]
            data["other_fields"] = rng.sample(others, rng.randint(1, 2))
        if happens(rng, 0.12):
            data["conditions"] = writer.prose(rng, 10, 18)
        if happens(rng, 0.3):
            data["amounts"] = [_amount(rng, place, writer) for place in range(rng.randint(1, 3))]
        return data

    def _supporting(self, rng: random.Random, plan: Plan) -> list[Data]:
        day = plan.day.last if plan.day else TODAY
        chosen = self._world.some_active(rng, day, rng.randint(1, 4))
        found: list[Data] = [{"agency": agency} for agency in chosen if agency != plan.lead]
        if found and plan.day and happens(rng, 0.08):
            until = between(rng, day, TODAY)
            found[0] |= {"from_on": day.isoformat(), "to_on": until.isoformat()}
        return found or [{"agency": "academy" if plan.lead != "academy" else "broadcaster"}]

    def _linked(self, plan: Plan) -> Data:
        """How it hangs together with older commitments and with the reviews."""
        plans, number = self._world.commitments, plan.number
        data: Data = {}
        if number < PROJECTS_EVERY:
            return data
        since_project = (number - FIRST_PROJECT) % PROJECTS_EVERY
        if since_project == 0 and turn(number // PROJECTS_EVERY, 3):
            data["key_project"] = self._key_project(number)
        if since_project and turn(number, 8, 1):
            data["part_of"] = self._world.near(plans, number, since_project).id
        for key, every, phase, reaches in (
            ("implements", 12, 0, (7, 20)),
            ("amends", 50, 9, (11,)),
            ("supersedes", 45, 6, (16,)),
        ):
            if turn(number, every, phase):
                older = [self._world.near(plans, number, reach).id for reach in reaches]
                data[key] = list(dict.fromkeys(older))
        return data

    def _key_project(self, number: int) -> Data:
        category = CODES["project-categories"][number % len(CODES["project-categories"])]
        if turn(number // PROJECTS_EVERY, 2):
            basis = self._writer.prose(rng_of(self._world.seed, "basis", number), 8, 12)
            return {"category": category, "basis": basis}
        return {"category": category, "instruction": f"review-{2024 + number % 3}-q2/i1"}

    def _carried_out(
        self, rng: random.Random, plan: Plan, data: Data, cited: Sequence[str]
    ) -> Data:
        """What followed after its day."""
        assert plan.day is not None  # noqa: S101 - the caller asked
        begin, number, found = plan.day.last, plan.number, cast("Data", {})
        in_force = begin
        if plan.basis == "signed" and happens(rng, 0.5):
            approved = between(rng, begin, min(after(rng, begin, 20, 300), TODAY))
            in_force = between(rng, approved, min(after(rng, approved, 5, 200), TODAY))
            found |= {"approved_on": approved.isoformat(), "in_force_on": in_force.isoformat()}
        end = TODAY
        if turn(number, 29, 12):
            end = between(rng, max(in_force, date(2025, 1, 1)), TODAY)
            found["ended_on"] = end.isoformat()
            found["ending"] = ("terminated", "withdrawn", "expired")[number // 29 % 3]
        if turn(number, 30, 8):
            moment = between(rng, begin, end)
            found["transfers"] = [
                {
                    "id": "t1",
                    "to": self._world.some_active(rng, moment),
                    "from_on": moment.isoformat(),
                    "basis": self._writer.prose(rng, 6, 10),
                }
            ]
        if happens(rng, 0.7) and (assigned := after(rng, begin, 4, 120)) <= end:
            found["assignment"] = {
                "assigned_on": assigned.isoformat(),
                "document": f"{number % 900 + 1}/QD-XA",
                "due_on": after(rng, assigned, 20, 400).isoformat(),
                "sources": [cited[0]],
            }
        last = after(rng, begin, 200, 1800)
        if happens(rng, 0.65):
            found["implementation"] = {
                "from_on": begin.isoformat(),
                "to_on": roughly(rng, last),
                "text": self._writer.phrase(rng, 4, 8),
            }
        case = self._case(rng, plan, {**data, **found}, end, cited[0])
        for key, entries in (
            ("updates", progress.updates(case)),
            ("milestones", progress.milestones(case, last)),
            ("difficulties", progress.difficulties(case)),
            ("recommendations", progress.recommendations(case)),
        ):
            if entries:
                found[key] = entries
        return found

    def _mark_items(self, number: int, data: Data, cited: Sequence[str]) -> None:
        """Cite sources at some of the entries, and keep a few of them internal."""
        steps = data.get("milestones", [])
        lists = [data.get(key, []) for key in _ITEMS] + [step.get("slips", []) for step in steps]
        for items in lists:
            for place, item in enumerate(items, number):
                if turn(place, 4):
                    item.setdefault("sources", list(cited[:2]))
                if turn(place, 20, 8):
                    ground = CODES["grounds"][place % len(CODES["grounds"])]
                    item |= {"visibility": "internal", "ground": ground}

    def _case(
        self, rng: random.Random, plan: Plan, data: Data, end: date, cited: str
    ) -> progress.Case:
        assert plan.day is not None  # noqa: S101 - the caller asked
        whole = record(plan.id, data, {}, [])
        commitment = cast("Commitment", structure("commitments", whole))
        return progress.Case(
            plan.number,
            rng,
            self._writer,
            plan.day.last,
            end,
            lambda day: (
                responsibility.responsible_agencies(commitment, self._agencies, day).agencies
            ),
            lambda day: self._world.some_active(rng, day)[0],
            cited,
        )

    def _marks(self, rng: random.Random, plan: Plan, data: Data, cited: Sequence[str]) -> Data:
        """What is inferred, disputed or withheld."""
        writer, number, found = self._writer, plan.number, cast("Data", {})
        if plan.lead and turn(number, 8, 3):
            found["inferred"] = [{"key": "lead_agency", "why": writer.prose(rng, 8, 12)}]
        if (disputed := _disputed(plan, data, cited)) and turn(number, 5, 1):
            found["disputed"] = disputed
        if turn(number, 37, 20):
            hidden: Data = {"key": "content", "ground": rng.choice(CODES["grounds"])}
            hidden["review_on"] = after(rng, TODAY, 100, 900).isoformat()
            if turn(number, 74, 20):
                hidden["silent"] = True
            found["withheld"] = [hidden]
        if turn(number, 61, 30) or (plan.day is None and turn(number, 2)):
            found |= {"visibility": "internal", "ground": "negotiation"}
            found["review_on"] = after(rng, TODAY, 100, 900).isoformat()
            if turn(number, 122, 30):
                found["silent"] = True
        elif turn(number, 150, 33):
            found["public_from_on"] = after(rng, TODAY, -300, 200).isoformat()
        return found


def _sources(rng: random.Random, plan: Plan, writer: Writer) -> Iterator[Data]:
    day = plan.day.last if plan.day else between(rng, date(2025, 6, 1), TODAY)
    language = writer.languages[0]
    for place in range(rng.choices((2, 3, 4), (60, 30, 10))[0]):
        found = source(rng, f"s{place + 1}", writer.phrase(rng, 6, 11)[language], day)
        if place and happens(rng, 0.2):
            found |= {"translation_of": "s1"}
        if turn(plan.number + place, 15):
            found["document"] = f"{plan.number + 1}/TB-XA"
            found["sha256"] = f"{rng.getrandbits(256):064x}"
        yield found


def _parties(rng: random.Random, plan: Plan, writer: Writer) -> Iterator[Data]:
    for place, partner in enumerate(plan.partners):
        party: Data = {"partner": partner}
        if place and happens(rng, 0.5):
            party["role"] = rng.choice(CODES["partner-roles"])
        if happens(rng, 0.4):
            party["body"] = writer.phrase(rng, 3, 6)
        if place and plan.day and happens(rng, 0.2):
            joined = between(rng, plan.day.last, TODAY)
            party["from_on"] = joined.isoformat()
            if happens(rng, 0.4):
                party["to_on"] = between(rng, joined, TODAY).isoformat()
        yield party


def _amount(rng: random.Random, place: int, writer: Writer) -> Data:
    value = round(10 ** rng.uniform(4, 10), -3)
    found: Data = {
        "id": f"a{place + 1}",
        "value": int(value) if happens(rng, 0.95) else value / 1000 + 0.5,
        "currency": rng.choice(("USD", "EUR", "XAU", "JPY")),
        "what": writer.phrase(rng, 4, 8),
    }
    if happens(rng, 0.4):
        found["qualifier"] = rng.choice(("about", "nearly", "at_least", "more_than", "up_to"))
    return found


def _disputed(plan: Plan, data: Data, cited: Sequence[str]) -> list[Data]:
    """Two sources differ: on the day that it came into force, or on an amount."""
    if day := data.get("in_force_on"):
        other = date.fromisoformat(day) + timedelta(days=1 + plan.number % 9)
        key, values = "in_force_on", (day, other.isoformat())
    elif "amounts" in data:
        value = data["amounts"][0]["value"]
        key, values = "amounts.a1.value", (value, value + 1000)
    else:
        return []
    pairs = zip(values, cited, strict=False)
    entries = [{"value": value, "sources": [name]} for value, name in pairs]
    return [{"key": key, "values": entries}]
