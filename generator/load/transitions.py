"""Which value of a key may follow which, as the data beside the schemas say."""

from collections.abc import Mapping
from functools import cache

from generator.load import strict
from generator.schema import ROOT


@cache
def transitions(key: str) -> Mapping[str, Mapping[str, str]]:
    """Which value of a key may follow which: `free`, or only with a `reason`."""
    data = strict.parse((ROOT / "v1" / "transitions.yml").read_bytes())
    if isinstance(data, strict.Problem):
        raise TypeError(data)
    table: Mapping[str, Mapping[str, str]] = data[key]
    return table
