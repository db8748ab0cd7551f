"""What a build remembers for the next one of the same site folder: one file of the user's own.

Records by the digest of their files, drawings by that of their numbers, pages by that of what
they are made from.  Nothing here is needed, and nothing is believed that another program, or
another site, has written.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.cache import Store, fingerprint
from generator.site.settings import Settings

_TEMPLATES = Path(__file__).resolve().parents[2] / "site_templates"
_TABLES = ("drawings", "pages", "records", "search")


class Memory(Store):
    """The tables `drawings`, `pages`, `records` and `search`."""

    def __init__(self, cache: Path, settings: Settings, target: Path) -> None:
        """The memory of one site folder.

        Args:
            cache: the folder where caches are kept.
            settings: what is built; what of it decides a page is part of the page's digest.
            target: the site's folder: what is remembered of its files holds of no other.
        """
        named = (bytes(settings.registry.resolve()), settings.edition.encode(), bytes(target))
        name = hashlib.sha256(b"\0".join(named)).hexdigest()[:32]
        super().__init__(cache / f"site-{name}", fingerprint(_TEMPLATES), _TABLES)
        self._put: dict[str, dict[str, bytes]] = defaultdict(dict)
        self._drop: dict[str, set[str]] = defaultdict(set)

    def keep(self, table: str, values: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Remember values, and forget others, when the build is finished."""
        self._put[table] |= values
        self._drop[table] |= set(gone)

    def finish(self) -> None:
        """Write down what was to be kept."""
        self.change(self._put, self._drop)
        self._put.clear()
        self._drop.clear()


def all_of(memory: Memory | None, table: str) -> Iterator[tuple[str, bytes]]:
    """What is remembered in a table; nothing without a memory."""
    return memory.all(table) if memory else iter(())
