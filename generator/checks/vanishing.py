"""What was published keeps its id and its place, and is never deleted."""

from collections.abc import Iterator

from generator.checks.contract import Case, Codes, Pair
from generator.errors import Finding, Location, Severity
from generator.load import Document

CODES = Codes(BASE01=Severity.ERROR, BASE02=Severity.ERROR, BASE03=Severity.ERROR)


def change(pair: Pair, case: Case) -> Iterator[Finding]:
    """Records that were deleted, renamed or moved."""
    del case
    before, after = pair.before, pair.after
    if before and after is None:
        renamed = next((new for new in pair.new if _is_the_same(before, new)), None)
        if renamed:
            yield CODES.finding("BASE02", renamed.at("id"), id=renamed.id, before=before.id)
        else:
            yield CODES.finding("BASE01", Location(before.path), id=before.id)
    elif before and after and before.path != after.path:
        yield CODES.finding("BASE03", Location(after.path), before=before.path)


def _is_the_same(before: Document, new: Document) -> bool:
    """Whether a record that is new only has another id: its title, or all of it, is known."""
    if before.entity != new.entity:
        return False
    title = before.data.get("title", before.data.get("name"))
    if title is not None:
        return bool(title == new.data.get("title", new.data.get("name")))
    return {**before.data, "id": ""} == {**new.data, "id": ""}
