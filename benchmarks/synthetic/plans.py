"""What there will be in a synthetic registry: who does what with whom, on which day.

The plan is drawn before anything is written, so that records can refer to each other and
be written in any order.  Commitments are numbered by their days: a smaller number is an
older commitment, and whatever refers to smaller numbers alone has no cycles.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from benchmarks.synthetic import agencies, partners
from benchmarks.synthetic.agencies import Body
from benchmarks.synthetic.common import TODAY, between, happens, rng_of, turn
from benchmarks.synthetic.partners import Partner
from benchmarks.synthetic.settings import CODES, COORDINATOR, FIELDS
from benchmarks.synthetic.words import Language, slug
from generator.model.dates import Date

_YEARS = {2021: 8, 2022: 12, 2023: 16, 2024: 20, 2025: 26, 2026: 18}
"""How many of a hundred commitments are of each year."""

PROJECTS_EVERY, FIRST_PROJECT = 25, 5
"""Which commitments are projects: that of the second number, and each so many after it."""

_BASES = {"signed": 70, "adopted": 18, "declared": 12}
_KINDS = {"signed": ("treaty", "agreement", "mou", "mou", "contract", "letter", "other")}
_INSTRUMENTS = {**_KINDS, "adopted": ("joint_statement",), "declared": ("pledge",)}


@dataclass(frozen=True)
class Activity:
    """A visit, summit or signing; `last` may lie in the future."""

    id: str
    kind: str
    first: date
    last: date
    partners: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One commitment, before it is written down."""

    number: int
    id: str
    basis: str
    kind: str
    day: Date | None
    """The record's day; none while it is negotiated."""
    activity: str
    partners: tuple[str, ...]
    field: str
    lead: str
    """Empty if nobody knows."""
    moved_to: str = ""

    @property
    def path(self) -> str:
        """Its file, in the folder of the lead as first filed."""
        return f"commitments/{self.lead or COORDINATOR}/{self.id}.yml"


@dataclass(frozen=True)
class World:
    """All that a synthetic registry of `count` commitments is about."""

    count: int
    seed: int
    bodies: dict[str, Body] = field(default_factory=agencies.bodies)
    partners: tuple[Partner, ...] = field(default_factory=partners.partners)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """Activities in the order of their days, about one in nine still ahead."""
        count = 40 + self.count // 40
        rng = rng_of(self.seed, "activities")
        days = sorted(between(rng, date(2021, 1, 10), date(2027, 6, 30)) for _ in range(count))
        return tuple(self._activity(number, day) for number, day in enumerate(days))

    @cached_property
    def _past(self) -> Sequence[Activity]:
        return [activity for activity in self.activities if activity.last <= TODAY]

    def _activity(self, number: int, day: date) -> Activity:
        rng = rng_of(self.seed, "activity", number)
        kind = rng.choice(CODES["activity-kinds"])
        chosen = _some(rng, self.partners, 1 if "visit" in kind else rng.randint(2, 5))
        own = "-".join((kind.replace("_", "-"), *chosen[:1], f"{day:%Y-%m}", str(number)))
        return Activity(own[-64:].strip("-"), kind, day, day + timedelta(rng.randint(0, 3)), chosen)

    @cached_property
    def commitments(self) -> tuple[Plan, ...]:
        """Commitments in the order of their days, those without one at the end."""
        language = Language("en")
        drafts = [self._draft(number) for number in range(self.count)]
        drafts.sort(key=lambda draft: (draft[0] is None, draft[0] and draft[0].last, draft[1]))
        plans: list[Plan] = []
        for number, (day, _, activity) in enumerate(drafts):
            plan = self._plan(number, day, activity, language)
            # The record that stays is an older one that is itself no duplicate.
            if turn(number, 67, 40):
                plan = replace(plan, moved_to=self.near(plans, number, 9).id)
            plans.append(plan)
        return tuple(plans)

    def _draft(self, number: int) -> tuple[Date | None, int, Activity | None]:
        rng = rng_of(self.seed, "day", number)
        if turn(number, 25, 3):
            return None, number, None
        if happens(rng, 0.45):
            activity = rng.choice(self._past)
            return _dated(rng, activity.first, activity.last), number, activity
        year = rng.choices(list(_YEARS), list(_YEARS.values()))[0]
        last = min(date(year, 12, 31), TODAY)
        return _imprecise(rng, between(rng, date(year, 1, 4), last)), number, None

    def _plan(
        self, number: int, day: Date | None, activity: Activity | None, language: Language
    ) -> Plan:
        rng = rng_of(self.seed, "plan", number)
        basis = rng.choices(list(_BASES), list(_BASES.values()))[0]
        kind = rng.choice(_INSTRUMENTS[basis])
        if turn(number, PROJECTS_EVERY, FIRST_PROJECT):
            kind = "project"
        area = rng.choice(list(FIELDS))
        among = activity.partners if activity else _some(rng, self.partners, rng.choice((1, 1, 2)))
        lead = "" if turn(number, 41, 17) else self._lead(rng, area, day)
        title = slug(language.phrase(rng, 3, 4))[:48].strip("-")
        return Plan(
            number,
            f"{title}-{number + 1:05}",
            basis,
            kind,
            day,
            activity.id if activity else "",
            among[:3],
            area,
            lead,
        )

    def _lead(self, rng: random.Random, area: str, day: Date | None) -> str:
        """An agency that exists on all days that the record's day may be."""
        first, last = (day.first, day.last) if day else (TODAY, TODAY)
        fitting = [
            body
            for body in self.bodies.values()
            if body.active(first, last) and (not body.fields or area in body.fields)
        ]
        ministries = [body for body in fitting if body.kind == "ministry"]
        return rng.choice(ministries if ministries and happens(rng, 0.7) else fitting).id

    def near(self, plans: Sequence[Plan], number: int, reach: int) -> Plan:
        """An older commitment, at least `reach` numbers back, that is no tombstone."""
        number = max(0, number - reach)
        while plans[number].moved_to:
            number -= 1
        return plans[number]

    def some_active(self, rng: random.Random, day: date, count: int = 1) -> list[str]:
        """Ids of agencies that exist on a day."""
        found = [body.id for body in self.bodies.values() if body.active(day, day)]
        return rng.sample(found, count)


def _some(rng: random.Random, among: Sequence[Partner], count: int) -> tuple[str, ...]:
    """Different partners; the first of them are the frequent ones."""
    places = [int(len(among) * rng.random() ** 1.8) for _ in range(count)]
    return tuple(dict.fromkeys(among[place].id for place in places))


def _dated(rng: random.Random, first: date, last: date) -> Date:
    """A day within an activity; now and then only one of its days."""
    if first < last and happens(rng, 0.1):
        return Date.parse(f"{first}..{last}")
    return Date.of(between(rng, first, last))


def _imprecise(rng: random.Random, day: date) -> Date:
    """A day as closely as it is known: mostly exact, no span beyond today."""
    form = rng.choices(("day", "month", "year", "span", "until"), (85, 8, 2, 3, 2))[0]
    text = {
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "year": f"{day:%Y}",
        "span": f"{day}..{day + timedelta(days=9)}",
        "until": f"..{day}",
    }[form]
    found = Date.parse(text)
    return found if found.last <= TODAY else Date.of(day)
