"""Each word is in the one file where the search page looks for it."""

import json
from bisect import bisect_right
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from generator.search.shards import shards
from generator.search.words import Words, fold

WORDS = st.text().map(Words().of_text).map(sorted)


def entries(words: list[str]) -> dict[str, bytes]:
    return {f"{fold(word)} {word}": b"[[],[%d]]" % place for place, word in enumerate(words)}


def files(made: Mapping[str, bytes], small: int) -> dict[str, dict[str, object]]:
    return {name: json.loads(content) for name, content in shards(made, small)}


def order(text: str) -> bytes:
    return text.encode("utf-16-be")


@given(WORDS, st.integers(1, 200))
def test_a_word_is_in_the_last_file_whose_name_is_not_behind_it(
    words: list[str], small: int
) -> None:
    made = files(entries(words), small)
    names = list(made)
    assert names == sorted(set(names), key=order)
    assert len(words) == sum(map(len, made.values()))
    for word in words:
        place = bisect_right(names, order(fold(word)), key=order) - 1
        assert word in made[names[place]]


@given(WORDS, st.integers(1, 200))
def test_a_file_is_small_or_has_one_word(words: list[str], small: int) -> None:
    for name, content in shards(entries(words), small):
        several = len({fold(word) for word in json.loads(content)}) > 1
        assert not several or len(content) <= small + 1, name


def test_a_word_of_marks_alone_is_in_the_first_file() -> None:
    assert {"", "a", "b"} == set(made := files(entries(["\u0300", "a", "b"]), 20))
    assert "\u0300" in made[""]


def test_a_small_site_has_one_file_and_an_empty_one_none() -> None:
    assert [""] == list(files(entries(["đường", "sắt"]), 1000))
    assert not files({}, 1000)


def test_another_word_leaves_distant_files_as_they_are() -> None:
    words = [f"{a}{b}{c}" for a in "abcdef" for b in "abcdef" for c in "abcdef"]
    before = dict(shards(entries(words), 200))
    after = dict(shards(entries([*words, "fffg"]), 200))
    assert {"ff"} >= {
        name[:2] for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    }
