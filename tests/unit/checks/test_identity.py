"""Names of records, entries and facts."""

import pytest

from tests.checking import SOLAR, base, check, check_solar, codes, solar, words

DISPUTED = [
    {"value": "2024-10-15", "sources": ["gazette"]},
    {"value": "2024-11", "sources": ["gazette"]},
]


@pytest.mark.parametrize(
    "name", ["Wind", "wind_farm", "wind--farm", "-wind", "gió", "w" * 65, "wind farm"]
)
def test_a_file_needs_the_name_of_an_id(name: str) -> None:
    found = codes(check({f"commitments/energy/{name}.yml": solar(id="wind")}))
    assert "ID02" in found


def test_ids_that_differ_in_capitals_only_are_the_same() -> None:
    found = codes(check({"partners/OTHERLAND.yml": base("partners/otherland.yml")}))
    assert {"ID02", "ID04"} == set(found)


def test_ids_that_look_alike_are_asked_about() -> None:
    finding = check(
        {"agencies/energ-y.yml": base("agencies/energy.yml") | {"id": "energ-y"}}
    ).findings
    assert ["ID05"] == [each.code for each in finding]
    assert finding[0].arguments["other"].startswith("agencies/energ")


def test_entries_of_two_lists_may_have_one_id() -> None:
    title = words("Opening")
    slips = [{"id": "m1", "slipped_on": "2025"}]
    assert check_solar(milestones=[{"id": "m1", "title": title, "slips": slips}]) == []


def test_a_disputed_key_may_be_absent_if_there_is_such_a_key() -> None:
    assert check_solar(disputed=[{"key": "in_force_on", "values": DISPUTED}]) == []
    assert check_solar(disputed=[{"key": "in_forec_on", "values": DISPUTED}])[0] in {
        "ID07",
        "SCHEMA08",
    }


@pytest.mark.parametrize("key", ["updates.u9", "title.vi", "partners.nobody.role", "updates"])
def test_a_withheld_fact_must_be_there(key: str) -> None:
    assert check_solar(withheld=[{"key": key, "ground": "negotiation"}]) == ["ID07"]


def test_the_path_that_was_meant_is_guessed() -> None:
    marks = [{"key": "lead_agncy", "why": words("Memory")}]
    finding = check({SOLAR: solar(inferred=marks)}).findings[0]
    assert finding.arguments["suggestion"] == "lead_agency"


def test_a_key_withheld_everywhere_must_be_one_that_records_have() -> None:
    def withheld(entity: str, key: str) -> list[str]:
        settings = base("registry.yml")
        entry = {"entity": entity, "key": key, "ground": "negotiation"}
        return codes(check({"registry.yml": settings | {"withhold": [entry]}}))

    assert withheld("commitments", "updates.reason") == []
    assert withheld("commitments", "update.reason") == ["ID08"]
    assert withheld("agencies", "contacts") == ["ID08"]
    assert withheld("ministries", "contact") == ["CHECK02", "SCHEMA04"]
