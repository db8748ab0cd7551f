"""Who wrote a record, and who let it through."""

from pathlib import Path
from typing import Any

import pytest

from tests.checking import SOLAR, base, words
from tests.history.replay import Replay
from tests.unit.audit.planted import APPROVED, WIND, clean, entry, judge, record, wind

ENERGY = "agencies/energy.yml"


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    return clean(tmp_path / "repository")


def codes(replay: Replay) -> list[str]:
    return [finding.code for finding in judge(replay).findings]


def edited(place: str) -> dict[str, dict[str, Any]]:
    return {WIND: wind(place=words(place))}


def test_a_stranger_below_a_known_author_in_one_merge_is_seen(replay: Replay) -> None:
    replay.branch("work")
    replay.commit("Slip in", edited("Vinh"), by="otto")
    replay.commit("Edit", edited("Vinh city"), by="ngan")
    replay.switch("main")
    replay.merge("work", "Merge pull request #4 from energy/work", by="mai")
    [finding] = judge(replay).findings
    assert ("AUD19", "otto@elsewhere.example.org") == (finding.code, finding.arguments["who"])


def test_an_address_below_an_agencys_domain_is_the_agencys_and_a_look_alike_is_not(
    replay: Replay,
) -> None:
    below = "Lan <lan@mail.ENERGY.example.org>"
    replay.commit("Edit", edited("Vinh"), by=below, body=APPROVED)
    assert codes(replay) == []
    like = "Lan <lan@notenergy.example.org>"
    replay.commit("Edit", edited("Vinh again"), by=like, body=APPROVED)
    assert ["AUD19"] == codes(replay)


def test_an_agency_that_takes_a_record_over_was_an_outsider_when_it_did(replay: Replay) -> None:
    """Who may write it goes by what was published before, not by what the commit says."""
    rivals = base(ENERGY) | {"id": "rival", "author_domains": ["rival.example.org"]}
    replay.commit("Add an agency", {"agencies/rival.yml": rivals})
    stolen = {WIND: wind(lead_agency="rival", place=words("Huế"))}
    replay.commit("Take over", stolen, by="Ria <ria@rival.example.org>", body=APPROVED)
    [finding] = judge(replay).findings
    told = (finding.code, finding.arguments["writer"], finding.arguments["owner"])
    assert ("AUD18", "rival", "energy") == told


def test_an_author_cannot_give_themselves_a_domain_in_the_same_commit(replay: Replay) -> None:
    domains = ["energy.example.org", "elsewhere.example.org"]
    own = {ENERGY: base(ENERGY) | {"author_domains": domains}}
    replay.commit("Add a domain", own, by="otto", body=APPROVED)
    assert ["AUD19"] == codes(replay)


def test_a_supporting_agency_reports_its_share(replay: Replay) -> None:
    helper = base(ENERGY) | {"id": "helper", "author_domains": ["helper.example.org"]}
    support = {"supporting_agencies": [{"agency": "helper"}]}
    replay.commit("Add an agency", {"agencies/helper.yml": helper, SOLAR: record(**support)})
    report = {SOLAR: record(entry("u3", "2025-01-09", 50), **support)}
    replay.commit("Report", report, by="Hoa <hoa@helper.example.org>", body=APPROVED)
    assert codes(replay) == []


def test_an_approval_that_is_only_claimed_does_not_count(replay: Replay) -> None:
    own = "Reviewed-by: Ngân <NGAN@energy.example.org>"
    replay.branch("work")
    replay.commit("Edit", edited("Vinh"), by="ngan", body=APPROVED)
    replay.switch("main")
    replay.merge("work", "Merge pull request #5 from energy/work", by="ngan", body=own)
    [finding] = judge(replay).findings
    told = (finding.code, finding.arguments["approvers"], finding.arguments["claimed"])
    assert ("AUD20", "ngan@energy.example.org", "1") == told


def test_an_approval_by_another_counts_wherever_it_was_noted(replay: Replay) -> None:
    replay.branch("work")
    replay.commit("Edit", edited("Vinh"), by="ngan")
    replay.switch("main")
    replay.merge("work", "Merge pull request #6 from energy/work", by="ngan")
    replay.note("Approved-by: Mai <mai@coordinator.example.org>\n")
    assert codes(replay) == []
