"""What a page saw is the same if nothing of it has changed, and only then."""

from generator.metrics.snapshot import Snapshot
from generator.pages.noted import ALL
from generator.pages.sight import Sight
from tests.builders import commitment, day, registry

DIGESTS = {"one": b"1", "two": b"2"}


def sight(
    world: bytes = b"world", digests: dict[str, bytes] | None = None, identity: bytes = b""
) -> Sight:
    snapshot = Snapshot(registry(commitment("one"), commitment("two")), day("2025-12-31"))
    return Sight(snapshot, world, DIGESTS if digests is None else digests, identity)


def test_the_same_is_seen_in_whatever_order() -> None:
    assert sight().of(["one", "two"]) == sight().of(["two", "one"])


def test_another_commitment_changes_only_what_looked_at_it() -> None:
    changed = sight(digests={"one": b"1", "two": b"other"})
    assert sight().of(["one"]) == changed.of(["one"])
    assert sight().of(["one", "two"]) != changed.of(["one", "two"])
    assert sight().of([ALL]) != changed.of([ALL])


def test_the_world_is_in_the_sight_of_every_page() -> None:
    assert sight().of([]) != sight(b"another").of([])


def test_a_commitment_that_comes_is_seen_by_who_asked_for_it() -> None:
    assert sight().of(["three"]) != sight().of(["one"])
    assert sight().of(["three"]) == sight(digests={**DIGESTS, "four": b"4"}).of(["three"])


def test_another_commit_is_seen_by_who_sees_everything() -> None:
    assert sight().of(["one"]) == sight(identity=b"commit").of(["one"])
    assert sight().of([ALL]) != sight(identity=b"commit").of([ALL])


def test_nothing_is_told_of_a_commitment_without_a_digest() -> None:
    assert sight(digests={"one": b"1"}).of(["two"]) is None
    assert sight(digests={"one": b"1"}).of([ALL]) is None
    assert sight(digests={"one": b"1"}).of(["one"]) is not None


def test_a_commitment_and_its_standing_are_known_by_what_it_shows() -> None:
    one, same = sight(), sight(digests={"one": b"1", "two": b"other"})
    first, second = one._snapshot, same._snapshot
    assert one.digester().digest(first.standings["one"]) == same.digester().digest(
        second.standings["one"]
    )
    assert one.digester().digest(first.registry.commitments["two"]) != same.digester().digest(
        second.registry.commitments["two"]
    )
