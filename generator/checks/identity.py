"""Names: each record, entry and fact has one, and it is the right one."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.contract import Case, Codes, Member, closest, leaves, shape_at, shown
from generator.errors import Finding, Location, Severity
from generator.load import Document
from generator.model import paths
from generator.schema import Schemas

CODES = Codes(
    ID01=Severity.ERROR,
    ID02=Severity.ERROR,
    ID03=Severity.ERROR,
    ID04=Severity.ERROR,
    ID05=Severity.WARNING,
    ID06=Severity.ERROR,
    ID07=Severity.ERROR,
    ID08=Severity.ERROR,
)
STRUCTURAL = frozenset({"ID01"})

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST = 64
_MARKS = ("inferred", "withheld", "disputed")
_LOOK_ALIKES = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "-": ""})


def document(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """The file's name against its id, entries of one name, marks of facts that are not there."""
    stated = document.data.get("id")
    if not _ID.fullmatch(document.id) or len(document.id) > _LONGEST:
        yield CODES.finding("ID02", Location(document.path), name=shown(document.id))
    elif isinstance(stated, str) and stated != document.id:
        yield CODES.finding("ID01", document.at("id"), id=shown(stated), stem=document.id)
    yield from _repeated_entries(document, schemas)
    yield from _marks_of_nothing(document, schemas)


def _repeated_entries(document: Document, schemas: Schemas) -> Iterator[Finding]:
    seen: set[tuple[paths.Path, str]] = set()
    for leaf in leaves(document, schemas, "item_id"):
        if leaf.path[-1] == "id":
            name = (leaf.path[:-2], leaf.value)
            if name in seen:
                yield CODES.finding("ID06", document.at(*leaf.path), id=shown(leaf.value))
            seen.add(name)


def _marks_of_nothing(document: Document, schemas: Schemas) -> Iterator[Finding]:
    shape = schemas.shape(document.entity)
    known: list[str] | None = None
    for mark in _MARKS:
        entries = document.data.get(mark)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            key = entry.get("key") if isinstance(entry, Mapping) else None
            if not isinstance(key, str) or paths.find(document.data, key) is not None:
                continue
            # A disputed key may be absent: then none of its values is the one that figures use.
            above, _, name = key.rpartition(".")
            holder = paths.find(document.data, above) if above else ()
            if mark == "disputed" and holder is not None and shape_at(shape, (*holder, name)):
                continue
            known = known or list(_key_paths(document.data, ()))
            yield CODES.finding(
                "ID07",
                document.at(mark, index, "key"),
                key=shown(key),
                suggestion=closest(key, known),
            )


def _key_paths(node: Any, above: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - plain data
    if isinstance(node, dict):
        named = list(node.items())
    elif isinstance(node, list):
        named = [(paths.item_name(item, index), item) for index, item in enumerate(node)]
    else:
        return
    for name, value in named:
        yield ".".join((*above, name))
        yield from _key_paths(value, (*above, name))


def record(document: Document, case: Case) -> Iterator[Finding]:
    """Folders of no agency, and withheld keys that no record can have."""
    if document.entity == "commitments":
        folder = document.path.split("/")[1]
        agencies = case.ids("agencies")
        if folder not in agencies:
            yield CODES.finding(
                "ID03",
                Location(document.path),
                folder=shown(folder),
                suggestion=closest(folder, agencies),
            )
    if document.entity == "registry":
        yield from _withheld_everywhere(document, case.schemas)


def _withheld_everywhere(document: Document, schemas: Schemas) -> Iterator[Finding]:
    """A key that is misspelt here would be published: it must be one that records can have."""
    entries = document.data.get("withhold")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        entity, key = (
            (entry.get("entity"), entry.get("key")) if isinstance(entry, Mapping) else ("", "")
        )
        try:
            shape = schemas.shape(str(entity))
        except KeyError:
            continue  # the schema says which entities there are
        for name in str(key).split("."):
            below = (shape.items or shape).keys
            if name not in below:
                yield CODES.finding(
                    "ID08",
                    document.at("withhold", index, "key"),
                    key=shown(key),
                    entity=entity,
                    suggestion=closest(name, below),
                )
                break
            shape = below[name]


def registry(case: Case) -> Iterator[Finding]:
    """Ids of one entity that are the same, or look the same."""
    same: dict[tuple[str, str], Member] = {}
    alike: dict[tuple[str, str], Member] = {}
    for member in case.members:
        name = member.id.casefold()
        first = same.setdefault((member.entity, name), member)
        code = "ID04"
        if first is member:
            first = alike.setdefault((member.entity, name.translate(_LOOK_ALIKES)), member)
            code = "ID05"
        if first is not member:
            place = case.open(member.path).at("id")
            yield CODES.finding(code, place, id=shown(member.id), other=first.path)
