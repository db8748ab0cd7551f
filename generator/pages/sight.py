"""What pages can see of a registry, as digests: a page stays while all that it saw is the same.

Of commitments a page sees those that it was made from or looked at; all else is in the sight
of every page: other records are few, and nearly all pages speak of some.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b

from generator.metrics.snapshot import Snapshot
from generator.model.registry import ENTITIES
from generator.pages.ingredients import Digester
from generator.pages.noted import ALL

_SIZE = 16


class Sight:
    """The digests of a registry on a day."""

    def __init__(
        self,
        snapshot: Snapshot,
        world: bytes,
        commitments: Mapping[str, bytes],
        identity: bytes = b"",
    ) -> None:
        """A sight.

        Args:
            snapshot: the registry on its day.
            world: a digest of all that every page sees.
            commitments: the digest of each commitment that has one.
            identity: what only those pages see that see everything.
        """
        self._snapshot = snapshot
        self._world = world
        self._identity = identity
        self._commitments = commitments

    @cached_property
    def _digests(self) -> Mapping[str, bytes]:
        """Each commitment's digest: its record and, since others decide it, how it ended."""
        standings = self._snapshot.standings
        return {
            name: digest + (standings[name].legal_status.encode() if name in standings else b"")
            for name, digest in self._commitments.items()
        }

    @cached_property
    def _whole(self) -> bytes | None:
        names = self._snapshot.registry.commitments
        if not names.keys() <= self._digests.keys():
            return None
        made = blake2b(self._identity, digest_size=_SIZE)
        for name in sorted(names):
            made.update(b"%b %b\n" % (name.encode(), self._digests[name]))
        return made.digest()

    def of(self, names: Iterable[str]) -> bytes | None:
        """The digest of all that a page saw that looked at these commitments.

        `None` if one of them has no digest.
        """
        made = blake2b(self._world, digest_size=_SIZE)
        there = self._snapshot.registry.commitments
        for name in sorted(names):
            known = self._whole if name == ALL else self._digests.get(name)
            if known is None and (name == ALL or name in there):
                return None
            made.update(b"%b %b\n" % (name.encode("utf-8", "surrogatepass"), known or b""))
        return made.digest()

    def digester(self) -> Digester:
        """Digests of values in which records stand."""
        return Digester(self._known())

    def _known(self) -> Iterator[tuple[object, bytes]]:
        registry = self._snapshot.registry
        for entity in ENTITIES.keys() - {"registry", "commitments"}:
            for name, record in getattr(registry, entity).items():
                yield record, f"{entity}/{name}".encode()
        for name, digest in self._digests.items():
            if name in registry.commitments:
                yield registry.commitments[name], digest
            if name in self._snapshot.standings:
                yield self._snapshot.standings[name], b"standing " + digest
