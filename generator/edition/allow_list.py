"""The public edition's allow-list, read from `schema/v1/public.yml`.

A key that the list does not name is internal: a new key in the schema stays inside
until somebody decides otherwise.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.errors import PortalError
from generator.load import strict
from generator.schema import ROOT

Allowed = Mapping[str, Any]
"""Key to `True` (shown as it is) or to the keys that are shown below it."""


@cache
def allow_list() -> Mapping[str, Allowed]:
    """Entity to the keys that the public edition shows.

    Raises:
        PortalError: the file cannot be read: then nothing may be shown.
    """
    data = strict.parse((ROOT / "v1" / "public.yml").read_bytes())
    if isinstance(data, strict.Problem):
        raise PortalError("allow_list_broken", line=data.line)
    return data


def rule_below(allowed: object, key: str) -> object:
    """What the list says of a key: `True`, the keys below it, or `None` if it is internal."""
    rule = allowed.get(key) if isinstance(allowed, dict) else None
    return rule if rule is True or isinstance(rule, dict) else None
