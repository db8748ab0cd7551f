"""A made-up history of a made-up railway: what Valmora's departments recorded, and when.

The registry is that of `tests/registries/valmora`.  Nothing of it happened.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.load.files import read_folder
from generator.load.strict import Problem, parse
from tests.history.replay import Replay
from tests.tools.registries import VALMORA

RAILWAY = "commitments/r-north/oristan-coastal-rail-2024.yml"
ADDRESS = "commitments/oristan-coastal-rail-2024/"
TRANSPORT = "agencies/transport.yml"

CLERK = "Zorica Talvik <zorica.talvik@transport.valmora.example>"
HEAD_OF_UNIT = "Bram Oduya <bram.oduya@external-affairs.valmora.example>"
STRANGER = "Kim Passerby <kim@nowhere.example>"
NAMES = ("Zorica", "Talvik", "Oduya", "Passerby", "zorica.talvik", "bram.oduya")
MESSAGES = ("Import of the old list", "Tender repeated", "eleven per cent")
"""Words that stand in messages of the commits alone."""

WHY_LATER = "The tender for the tunnels was repeated."


def railway(folder: Path) -> Replay:
    """The history, with the registry at `folder/registry`; to be built."""
    replay = Replay(folder, base=False)
    replay.commit(
        "Import of the old list",
        {path: content for path, content in read_folder(VALMORA) if isinstance(content, bytes)}
        | {
            RAILWAY: _railway(due="2027-06-30", percent=None, updates=[]),
            TRANSPORT: _with(TRANSPORT, author_domains=["transport.valmora.example"]),
            "agencies/external-affairs.yml": _with(
                "agencies/external-affairs.yml",
                author_domains=["external-affairs.valmora.example"],
            ),
        },
        by=HEAD_OF_UNIT,
        on="2024-05-02T10:00:00-03:00",
    )
    replay.commit(
        "Route chosen",
        {RAILWAY: _railway(due="2027-06-30", percent=8, updates=[])},
        by=CLERK,
        on="2025-01-07T16:20:00-04:00",
    )
    replay.branch("tunnels")
    replay.commit(
        "Tender repeated, all of it later",
        {RAILWAY: _railway(due="2029-03-31", percent=8, updates=[LATER])},
        by=CLERK,
        on="2025-08-19T09:12:00-03:00",
        body="Reviewed-by: Kim Passerby <kim@nowhere.example>",
    )
    replay.switch("main")
    replay.merge(
        "tunnels",
        "Merge pull request #41 from valmora/tunnels",
        by=HEAD_OF_UNIT,
        on="2025-08-21T11:30:00-03:00",
        body=f"Tender repeated\n\nApproved-by: {HEAD_OF_UNIT}",
    )
    replay.commit(
        "Foundations: eleven per cent",
        {RAILWAY: _railway(due="2029-03-31", percent=11, updates=[LATER, FOUNDATIONS])},
        by=CLERK,
        on="2025-12-02T08:00:00-04:00",
        body=f"Pull-Request: #57\nApproved-by: {HEAD_OF_UNIT}",
    )
    replay.commit(
        "Since when",
        {
            TRANSPORT: _with(
                TRANSPORT,
                author_domains=["transport.valmora.example"],
                active_from_on="2011",
            )
        },
        by=HEAD_OF_UNIT,
        on="2026-01-30T08:00:00-04:00",
    )
    return replay


LATER: Mapping[str, Any] = {
    "id": "u2",
    "state_on": "2025-08-15",
    "summary": {"en": "The tunnels were put out to tender again.", "fr": "Nouvel appel d’offres."},
    "delivery_status": "in_progress",
    "reason": {"en": WHY_LATER, "fr": "L’appel d’offres des tunnels a été relancé."},
    "sources": ["gazette"],
}
FOUNDATIONS: Mapping[str, Any] = {
    "id": "u3",
    "state_on": "2025-11-28",
    "summary": {"en": "Foundations of the first bridge.", "fr": "Fondations du premier pont."},
    "completion_percent": 11,
    "sources": ["gazette"],
}


def _railway(due: str, percent: int | None, updates: list[Mapping[str, Any]]) -> dict[str, Any]:
    data = _data(RAILWAY)
    route, finance = data["milestones"]
    log = [{**data["updates"][0]}] if percent is not None else []
    if percent is None:
        route = {key: value for key, value in route.items() if key != "completed_on"}
    if updates:
        slip = {
            "id": "s1",
            "slipped_on": "2025-08-15",
            "to_on": "2026-06-30",
            "reason": {"en": WHY_LATER, "fr": "L’appel d’offres des tunnels a été relancé."},
            "sources": ["gazette"],
        }
        finance = {**finance, "slips": [slip]}
    told = {
        **data,
        "implementation": {"to_on": due},
        "milestones": [route, finance],
        "updates": [*log, *updates],
    }
    return {key: value for key, value in told.items() if value}


def _with(path: str, **keys: object) -> dict[str, Any]:
    return {**_data(path), **keys}


def _data(path: str) -> dict[str, Any]:
    data = parse((VALMORA / path).read_bytes())
    assert not isinstance(data, Problem)
    return data
