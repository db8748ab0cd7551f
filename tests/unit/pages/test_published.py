"""Published figures, as the pages that they belong to list them."""

import pytest

from generator.metrics.snapshot import Snapshot
from generator.pages.book import Book, Identity
from generator.pages.published import Published, published
from tests.builders import day, registry, statement


def one(**keys: object) -> Published:
    records = registry(statement("s", review="r", **keys), statement("other", activity="x"))
    book = Book(Snapshot(records, day("2025-12-31")), "en", Identity("public"))
    (found,) = published(book, review="r")
    return found


@pytest.mark.parametrize(
    "keys, written",
    [
        ({"value": 1234, "unit": "records"}, "1,234"),
        ({"value": 37.5, "unit": "percent"}, "37.5%"),
        ({"value": 2.5, "unit": "ratio"}, "2.5 times"),
        ({"value": 14, "qualifier": "more_than"}, "more than 14"),
    ],
)
def test_a_value_is_written_in_its_unit(keys: dict[str, object], written: str) -> None:
    assert written == one(**keys).value


def test_without_a_title_it_is_called_as_its_metric() -> None:
    assert "New commitments" == one().title
    assert "Regions reporting" == one(metric="regions_reporting").title
