"""The figures of a record: what readers count with, each by its key."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.model import states
from generator.model.dates import Date
from generator.model.entities import Commitment, Programme, Record, Review, Statement, Update

Dues = Mapping[str, Date | None]
"""Key to the date that holds; `None` where a slip gave no new one."""


def logs(record: Record | None) -> Iterator[tuple[str, Sequence[Update]]]:
    """Each log of progress, by its key."""
    if isinstance(record, Commitment):
        yield "updates", record.updates
    elif isinstance(record, Programme):
        for task in record.tasks:
            yield f"tasks.{task.id}.updates", task.updates


def dues(record: Record | None) -> Dues:
    """What is due, and when: the first targets, or what slips made of them."""
    found: dict[str, Date | None] = {}
    if isinstance(record, Commitment):
        for milestone in record.milestones:
            if milestone.due_on or milestone.slips:
                found[f"milestones.{milestone.id}"] = states.milestone_due(milestone, date.max)
        if (due := states.due_on(record)) is not None:
            found["implementation.to_on"] = due
        if record.assignment and record.assignment.due_on:
            found["assignment.due_on"] = record.assignment.due_on
    elif isinstance(record, Review):
        found |= {f"instructions.{each.id}": each.due_on for each in record.instructions}
    elif isinstance(record, Programme):
        found |= {f"tasks.{each.id}": each.due_on for each in record.tasks}
    return {key: due for key, due in found.items() if due or key.startswith("milestones.")}


def figures(record: Record | None) -> Mapping[str, str]:
    """Every figure as it reads: percent, amounts, dates that are due, published values."""
    found = {key: str(due) for key, due in dues(record).items() if due}
    for key, updates in logs(record):
        percent = states.delivery(updates, date.max).percent
        if percent is not None:
            found[f"{key}.completion_percent"] = f"{percent:g}%"
    if isinstance(record, Commitment):
        found |= {f"amounts.{each.id}": f"{each.value:g}" for each in record.amounts}
    elif isinstance(record, Statement):
        found["value"] = f"{record.value:g}"
    return found
