"""Cycles, however long and however tied."""

import itertools
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.relations import cycles
from tests.checking import SOLAR, base, check, check_solar, codes, solar

NODES = "abcdefg"


def test_a_graph_without_cycles_has_none() -> None:
    assert list(cycles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})) == []


def test_a_cycle_begins_at_its_smallest_node() -> None:
    assert list(cycles({"c": ["a"], "a": ["b"], "b": ["c"]})) == [("a", "b", "c", "a")]


def test_a_node_may_be_a_cycle_by_itself() -> None:
    assert list(cycles({"a": ["a"]})) == [("a", "a")]


def test_a_chain_may_be_longer_than_a_program_may_call_itself() -> None:
    count = 20_000
    graph = {f"n{number}": [f"n{number + 1}"] for number in range(count)}
    assert list(cycles(graph)) == []
    assert len(list(cycles(graph | {f"n{count}": ["n0"]}))) == 1


@given(st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=3)))
def test_cycles_are_found_exactly_where_a_way_leads_back(
    graph: Mapping[str, Sequence[str]],
) -> None:
    def reaches(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(graph.get(start, ()))
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += graph.get(node, ())
        return seen

    found = list(cycles(graph))
    assert bool(found) == any(node in reaches(node) for node in graph)
    for cycle in found:
        assert cycle[0] == cycle[-1] == min(cycle)
        assert all(after in graph[before] for before, after in itertools.pairwise(cycle))


def test_each_relation_is_followed_by_itself() -> None:
    assert check_solar(part_of="solar") == ["REL01"]
    assert check_solar(supersedes=["solar"]) == ["REL01"]
    wind = solar(id="wind", amends=["solar"])
    files = {"commitments/energy/wind.yml": wind, SOLAR: solar(part_of="wind")}
    assert codes(check(files)) == []


def test_a_parent_is_not_its_own_child() -> None:
    energy = base("agencies/energy.yml") | {"parent": "coordinator"}
    coordinator = base("agencies/coordinator.yml") | {"parent": "energy"}
    files = {"agencies/energy.yml": energy, "agencies/coordinator.yml": coordinator}
    assert codes(check(files)) == ["REL01"]
