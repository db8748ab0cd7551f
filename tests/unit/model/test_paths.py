from typing import Any

import pytest

from generator.model.paths import Path, find, key_path

RECORD: dict[str, Any] = {
    "name": {"en": "Name"},
    "updates": [{"id": "u1", "delivery_status": "in_progress"}, {"id": "u6"}],
    "supporting_agencies": [{"agency": "pvn"}, {"agency": "moit", "from_on": "2025"}],
    "frameworks": [{"level": "strategic", "from_on": "2012"}],
    "succession": [{"to": "mof", "from_on": "2025"}],
    "other_fields": ["energy", "health"],
    "amounts": [{"value": 1}],
}


@pytest.mark.parametrize(
    "path,key",
    [
        (("name", "en"), "name.en"),
        (("updates", 1), "updates.u6"),
        (("updates", 0, "delivery_status"), "updates.u1.delivery_status"),
        (("supporting_agencies", 1, "from_on"), "supporting_agencies.moit.from_on"),
        (("frameworks", 0, "from_on"), "frameworks.strategic.from_on"),
        (("succession", 0), "succession.mof"),
        (("other_fields", 1), "other_fields.health"),
        (("amounts", 0), "amounts.0"),
    ],
)
def test_a_key_path_names_a_place_and_finds_it_again(path: Path, key: str) -> None:
    assert key == key_path(RECORD, path)
    assert path == find(RECORD, key)


def test_the_path_of_a_place_that_is_not_there_says_what_was_meant() -> None:
    assert "updates.7.state_on" == key_path(RECORD, ("updates", 7, "state_on"))
    assert "lead_agency" == key_path(RECORD, ("lead_agency",))


@pytest.mark.parametrize(
    "key", ["lead_agency", "updates.u9", "name.en.x", "updates.u1.nothing", ""]
)
def test_a_key_path_to_nothing_finds_nothing(key: str) -> None:
    assert find(RECORD, key) is None
