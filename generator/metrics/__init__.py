"""Figures about a registry: pure, each defined once and leading to the records behind it.

One file per metric or tight family; a file that has `METRICS` is found by itself.
"""

import pkgutil
from functools import cache
from importlib import import_module

from generator.metrics.contract import Metric


@cache
def definitions() -> tuple[Metric, ...]:
    """Every metric there is, for the methodology page: by file, in the file's own order."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        metric
        for name in modules
        for metric in getattr(import_module(f"{__name__}.{name}"), "METRICS", ())
    )
