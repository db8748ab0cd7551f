"""What a difference means: the kind of change that each place in a record tells.

One line for each: whose records, where in them (`*` is an item, `**` anything), what became of
the value, and the kind.  The first line that fits holds; what none knows is a value that was
added, removed or changed.  A kind that is empty goes without saying: another change tells it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.changes.differences import ABSENT, Difference
from generator.schema import Shape, schemas

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

_RULES = (
    ("*", "updates.*", ADDED, "update_reported"),
    ("*", "tasks.*.updates.*", ADDED, "update_reported"),
    ("*", "updates.*", REMOVED, "update_removed"),
    ("*", "tasks.*.updates.*", REMOVED, "update_removed"),
    ("*", "updates.*.**", "*", "update_rewritten"),
    ("*", "tasks.*.updates.*.**", "*", "update_rewritten"),
    ("commitments", "milestones.*", ADDED, "milestone_added"),
    ("commitments", "milestones.*", REMOVED, "milestone_removed"),
    ("commitments", "milestones.*.completed_on", ADDED, "milestone_completed"),
    ("commitments", "milestones.*.dropped_on", ADDED, "milestone_dropped"),
    ("commitments", "milestones.*.slips.*", ADDED, "due_slipped"),
    ("commitments", "milestones.*.due_on", "*", "milestone_due_changed"),
    ("commitments", "implementation.to_on", "*", "due_changed"),
    ("commitments", "lead_agency", "*", "lead_changed"),
    ("commitments", "transfers.*", ADDED, "transferred"),
    ("commitments", "supporting_agencies.*", ADDED, "support_added"),
    ("commitments", "supporting_agencies.*", REMOVED, "support_removed"),
    ("commitments", "assignment", ADDED, "assigned"),
    ("commitments", "difficulties.*", ADDED, "difficulty_raised"),
    ("commitments", "difficulties.*.escalated_to", ADDED, "difficulty_escalated"),
    ("commitments", "difficulties.*.escalated_on", ADDED, ""),
    ("commitments", "difficulties.*.resolved_on", ADDED, "difficulty_resolved"),
    ("commitments", "recommendations.*", ADDED, "recommendation_made"),
    ("commitments", "recommendations.*.reply", ADDED, "recommendation_answered"),
    ("reviews", "instructions.*", ADDED, "instruction_given"),
    ("reviews", "instructions.*.responses.*", ADDED, "instruction_answered"),
    ("agencies", "succession.*", ADDED, "succession_added"),
    ("partners", "frameworks.*", ADDED, "framework_added"),
    ("statements", "value", CHANGED, "figure_changed"),
    ("*", "ended_on", ADDED, "record_retired"),
    ("*", "moved_to", ADDED, "record_merged"),
    ("*", "sources.*", ADDED, "source_added"),
    ("*", "sources.*", REMOVED, "source_removed"),
    ("*", "**.visibility", "*", "visibility_changed"),
    ("*", "**.ground", "*", "visibility_changed"),
    ("*", "silent", "*", "visibility_changed"),
    ("*", "public_from_on", "*", "visibility_changed"),
    ("*", "withheld", "*", "visibility_changed"),
    ("registry", "withhold", "*", "visibility_changed"),
    ("*", "withheld.**", "*", "visibility_changed"),
    ("registry", "withhold.**", "*", "visibility_changed"),
)

# A list that was not there before came with its items, which are what happened.
_LISTS = frozenset(place.removesuffix(".*") for _, place, _, _ in _RULES if place.endswith(".*"))


def is_list_of_events(place: tuple[str, ...]) -> bool:
    """Whether each item of the list at a place is something that happened."""
    return ".".join(place) in _LISTS


def is_group(entity: str, place: tuple[str, ...]) -> bool:
    """Whether what stands at a place is only a group of keys, of which each tells something."""
    shape = shape_of(entity, place)
    is_one = place[-1] == "*" or _kind(entity, ".".join(place), ADDED) is not None
    return shape is not None and bool(shape.keys) and not is_one


def kind_of(entity: str, difference: Difference) -> str:
    """The kind of change that a difference in a record of an entity is."""
    event = event_of(difference)
    kind = _kind(entity, ".".join(difference.place), event)
    if kind == "update_reported" and _is_correction(difference.after):
        return "update_corrected"
    if kind is None and _language(entity, difference.place):
        return "translation_added" if event == ADDED else "text_corrected"
    return f"value_{event}" if kind is None else kind


def shape_of(entity: str, place: tuple[str, ...]) -> Shape | None:
    """What the schema says of a place; of one language of a text, what it says of the text."""
    return _shape(entity, place)[0]


def kinds() -> frozenset[str]:
    """Every kind that a difference can be."""
    told = {kind for *_, kind in _RULES if kind}
    others = {f"value_{event}" for event in (ADDED, REMOVED, CHANGED)}
    return frozenset({*told, *others, "update_corrected", "translation_added", "text_corrected"})


def event_of(difference: Difference) -> str:
    """Whether a value was added, removed or changed."""
    if difference.before is ABSENT:
        return ADDED
    return REMOVED if difference.after is ABSENT else CHANGED


@cache
def _kind(entity: str, place: str, event: str) -> str | None:
    for whose, where, what, kind in _RULES:
        if whose in ("*", entity) and what in ("*", event) and _fits(place, where):
            return kind
    return None


def _fits(place: str, where: str) -> bool:
    if where.startswith("**."):
        return f".{place}".endswith(where.removeprefix("**"))
    if where.endswith(".**"):
        return place.startswith(where.removesuffix("**"))
    return place == where


def _is_correction(update: Any) -> bool:  # noqa: ANN401 - plain data
    return isinstance(update, Mapping) and "corrects" in update


def _language(entity: str, place: tuple[str, ...]) -> str:
    return _shape(entity, place)[1]


@cache
def _shape(entity: str, place: tuple[str, ...]) -> tuple[Shape | None, str]:
    """The shape of a place, and the language if it is one of a text's."""
    shape: Shape | None = schemas().shape(entity)
    for index, step in enumerate(place):
        if shape is None:
            return None, ""
        if shape.type == "text":
            return shape, step if index == len(place) - 1 else ""
        shape = shape.items if step == "*" else shape.keys.get(step)
    return shape, ""
