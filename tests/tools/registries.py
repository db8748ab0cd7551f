"""The invented registry that the tests share: see `tests/registries/README.md`."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from generator.load import Document, load_folder
from generator.model.paths import Path as Place
from tests.tools.programs import ROOT

VALMORA = ROOT / "tests" / "registries" / "valmora" / "registry"
AS_OF = date(2026, 1, 31)
LANGUAGES = ("en", "fr")

TOKEN = re.compile(r"qzx\d{3}")
"""What marks a string that may not be published."""


@cache
def valmora() -> tuple[Document, ...]:
    """The registry's documents; nothing changes them."""
    loaded = load_folder(VALMORA)
    assert loaded.findings == ()
    return loaded.documents


def tokens() -> frozenset[str]:
    """Every token of the registry."""
    return frozenset(
        token
        for document in valmora()
        for text in (document.path, document.content.decode())
        for token in TOKEN.findall(text)
    )


def leaves(node: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Every single value of plain data, with its place."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from leaves(value, (*place, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*place, index))
    else:
        yield place, node
