"""How implementation went: updates, milestones, difficulties, recommendations.

Everything happens between the record's day and `Case.end`, and is said by agencies that
exist, and are responsible, on the day they say it.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.synthetic.common import (
    FIRST_REPORT,
    TODAY,
    Data,
    after,
    between,
    happens,
    roughly,
    turn,
)
from benchmarks.synthetic.settings import CODES
from benchmarks.synthetic.words import Writer
from generator.model.dates import Period

_STEPS: Mapping[str, Mapping[str, int]] = {
    "": {"not_started": 30, "in_progress": 70},
    "not_started": {"not_started": 40, "in_progress": 60},
    "in_progress": {"in_progress": 96, "suspended": 3, "cancelled": 1},
    "substantial": {"substantial": 47, "completed": 50, "suspended": 2, "cancelled": 1},
    "suspended": {"suspended": 48, "in_progress": 50, "cancelled": 2},
}
"""Of a hundred entries after one of a status, how many state which."""

_SUBSTANTIAL = 65
_SETBACK = 15
"""Percent: what is above the first is substantial; a setback costs the second."""

Holders = Callable[[date], Sequence[str]]
"""Who is responsible on a day."""


@dataclass(frozen=True)
class Case:
    """What the progress of one commitment or task depends on."""

    number: int
    rng: random.Random
    writer: Writer
    begin: date
    end: date
    """The last day on which something can have happened."""
    holders: Holders
    active: Callable[[date], str]
    """Some agency that exists on a day."""
    source: str
    """The source of what was published."""


_TOO_SHORT = 30
"""Days in which nothing is reported yet."""

_UPDATES = (22, 15, 13, 11, 10, 8, 7, 5, 4, 3, 2, 2, 1)
"""How many commitments, in parts, have 0, 1, 2 … updates."""


def updates(case: Case) -> list[Data]:
    """The log: reports of agencies and published facts, in the order of what they describe."""
    count = case.rng.choices(range(len(_UPDATES)), _UPDATES)[0]
    if (case.end - case.begin).days < _TOO_SHORT:
        return []
    entries = [_report(case) if happens(case.rng, 0.8) else _published(case) for _ in range(count)]
    found = {(entry["state_on"], entry.get("period")): entry for entry in entries if entry}
    log = [found[key] for key in sorted(found, key=lambda key: (key[0], key[1] or ""))]
    log = list(_delivered(case, log))
    if len(log) > 1 and turn(case.number, 19, 4):
        log.insert(-1, _correction(case, log[-2], f"u{len(log) - 1}"))
    return [{"id": f"u{place}", **entry} for place, entry in enumerate(log, 1)]


def _report(case: Case) -> Data | None:
    """The report for a quarter by who is responsible, if nobody else was so when it ended."""
    day = between(case.rng, max(case.begin, FIRST_REPORT), case.end)
    quarter = Period.quarter_of(day)
    reported = after(case.rng, quarter.last, 2, 30)
    if quarter.last < case.begin or reported > case.end:
        return None
    holders = case.holders(quarter.last)
    if not holders or holders != case.holders(reported):
        return None
    return {
        "state_on": quarter.last.isoformat(),
        "reported_by": holders[0],
        "reported_on": reported.isoformat(),
        "period": quarter.text,
    }


def _published(case: Case) -> Data:
    day = between(case.rng, case.begin, case.end)
    return {"state_on": day.isoformat(), "sources": [case.source]}


def _delivered(case: Case, log: list[Data]) -> Iterator[Data]:
    """The log with status and percentage: forwards for the most part, else with a reason."""
    rng, status, percent = case.rng, "", 0
    for entry in log:
        before, status = status, _next_status(rng, status, percent)
        backwards = status == "in_progress" and percent > _SETBACK and happens(rng, 0.04)
        percent = _percent(rng, status, percent - _SETBACK if backwards else percent)
        entry["summary"] = case.writer.partial(rng, 8, 18)
        entry["delivery_status"] = status
        # A setback is stated where its reason is given; who has completed has all of it.
        stated = backwards or status == "completed" or happens(rng, 0.7)
        if stated and status != "cancelled":
            entry["completion_percent"] = percent
        stopped = status in {"suspended", "cancelled"} and status != before
        if backwards or stopped:
            entry["reason"] = case.writer.prose(rng, 8, 14)
        yield entry
        if status in {"completed", "cancelled"}:
            return


def _next_status(rng: random.Random, status: str, percent: int) -> str:
    chances = _STEPS[status]
    found = rng.choices(list(chances), list(chances.values()))[0]
    return "substantial" if found == "in_progress" and percent > _SUBSTANTIAL else found


def _percent(rng: random.Random, status: str, percent: int) -> int:
    if status == "not_started":
        return 0
    if status == "completed":
        return 100
    if status == "suspended":
        return percent
    return min(95, max(5, percent + rng.choice((0, 5, 10, 15, 20, 30))))


def _correction(case: Case, wrong: Data, name: str) -> Data:
    """A later entry about the same day, which replaces what the wrong one says in words."""
    keys = ("state_on", "delivery_status", "completion_percent")
    kept = {key: wrong[key] for key in keys if key in wrong}
    return {
        **kept,
        "summary": case.writer.prose(case.rng, 8, 14),
        "reason": case.writer.prose(case.rng, 6, 10),
        "corrects": name,
        "sources": [case.source],
    }


def milestones(case: Case, last: date) -> list[Data]:
    """Steps up to `last`: some reached, some dropped, some put off, and some put off again."""
    count = case.rng.choices(range(7), (40, 10, 15, 15, 10, 6, 4))[0]
    days = sorted(between(case.rng, case.begin, last) for _ in range(count))
    return [_milestone(case, place, day) for place, day in enumerate(days, 1)]


def _milestone(case: Case, place: int, due: date) -> Data:
    rng = case.rng
    step: Data = {"id": f"m{place}", "title": case.writer.phrase(rng, 5, 10)}
    step["due_on"] = roughly(rng, due)
    since, slips = case.begin, []
    for number in range(1, rng.choices((1, 2, 3), (70, 20, 10))[0]):
        slipped = after(rng, since, 20, 400)
        if slipped > case.end:
            break
        since, due = slipped, after(rng, max(slipped, due), 60, 300)
        slip: Data = {"id": f"s{number}", "slipped_on": since.isoformat()}
        if happens(rng, 0.85):
            slip["to_on"] = due.isoformat()
        if happens(rng, 0.6):
            slip["reason"] = case.writer.prose(rng, 6, 12)
        slips.append(slip)
    if slips:
        step["slips"] = slips
    if happens(rng, 0.3):
        step["weight"] = rng.choice((1, 2, 3, 0.5))
    finished = min(after(rng, due, -40, 120), case.end)
    if due < case.end and happens(rng, 0.7) and finished >= since:
        key = "dropped_on" if happens(rng, 0.1) else "completed_on"
        step |= {key: finished.isoformat(), "sources": [case.source]}
    return step


def difficulties(case: Case) -> list[Data]:
    """Obstacles: a third beyond the agency's authority, most of those passed up, half solved."""
    count = case.rng.choices(range(4), (75, 15, 7, 3))[0]
    return [_difficulty(case, place) for place in range(1, count + 1)]


def _difficulty(case: Case, place: int) -> Data:
    rng = case.rng
    day = between(rng, case.begin, case.end)
    found: Data = {
        "id": f"d{place}",
        "raised_on": day.isoformat(),
        "kind": rng.choice(CODES["difficulty-kinds"]),
        "description": case.writer.partial(rng, 8, 18),
    }
    if holders := case.holders(day):
        found["raised_by"] = holders[0]
    if happens(rng, 0.35):
        found["beyond_authority"] = True
        if happens(rng, 0.7):
            day = between(rng, day, min(after(rng, day, 5, 200), case.end))
            found |= {"escalated_to": case.active(day), "escalated_on": day.isoformat()}
    if happens(rng, 0.4):
        found["handled_by"] = case.active(day)
    if happens(rng, 0.5):
        found["resolved_on"] = between(rng, day, case.end).isoformat()
        found["resolution"] = case.writer.prose(rng, 8, 16)
    return found


def recommendations(case: Case) -> list[Data]:
    """What responsible agencies propose; two of three have a reply."""
    count = case.rng.choices(range(3), (80, 14, 6))[0]
    found = [_recommendation(case, place) for place in range(1, count + 1)]
    return [entry for entry in found if entry]


def _recommendation(case: Case, place: int) -> Data | None:
    rng = case.rng
    day = between(rng, case.begin, case.end)
    holders = case.holders(day)
    if not holders:
        return None
    answered = between(rng, day, TODAY)
    # Who is to reply has to exist both when asked and when replying.
    addressee = "head-of-government" if happens(rng, 0.3) else "government-office"
    found: Data = {
        "id": f"r{place}",
        "made_on": day.isoformat(),
        "made_by": holders[0],
        "addressed_to": addressee,
        "text": case.writer.partial(rng, 8, 18),
    }
    if happens(rng, 0.65):
        found["reply"] = {
            "replied_on": answered.isoformat(),
            "by": addressee,
            "decision": rng.choice(("accepted", "partly_accepted", "declined")),
            "text": case.writer.prose(rng, 8, 14),
        }
    return found
