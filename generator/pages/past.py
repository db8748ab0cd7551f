"""What a record's page tells of the record's past."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.metrics.hindsight import Known, known
from generator.metrics.snapshot import Standing
from generator.pages.book import Book


@dataclass(frozen=True, slots=True)
class Hindsight:
    """What was known of a commitment at past quarters' ends, newest first."""

    rows: Sequence[Known]
    targets: frozenset[str]
    """The milestones of which something else was known then than another time."""


def hindsight_of(book: Book, standing: Standing) -> Hindsight | None:
    """What was known of a commitment, if it ever was something else than is known now."""
    then = book.chronicle.known.get(standing.id, ()) if book.chronicle else ()
    now = known(standing, book.snapshot.as_of)
    if all(replace(row, on=now.on) == now for row in then):
        return None
    last = {target.id: target for target in now.targets}
    targets = {target.id for row in then for target in row.targets if target != last.get(target.id)}
    # One that was not known yet was known otherwise, too.
    targets |= {name for name in last for row in then if name not in {t.id for t in row.targets}}
    return Hindsight(then[::-1], frozenset(targets))
