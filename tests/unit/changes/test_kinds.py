"""The kind of change that each place in a record tells."""

import pytest

from generator.changes.kinds import kinds, shape_of
from generator.text.catalogue import catalogue, languages


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_has_words(language: str, kind: str) -> None:
    assert catalogue(language).has(f"change.{kind}")


def test_the_shape_of_a_place_is_that_of_the_schema() -> None:
    shape = shape_of("commitments", ("updates", "*", "summary", "vi"))
    assert shape is not None
    assert "text" == shape.type
    assert shape_of("commitments", ("updates", "*", "no_such_key", "deeper")) is None
