"""From plain data to frozen records."""

import dataclasses
import typing
from collections.abc import Mapping

import pytest

from generator.model import entities
from generator.model.dates import Date, Period
from generator.model.entities import Commitment, Partner
from generator.model.registry import ENTITIES, Registry, structure
from tests import builders

CLASSES = [
    kind
    for kind in vars(entities).values()
    if dataclasses.is_dataclass(kind) and isinstance(kind, type)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_no_record_or_part_of_one_can_be_changed(kind: type) -> None:
    parameters = kind.__dataclass_params__  # type: ignore[attr-defined]  # not in its type
    assert parameters.frozen
    assert "__dict__" not in dir(kind)
    for hint in typing.get_type_hints(kind).values():
        kinds = {typing.get_origin(hint), *map(typing.get_origin, typing.get_args(hint))}
        assert kinds.isdisjoint({list, dict, set})


def test_lists_become_tuples() -> None:
    found = builders.commitment("c", updates=[builders.update("u1", "2025")])
    assert isinstance(found.updates, tuple)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.field = "health"  # type: ignore[misc]  # that is the point


def test_dates_and_periods_are_parsed_and_keep_their_words() -> None:
    found = builders.commitment(
        "c",
        signed_on="2025-04-14..2025-04-15",
        updates=[builders.report("u1", "a", "2025-10-10", "2025-Q3")],
    )
    assert found.signed_on == Date.parse("2025-04-14..2025-04-15")
    assert found.updates[0].period == Period.parse("2025-Q3")
    assert "2025-Q3" == str(found.updates[0].period)


def test_an_absent_key_is_none_or_empty() -> None:
    found = builders.commitment("c")
    assert found.signed_on is None
    assert found.lead_agency is None
    assert () == found.updates


def test_the_day_is_that_of_the_basis_alone() -> None:
    dates = {"signed_on": "2025-01-01", "adopted_on": "2025-02-01", "declared_on": "2025-03-01"}
    for basis, expected in zip(("signed", "adopted", "declared"), dates.values(), strict=True):
        found = builders.commitment("c", basis=basis, **dates)
        assert Date.parse(expected) == found.day
    assert builders.commitment("c", basis="adopted", signed_on="2025-01-01").day is None


def _disputed(key: str, *values: str) -> dict[str, object]:
    return {"key": key, "values": [{"value": value, "sources": ["gazette"]} for value in values]}


@pytest.mark.parametrize(
    "values,span",
    [
        (("2025-04-14", "2025-04-15"), "2025-04-14..2025-04-15"),
        (("2024-11-17", "2024-10"), "2024-10-01..2024-11-17"),
        (("..2024-11-17", "2024-10-15"), "..2024-11-17"),
    ],
)
def test_an_absent_disputed_date_is_the_span_over_its_values(
    values: tuple[str, ...], span: str
) -> None:
    found = builders.commitment("c", disputed=[_disputed("in_force_on", *values)])
    assert Date.parse(span) == found.in_force_on
    assert span == str(found.in_force_on)


def test_a_disputed_date_that_is_stated_stays_what_is_used() -> None:
    dispute = _disputed("signed_on", "2025-04-14", "2025-04-15")
    found = builders.commitment("c", signed_on="2025-04-14", disputed=[dispute])
    assert Date.parse("2025-04-14") == found.signed_on


def test_a_disputed_date_is_found_within_items_by_their_names() -> None:
    found = builders.commitment(
        "c",
        milestones=[{"id": "m1", "title": {"en": "one"}}, {"id": "m2", "title": {"en": "two"}}],
        supporting_agencies=[{"agency": "pvn"}],
        implementation={"text": {"en": "until the end"}},
        disputed=[
            _disputed("milestones.m2.due_on", "2025", "2026"),
            _disputed("supporting_agencies.pvn.from_on", "2025-07-01", "2025-08-01"),
            _disputed("implementation.to_on", "2030", "2031"),
        ],
    )
    assert found.milestones[0].due_on is None
    assert Date.parse("2025-01-01..2026-12-31") == found.milestones[1].due_on
    assert Date.parse("2025-07-01..2025-08-01") == found.supporting_agencies[0].from_on
    assert found.implementation is not None
    assert Date.parse("2030-01-01..2031-12-31") == found.implementation.to_on


def test_a_framework_is_named_by_its_level_in_a_dispute() -> None:
    found = structure(
        "partners",
        {
            "id": "xb",
            "name": {"en": "B"},
            "kind": "country",
            "frameworks": [{"level": "strategic", "sources": ["gazette"]}],
            "disputed": [_disputed("frameworks.strategic.from_on", "2012-11", "2013-01")],
        },
    )
    assert isinstance(found, Partner)
    assert Date.parse("2012-11-01..2013-01-31") == found.frameworks[0].from_on


def test_disputes_about_other_things_or_other_places_change_nothing() -> None:
    found = builders.commitment(
        "c",
        other_fields=["health"],
        disputed=[
            _disputed("instrument_kind", "mou", "treaty"),
            _disputed("milestones.m9.due_on", "2025", "2026"),
            _disputed("other_fields.energy.from_on", "2025", "2026"),
        ],
    )
    assert "agreement" == found.instrument_kind
    assert () == found.milestones
    assert ("health",) == found.other_fields


def test_records_stand_in_the_order_of_their_ids() -> None:
    made = builders.registry(
        builders.commitment("b"), builders.agency("z"), builders.commitment("a")
    )
    assert ["a", "b"] == list(made.commitments)
    assert ["z"] == list(made.agencies)
    assert {} == made.partners


def test_a_registry_without_settings_is_none() -> None:
    with pytest.raises(LookupError):
        Registry.of([("commitments", builders.commitment("c"))])


def test_every_entity_has_its_place_in_the_registry() -> None:
    places = {field.name for field in dataclasses.fields(Registry)}
    assert set(ENTITIES) - {"registry"} == places - {"settings"}


def test_codes_stand_in_the_vocabulary_s_own_order() -> None:
    fields = structure(
        "vocabularies",
        {
            "id": "fields",
            "codes": [
                {"code": "late", "label": {"en": "Late"}, "order": 2},
                {"code": "early", "label": {"en": "Early"}, "order": 1},
            ],
        },
    )
    assert ["early", "late"] == list(builders.registry(fields).codes["fields"])


def test_groups_name_the_kinds_of_agencies_in_them() -> None:
    kinds = builders.vocabulary(
        "agency-kinds",
        ministry={"groups": ["all_ministries"]},
        committee={"groups": ["all_ministries", "all_agencies"]},
        company={"reports": False},
    )
    groups: Mapping[str, tuple[str, ...]] = builders.registry(kinds).groups
    assert {"all_ministries": ("ministry", "committee"), "all_agencies": ("committee",)} == groups


def test_a_tombstone_needs_little() -> None:
    found = structure("commitments", {"id": "old", "title": {"en": "Old"}, "moved_to": "new"})
    assert isinstance(found, Commitment)
    assert "new" == found.moved_to
    assert found.day is None
