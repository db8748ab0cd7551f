"""Each reference leads to a record that exists, and that is not a tombstone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.checks.contract import Case, Codes, closest, leaves, shown
from generator.errors import Finding, Severity
from generator.load import Document
from generator.schema import Leaf

CODES = Codes(
    REF01=Severity.ERROR,
    REF02=Severity.ERROR,
    REF03=Severity.WARNING,
    REF04=Severity.ERROR,
    REF05=Severity.ERROR,
)


@lru_cache(maxsize=4096)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    """The nearest id: remembered, since one misspelt id is often copied."""
    return closest(word, known)


def record(document: Document, case: Case) -> Iterator[Finding]:
    """References of one record that lead nowhere."""
    for leaf in leaves(document, case.schemas, "ref"):
        if not isinstance(leaf.value, str):
            continue
        if leaf.shape.entity == "instructions":
            yield from _instruction(document, leaf, case)
        elif leaf.shape.group:
            yield from _addressee(document, leaf, case)
        else:
            yield from _reference(document, leaf, case)
    yield from _corrections(document, document.data.get("updates"), ("updates",))
    tasks = document.data.get("tasks")
    for index, task in enumerate(tasks if isinstance(tasks, list) else ()):
        if isinstance(task, Mapping):
            place = ("tasks", index, "updates")
            yield from _corrections(document, task.get("updates"), place)


def _reference(document: Document, leaf: Leaf, case: Case) -> Iterator[Finding]:
    entity = leaf.shape.entity
    known = case.ids(entity)
    if leaf.value not in known:
        folder = f"{entity}/<agency>" if entity == "commitments" else entity
        yield CODES.finding(
            "REF01",
            document.at(*leaf.path),
            id=shown(leaf.value),
            file=f"{folder}/{shown(leaf.value)}.yml",
            suggestion=_nearest(leaf.value, frozenset(known)),
        )


def _addressee(document: Document, leaf: Leaf, case: Case) -> Iterator[Finding]:
    agencies, groups = case.ids("agencies"), case.groups
    if leaf.value not in agencies and leaf.value not in groups:
        yield CODES.finding(
            "REF02",
            document.at(*leaf.path),
            id=shown(leaf.value),
            groups=", ".join(sorted(groups)) or "–",
            suggestion=_nearest(leaf.value, frozenset((*agencies, *groups))),
        )


def _instruction(document: Document, leaf: Leaf, case: Case) -> Iterator[Finding]:
    review, _, item = str(leaf.value).partition("/")
    target = case.documents["reviews"].get(review)
    if target is None and review in case.ids("reviews"):
        return  # a review that cannot be read: its own findings come first
    found = target.data.get("instructions") if target else ()
    items = [
        entry["id"]
        for entry in (found if isinstance(found, list) else ())
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str)
    ]
    if item not in items:
        near = closest(item, items) if target else None
        meant = _nearest(review, frozenset(case.ids("reviews"))) if not target else review
        yield CODES.finding(
            "REF04",
            document.at(*leaf.path),
            id=shown(leaf.value),
            suggestion=f"{meant}/{near or item}" if meant and (near or not target) else None,
        )


def _corrections(document: Document, log: object, path: tuple[str | int, ...]) -> Iterator[Finding]:
    """An entry corrects one that stands before it in the log."""
    before: list[str] = []
    for index, entry in enumerate(log if isinstance(log, list) else ()):
        if not isinstance(entry, Mapping):
            continue
        corrects = entry.get("corrects")
        if isinstance(corrects, str) and corrects not in before:
            yield CODES.finding(
                "REF05",
                document.at(*path, index, "corrects"),
                id=shown(corrects),
                suggestion=closest(corrects, before),
            )
        before.append(str(entry.get("id")))


def registry(case: Case) -> Iterator[Finding]:
    """References to a record that was filed twice: they should lead to the one that stays."""
    moved = {
        (member.entity, member.id): target
        for member in case.members
        if isinstance(target := member.links.get("moved_to"), str)
    }
    names = {f"{entity}/{identifier}" for entity, identifier in moved}
    for member in case.members:
        if names.isdisjoint(member.seen):
            continue
        document = case.open(member.path)
        for leaf in leaves(document, case.schemas, "ref"):
            moved_to = moved.get((leaf.shape.entity, leaf.value))
            if moved_to is not None and leaf.path != ("moved_to",):
                place = document.at(*leaf.path)
                yield CODES.finding("REF03", place, id=leaf.value, moved_to=shown(moved_to))
