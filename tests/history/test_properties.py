"""Any sequence of edits, told as commits, gives back each state of every record."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.errors import Finding
from generator.history import derived, documents_at, edits, open_repository
from generator.load import Document
from generator.load.documents import stem
from tests.checking import solar, written
from tests.history.replay import Replay

PATHS = ("commitments/a/x.yml", "commitments/b/x.yml", "commitments/a/y.yml", "partners/x.yml")
VALUES: Mapping[str, bytes | None] = {
    "gone": None,
    "one": written(PATHS[0], solar(id="x")),
    "two": written(PATHS[0], solar(id="x", signed_on="2025")),
    "two in another form": written(PATHS[0], solar(id="x", signed_on="2025")) + b"# note\n",
    "broken": b"x: [",
}
STEPS = some.lists(
    some.tuples(
        some.dictionaries(some.sampled_from(PATHS), some.sampled_from(sorted(VALUES)), min_size=1),
        some.sampled_from(["commit", "merge", "squash"]),
    ),
    min_size=1,
    max_size=6,
)


def replayed(folder: Path, steps: list[tuple[dict[str, str], str]]) -> Replay:
    replay = Replay(folder, base=False)
    replay.commit("Begin", {".gitkeep": b""})
    for number, (files, how) in enumerate(steps):
        # A commit need not change anything: it touches the registry only if it does.
        changes = {path: VALUES[name] for path, name in files.items()}
        if how == "commit":
            replay.commit(f"Step {number}", changes)
        else:
            replay.branch(f"branch-{number}")
            replay.commit(f"Work {number}", changes)
            replay.switch("main")
            replay.merge(f"branch-{number}", f"Step {number}", squash=how == "squash")
    return replay


def state(found: Document | Finding | None) -> Any:  # noqa: ANN401 - compared only
    return found.data if isinstance(found, Document) else found


@settings(max_examples=20)  # each makes a repository
@given(STEPS)
def test_the_edits_in_order_give_back_each_state(steps: list[tuple[dict[str, str], str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        replay = replayed(Path(folder), steps)
        found = open_repository(replay.build())
        assert found is not None
        records: dict[tuple[str, str], Any] = {}
        readable: dict[tuple[str, str], Any] = {}
        for revision, done in edits(found):
            for edit in done:
                name = (edit.entity, edit.id)
                # Each begins where the last one left the record, or with its last readable text.
                assert state(edit.before) == readable.get(name)
                records[name] = state(edit.after)
                if not isinstance(edit.after, Finding):
                    readable[name] = state(edit.after)
                elif readable.get(name) is None:
                    readable[name] = edit.after
            loaded = documents_at(found, revision.commit.id)
            expected: dict[tuple[str, str], Any] = {}
            # Of two files of one record the first by its path holds.
            both = [(each.path, each.data) for each in loaded.documents]
            for path, data in sorted([*both, *((f.location.path, f) for f in loaded.findings)]):
                expected.setdefault((path.partition("/")[0], stem(path)), data)
            assert expected == {name: data for name, data in records.items() if data is not None}


@settings(max_examples=20)  # each makes a repository
@given(STEPS, some.integers(0, 6))
def test_history_in_two_parts_is_the_whole(
    steps: list[tuple[dict[str, str], str]], cut: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        replay = replayed(Path(folder), steps)
        found = open_repository(replay.build())
        assert found is not None
        middle = found.chain()[min(cut, len(steps))]
        whole = [revision for revision, _ in edits(found)]
        parts = [r for r, _ in edits(found, middle)] + [r for r, _ in edits(found, since=middle)]
        assert whole == parts


@settings(max_examples=20)  # each makes a repository
@given(STEPS, some.integers(0, 6))
def test_what_is_remembered_is_what_would_be_worked_out(
    steps: list[tuple[dict[str, str], str]], cut: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        replay = replayed(Path(folder) / "repository", steps)
        registry = replay.build()
        plain, warm = open_repository(registry), open_repository(registry, cache=Path(folder) / "c")
        assert plain is not None
        assert warm is not None
        middle = plain.chain()[min(cut, len(steps))]

        def work(revision: Any, done: Any) -> bytes:  # noqa: ANN401 - described only
            return repr((revision.commit.id, [(each.id, each.after) for each in done])).encode()

        list(derived(warm, "all", work, middle))
        assert list(derived(plain, "all", work)) == list(derived(warm, "all", work))
