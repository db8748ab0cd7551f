"""How records come in and go out other than by hand."""

from generator.exchange.scaffold import Draft, propose_id, scaffold

__all__ = ["Draft", "propose_id", "scaffold"]
