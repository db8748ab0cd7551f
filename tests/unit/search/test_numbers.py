"""Numbers are small and stay when pages come and go."""

from hypothesis import given
from hypothesis import strategies as st

from generator.search.numbers import files_for, numbered

ADDRESSES = st.sets(st.text(max_size=5), max_size=80)


def pages(count: int) -> list[str]:
    return [f"commitments/page-{number}/" for number in range(count)]


@given(ADDRESSES)
def test_each_page_has_a_number_of_its_own_in_order(addresses: set[str]) -> None:
    numbers = numbered(addresses)
    assert addresses == set(numbers)
    assert sorted(set(numbers.values())) == list(numbers.values())


@given(ADDRESSES)
def test_a_file_has_no_gap_between_its_pages(addresses: set[str]) -> None:
    files = files_for(len(addresses))
    numbers = set(numbered(addresses).values())
    assert all(number < files or number - files in numbers for number in numbers)


def test_files_have_some_thirty_pages_at_most() -> None:
    assert [1, 1, 1, 2, 2, 4, 512] == [files_for(n) for n in (0, 1, 32, 33, 64, 65, 10_000)]


def test_a_new_page_moves_only_those_behind_it_in_its_file() -> None:
    before = numbered(pages(10_000))
    after = numbered([*pages(10_000), "commitments/page-5000-b/"])
    moved = [address for address, number in before.items() if after[address] != number]
    assert 1 <= len(moved) <= 40
