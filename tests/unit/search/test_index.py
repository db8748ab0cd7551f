"""The index is the same from every build, whatever the build could take from the last one."""

import json
from collections.abc import Iterable, Mapping
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.page import Page, ready
from generator.search import Known, SearchIndex

Files = dict[tuple[str, str], bytes]
Last = tuple[Mapping[str, bytes], Mapping[str, dict[str, Known]]]


def page(number: int, language: str = "vi", body: str = "<p>Nội dung</p>") -> Page:
    title = f"Đường sắt {number}"
    return Page(f"commitments/p-{number}/", language, "record", title, "Ký với X.", ready(body))


def files_of(index: SearchIndex) -> Files:
    return {(language, address): content for language, address, content in index.files()}


def indexed(pages: Iterable[Page], last: Last = ({}, {})) -> tuple[Files, Last]:
    index = SearchIndex(*last)
    for each in pages:
        index.add(each, "Cam kết")
    return files_of(index), (index.kept(), index.pages)


def lists(files: Files, language: str, word: str) -> tuple[list[int], list[int]]:
    """The numbers of a word: in titles, elsewhere."""
    for (of, name), content in files.items():
        if of == language and name.startswith("words/") and word in json.loads(content):
            titles, others = json.loads(content)[word]
            return list(accumulate(titles)), list(accumulate(others))
    return [], []


def result(files: Files, language: str, number: int) -> list[str]:
    """What is shown of the page with a number."""
    count = json.loads(files[language, "index.json"])["files"]
    shown: list[str] = json.loads(files[language, f"pages/{number % count}.json"])[number // count]
    return shown


def test_a_word_leads_to_what_is_shown_of_its_page() -> None:
    files, _ = indexed([page(1), page(2, body="<p>Cầu vượt biển</p>")])
    titles, others = lists(files, "vi", "vượt")
    assert not titles
    shown = ["commitments/p-2/", "Đường sắt 2", "Cam kết", "Ký với X."]
    assert [shown] == [result(files, "vi", number) for number in others]


def test_a_word_of_a_title_is_told_from_others_and_knows_the_length_of_the_title() -> None:
    files, _ = indexed([page(1, body="<p>đường sắt</p>")])
    assert ([3], []) == lists(files, "vi", "đường")
    assert ([3], []) == lists(files, "vi", "1")
    assert ([], [0]) == lists(files, "vi", "ký")


def test_a_page_is_found_by_its_id_and_not_by_its_folder() -> None:
    files, _ = indexed([page(1)])
    assert ([], [0]) == lists(files, "vi", "p")
    assert ([], []) == lists(files, "vi", "commitments")


def test_the_index_is_the_same_whatever_the_order_of_pages() -> None:
    pages = [page(number, language) for number in range(70) for language in ("vi", "en")]
    assert indexed(pages)[0] == indexed(reversed(pages))[0]


def test_languages_are_kept_apart() -> None:
    files, _ = indexed([page(1, "vi"), page(1, "en", "<p>Railway</p>")])
    assert ([], [0]) == lists(files, "en", "railway")
    assert ([], []) == lists(files, "vi", "railway")


def test_the_version_changes_with_what_is_found_or_shown() -> None:
    versions = {
        indexed([each])[0]["vi", "index.json"] for each in (page(1), page(2), page(1, body="<p>x"))
    }
    assert 3 == len(versions)


def test_a_site_without_pages_has_no_index() -> None:
    assert ({}, ({}, {})) == indexed([])


def test_another_section_is_shown_though_the_body_is_the_same() -> None:
    _, last = indexed([page(1)])
    index = SearchIndex(*last)
    index.add(page(1), "Khác")
    assert "Khác" == result(files_of(index), "vi", 0)[2]


@pytest.mark.parametrize("kept", [b"", b"\x00", b"not what was kept", b"\x92\xc4\x00\x80"])
def test_what_was_kept_and_cannot_be_read_is_as_if_nothing_was(kept: bytes) -> None:
    files, (_, pages) = indexed([page(1)])
    assert files == indexed([page(1)], ({"vi": kept}, pages))[0]


def test_lists_of_other_pages_are_as_if_there_were_none() -> None:
    _, (kept, _) = indexed([page(1, body="<p>Cầu")])
    _, (_, pages) = indexed([page(1, body="<p>Đường")])
    assert indexed([page(1)])[0] == indexed([page(1)], (kept, pages))[0]


SITES = st.dictionaries(
    st.integers(0, 150),
    st.tuples(st.sampled_from(("vi", "en")), st.text("aăb đe", max_size=12)),
    max_size=100,
)


@given(st.lists(SITES, min_size=2, max_size=4))
def test_an_index_from_what_was_kept_is_the_one_made_anew(
    sites: list[Mapping[int, tuple[str, str]]],
) -> None:
    last: Last = ({}, {})
    for site in sites:
        pages = [page(number, language, f"<p>{text}") for number, (language, text) in site.items()]
        files, last = indexed(pages, last)
        assert indexed(pages)[0] == files
