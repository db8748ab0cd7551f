"""Somebody is responsible on every day, and is there on that day."""

from datetime import date
from typing import Any

from tests.checking import AS_OF, SOLAR, base, check, codes, solar, words


def agency(identifier: str, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    return base("agencies/energy.yml") | {"id": identifier} | keys


def merged(into: str, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - plain data
    entry = {"to": into, "from_on": "2025-03-01", "default": True}
    return agency("old", active_to_on="2025-02-28", succession=[entry], **keys)


def found(as_of: date = AS_OF, **records: dict[str, Any]) -> list[str]:
    commitment = records.pop("commitment")
    files = {f"agencies/{name}.yml": data for name, data in records.items()}
    return codes(check({**files, SOLAR: commitment}, as_of))


def test_a_lead_that_ended_has_passed_it_on() -> None:
    assert found(commitment=solar(lead_agency="old"), old=merged("energy")) == []


def test_a_lead_that_had_ended_by_the_records_day_never_held_it() -> None:
    old = agency(
        "old",
        active_to_on="2024-01-31",
        succession=[{"to": "energy", "from_on": "2024-02-01", "default": True}],
    )
    # It held the commitment on its day, if only on paper: nobody took it over after that day.
    assert found(commitment=solar(lead_agency="old"), old=old) == ["RESP01", "RESP03"]


def test_a_lead_that_had_not_begun_is_found() -> None:
    young = agency("young", active_from_on="2025-03-01")
    assert found(commitment=solar(lead_agency="young"), young=young) == ["RESP03"]


def test_a_transfer_to_an_agency_that_ended_since_follows_its_succession() -> None:
    transfer = {"id": "t1", "to": ["old"], "from_on": "2025-01-01", "basis": words("Order")}
    assert found(commitment=solar(transfers=[transfer]), old=merged("energy")) == []


def test_a_transfer_to_an_agency_that_was_gone_is_found() -> None:
    transfer = {"id": "t1", "to": ["old"], "from_on": "2025-06-01", "basis": words("Order")}
    assert found(commitment=solar(transfers=[transfer]), old=merged("energy")) == ["RESP01"]


def test_an_end_within_a_span_is_not_certain() -> None:
    old = merged("energy") | {
        "active_to_on": "2025",
        "succession": [{"to": "energy", "from_on": "2025..2026", "default": True}],
    }
    report = found(date(2025, 6, 1), commitment=solar(lead_agency="old"), old=old)
    assert "RESP01" not in report


def test_negotiations_need_somebody_too() -> None:
    commitment = solar()
    del commitment["signed_on"], commitment["lead_agency"]
    assert found(commitment=commitment) == ["RESP02"]


def test_what_has_ended_needs_nobody() -> None:
    commitment = solar(ended_on="2025-01-01", ending="expired")
    del commitment["lead_agency"]
    assert found(commitment=commitment) == []


def test_the_coordinating_agency_is_named_in_each_language() -> None:
    commitment = solar()
    del commitment["lead_agency"]
    finding = check({SOLAR: commitment}).findings[0]
    assert finding.arguments == {"coordinator": "coordinator", "coordinator:en": "Coordinator"}


def test_support_begins_when_the_supporter_is_there() -> None:
    young = agency("young", active_from_on="2025-07-01")
    early = solar(supporting_agencies=[{"agency": "young"}])
    late = solar(supporting_agencies=[{"agency": "young", "from_on": "2025-07-01..2025-12-31"}])
    assert found(commitment=early, young=young) == ["RESP03"]
    assert found(commitment=late, young=young) == []


def test_an_agency_that_is_gone_sends_no_report() -> None:
    update = {
        "id": "u1", "summary": words("News"), "reported_by": "old", "period": "2025-Q2",
        "state_on": "2025-06-30", "reported_on": "2025-07-10",
    }  # fmt: skip
    assert found(commitment=solar(updates=[update]), old=merged("energy")) == ["RESP04"]
