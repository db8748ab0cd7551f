"""Who holds a made-up commitment: what the tests of responsibility ask again and again."""

from generator.model.entities import Agency, Commitment
from generator.model.responsibility import Holding, responsible_agencies, supporting_agencies
from tests.builders import commitment, day

MERGER = "2025-03-01"


def known(*agencies: Agency) -> dict[str, Agency]:
    return {each.id: each for each in agencies}


def held(found: Commitment, agencies: dict[str, Agency], on: str) -> tuple[str, ...]:
    return responsible_agencies(found, agencies, day(on)).agencies


def possibly(found: Commitment, agencies: dict[str, Agency], on: str) -> tuple[str, ...]:
    return responsible_agencies(found, agencies, day(on)).possibly


def energy(**keys: object) -> Commitment:
    return commitment("c", **{"signed_on": "2022-12-14", "lead_agency": "old", **keys})


def supporters(found: Commitment, agencies: dict[str, Agency], on: str) -> Holding:
    responsible = responsible_agencies(found, agencies, day(on))
    return supporting_agencies(found, agencies, day(on), responsible)
