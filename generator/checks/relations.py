"""Relations between records end somewhere: a cycle has no first and no last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.contract import Case, Codes
from generator.errors import Finding, Severity

CODES = Codes(REL01=Severity.ERROR)

_KEYS: Mapping[str, Sequence[str]] = {
    "agencies": ("parent",),
    "commitments": ("part_of", "implements", "amends", "supersedes", "moved_to"),
}


def registry(case: Case) -> Iterator[Finding]:
    """Each relation on its own: a part may well implement what another one is part of."""
    graphs: dict[tuple[str, str], dict[str, Sequence[str]]] = defaultdict(dict)
    files: dict[tuple[str, str], str] = {}
    for member in case.members:
        if member.sound and member.links:
            files[member.entity, member.id] = member.path
            for key in _KEYS.get(member.entity, ()):
                if key in member.links:
                    graphs[member.entity, key][member.id] = _targets(member.links[key])
    for (entity, key), graph in graphs.items():
        for cycle in cycles(graph):
            place = case.open(files[entity, cycle[0]]).at(key)
            yield CODES.finding("REL01", place, key=key, cycle=" → ".join(cycle))


def _targets(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """One cycle of each knot of a directed graph: its nodes in order, the first one again at last.

    It begins at its smallest node, so that it is told once and always in the same words.
    Nothing recursive: a chain may be as long as the registry.
    """
    done: set[str] = set()
    for root in sorted(graph):
        trail: list[str] = []
        waiting = [iter((root,))]
        while waiting:
            node = next(waiting[-1], None)
            if node is None:
                waiting.pop()
                if trail:
                    done.add(trail.pop())
            elif node in trail:
                loop = trail[trail.index(node) :]
                start = loop.index(min(loop))
                yield (*loop[start:], *loop[:start], loop[start])
            elif node not in done and node in graph:
                trail.append(node)
                waiting.append(iter(graph[node]))
