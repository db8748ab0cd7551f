"""Every metric is defined once, found by itself, and explained in every language."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from generator import metrics
from generator.metrics import definitions
from generator.metrics.contract import Metric, unique
from generator.text import catalogue
from generator.text.catalogue import languages


def test_no_two_metrics_share_a_name() -> None:
    names = [metric.name for metric in definitions()]
    assert sorted(set(names)) == sorted(names)


def test_every_metric_of_every_file_is_among_the_definitions() -> None:
    for module in iter_modules(metrics.__path__):
        for value in vars(import_module(f"{metrics.__name__}.{module.name}")).values():
            assert not isinstance(value, Metric) or value in definitions()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("metric", definitions(), ids=lambda metric: metric.name)
def test_every_metric_is_explained(metric: Metric, language: str) -> None:
    texts = catalogue(language)
    keys = (metric.title, metric.formula, metric.missing, metric.unit_text)
    assert [] == [key for key in keys if not texts.has(key)]


def test_ids_are_listed_once_in_the_order_of_their_first_appearance() -> None:
    assert ("b", "a") == unique(["b", "a", "b"])
