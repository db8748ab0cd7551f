"""Files of a registry as documents that know where they stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import Finding, Location, PortalError
from generator.load import Document, document_of, load, load_folder
from generator.load.documents import entity_of

CONTENT = b"schema_version: 1\nid: solar\nupdates:\n  - id: u1\n    state_on: '2025'\n"


def document() -> Document:
    made = document_of("commitments/energy/solar.yml", CONTENT)
    assert isinstance(made, Document)
    return made


@pytest.mark.parametrize(
    "path, entity",
    [
        ("registry.yml", "registry"),
        ("agencies/mofa.yml", "agencies"),
        ("commitments/mofa/a.yml", "commitments"),
        ("commitments/a.yml", None),
        ("commitments/mofa/old/a.yml", None),
        ("agencies/mofa/a.yml", None),
        ("agencies.yml", None),
        ("registry/registry.yml", None),
        ("ministries/mofa.yml", None),
        ("", None),
    ],
)
def test_the_folder_says_what_a_file_is(path: str, entity: str | None) -> None:
    assert entity == entity_of(path)


def test_a_document_is_named_by_its_file() -> None:
    assert ("commitments", "solar") == (document().entity, document().id)


def test_a_place_is_found_by_keys_and_indexes() -> None:
    place = Location("commitments/energy/solar.yml", 5, 5, "updates.u1.state_on")
    assert document().at("updates", 0, "state_on") == place


def test_a_place_that_is_not_there_is_the_nearest_above_it() -> None:
    place = document().at("updates", 0, "summary", "en")
    assert (place.line, place.column, place.pointer) == (4, 5, "updates.u1.summary.en")
    assert (document().at("title").line, document().at().line) == (1, 1)


def test_a_digest_tells_contents_paths_and_redacted_data_apart() -> None:
    whole = document()
    others = [
        replace(whole, path="commitments/mofa/solar.yml"),
        replace(whole, content=CONTENT.replace(b"2025", b"2024")),
        replace(whole, content=b""),
        replace(whole, content=b"", data={"id": "solar"}),
        replace(whole, path="commitments/energy/\udcff.yml"),
    ]
    assert document().digest == whole.digest
    assert 6 == len({each.digest for each in (whole, *others)})


def test_what_cannot_be_read_is_a_finding_with_its_place() -> None:
    found = document_of("agencies/mofa.yml", b"id: mofa\nid: mofa\n")
    assert isinstance(found, Finding)
    assert (found.code, found.location) == ("YAML02", Location("agencies/mofa.yml", 2, 1))


def test_one_broken_file_hides_no_other() -> None:
    loaded = load([("agencies/b.yml", b"id: b\n"), ("agencies/a.yml", b"["), ("x.yml", b"")])
    assert [made.id for made in loaded.documents] == ["b"]
    assert [finding.code for finding in loaded.findings] == ["YAML01", "LOAD05"]


def test_documents_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / f"{name}.yml").write_bytes(b"id: x\n")
    (tmp_path / "texts" / ".gitkeep").write_bytes(b"")
    assert [made.id for made in load_folder(tmp_path).documents] == ["a", "b", "c"]


def test_a_folder_that_is_not_there_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(PortalError, match="registry_missing"):
        load_folder(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "registry").write_bytes(b"")
    with pytest.raises(PortalError, match="registry_missing"):
        load_folder(tmp_path / "registry")
