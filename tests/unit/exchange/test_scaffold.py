"""A new record begins in canonical form, under a free and descriptive id."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PortalError
from generator.exchange import propose_id, scaffold
from generator.exchange.scaffold import LONGEST_ID
from generator.load import strict

ANSWERS = {
    "id": "railway-2025",
    "sources": [{"url": "https://example.org/", "id": "s1"}],
    "field": "energy",
    "title": {"fr": "Chemin de fer", "en": "Railway"},
}


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(PortalError, match="id_taken"):
        scaffold(ANSWERS, "transport", ["en", "fr"], {"railway-2025"})


def test_a_draft_is_in_canonical_form_in_the_agencys_folder() -> None:
    draft = scaffold(ANSWERS, "transport", ["en", "fr"], ())
    assert "commitments/transport/railway-2025.yml" == draft.path
    assert {"schema_version": 1, **ANSWERS} == strict.parse(draft.content)
    keys = [line.partition(":")[0] for line in draft.content.decode().splitlines()]
    assert ["schema_version", "id", "title", "  en", "  fr", "field", "sources"] == keys[:7]


@pytest.mark.parametrize(
    "title, year, proposed",
    [
        ("Đường sắt Lào Cai – Hà Nội", "2023", "duong-sat-lao-cai-ha-noi-2023"),
        ("Traité de Pékin", "", "traite-de-pekin"),
        ("Railway 2025", "2025", "railway-2025"),
        ("北京", "2025", "commitment-2025"),
        ("", "", "commitment"),
    ],
)
def test_an_id_is_made_of_the_titles_words(title: str, year: str, proposed: str) -> None:
    assert proposed == propose_id(title, year, ())


def test_an_id_that_exists_is_counted_up() -> None:
    assert "railway-2025-3" == propose_id("Railway", "2025", {"railway-2025", "railway-2025-2"})


@given(st.text(max_size=200), st.sampled_from(["", "2025"]))
def test_a_proposed_id_is_always_one(title: str, year: str) -> None:
    proposed = propose_id(title, year, ())
    assert 0 < len(proposed) <= LONGEST_ID
    assert set(proposed) <= set(string.ascii_lowercase + string.digits + "-")
    assert proposed[0] != "-" != proposed[-1]
