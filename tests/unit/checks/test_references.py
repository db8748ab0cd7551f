"""References that lead nowhere, and what was probably meant."""

from generator.errors import Finding
from tests.checking import SOLAR, base, check, check_solar, codes, solar, words


def only(**keys: object) -> Finding:
    findings = check({SOLAR: solar(**keys)}).findings
    assert len(findings) == 1
    return findings[0]


def test_a_misspelt_id_is_recognised_and_its_file_named() -> None:
    finding = only(lead_agency="enrgy")
    assert {
        "id": "enrgy",
        "file": "agencies/enrgy.yml",
        "suggestion": "energy",
    } == finding.arguments
    assert finding.location.pointer == "lead_agency"


def test_an_id_like_no_other_gets_no_suggestion() -> None:
    assert "suggestion" not in only(activity="zzz").arguments


def test_an_id_of_another_entity_is_no_reference() -> None:
    assert only(partners=[{"partner": "energy"}]).code == "REF01"


def test_an_element_of_a_list_is_found_at_its_place() -> None:
    finding = only(transfers=[
        {"id": "t1", "to": ["energy", "nobody"], "from_on": "2025", "basis": words("Order")}
    ])  # fmt: skip
    assert finding.location.pointer == "transfers.t1.to.nobody"


def test_a_tombstone_leads_to_a_record_that_exists() -> None:
    tombstone = {"schema_version": 1, "id": "twice", "title": words("Solar"), "moved_to": "sollar"}
    finding = check({"commitments/energy/twice.yml": tombstone}).findings[0]
    assert ("REF01", "solar") == (finding.code, finding.arguments["suggestion"])


def test_an_instruction_is_named_with_its_review() -> None:
    kinds = base("vocabularies/fields.yml") | {"id": "project-categories"}
    review = {
        "schema_version": 1,
        "id": "review-1",
        "title": words("Review"),
        "kind": "review",
        "held_on": "2025-04-01",
        "instructions": [
            {"id": "i1", "kind": "action", "text": words("Go"), "addressed_to": ["energy"]}
        ],
        "sources": [{"id": "news", "document": "1"}],
    }
    files = {"vocabularies/project-categories.yml": kinds, "reviews/review-1.yml": review}

    def suggestion(instruction: str) -> str | None:
        project = {"category": "energy", "instruction": instruction}
        findings = check(files | {SOLAR: solar(key_project=project)}).findings
        return findings[0].arguments.get("suggestion") if findings else "sound"

    assert suggestion("review-1/i1") == "sound"
    assert suggestion("review-1/i10") == "review-1/i1"
    assert suggestion("revew-1/i1") == "review-1/i1"
    assert suggestion("meeting/i1") is None
    broken = files | {"reviews/review-1.yml": b"["}
    project = {"category": "energy", "instruction": "review-1/i1"}
    assert ["YAML01"] == codes(check(broken | {SOLAR: solar(key_project=project)}))


def test_an_entry_cannot_correct_itself() -> None:
    update = {"id": "u1", "state_on": "2025", "summary": words("Go"), "sources": ["gazette"]}
    assert check_solar(updates=[update | {"corrects": "u1"}]) == ["REF05"]
