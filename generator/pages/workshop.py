"""What the books of all languages share: the digests of records, and charts that were drawn."""

from collections.abc import Callable, Mapping

import msgspec

from generator.charts.contract import Chart
from generator.pages.ingredients import Digester, UncertainError

_decode = msgspec.msgpack.Decoder(Chart | None).decode


class Workshop:
    """Digests, if pages are to be remembered; and drawings by the digest of their numbers."""

    def __init__(
        self, digester: Digester | None = None, drawings: Mapping[str, bytes] | None = None
    ) -> None:
        self._digester = digester
        self._drawings = dict(drawings or {})
        self._used: set[str] = set()
        self._fresh: set[str] = set()

    def digest(self, *values: object) -> bytes | None:
        """The digest of values; `None` if they have no certain form, or nobody wants it."""
        if self._digester is None:
            return None
        try:
            return self._digester.digest(*values)
        except UncertainError:
            return None

    def drawn(self, draw: Callable[[], Chart | None], *ingredients: object) -> Chart | None:
        """A chart; drawn only if none is known that was made from the same."""
        digest = self.digest(ingredients)
        if digest is None:
            return draw()
        name = digest.hex()
        self._used.add(name)
        if known := self._drawings.get(name):
            chart: Chart | None = _decode(known)
        else:
            chart = draw()
            self._drawings[name] = msgspec.msgpack.encode(chart)
            self._fresh.add(name)
        return chart

    def taken(self) -> tuple[tuple[str, ...], Mapping[str, bytes]]:
        """The names of drawings that were used since this was last asked, and the new ones."""
        used, fresh = (
            tuple(sorted(self._used)),
            {name: self._drawings[name] for name in self._fresh},
        )
        self._used.clear()
        self._fresh.clear()
        return used, fresh
