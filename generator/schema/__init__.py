"""The JSON Schemas of `schema/v1`: what a record may hold, and what each key means."""

from generator.schema.shapes import Leaf, Shape
from generator.schema.store import ROOT, Schemas, schemas
from generator.schema.validation import Violation

__all__ = ["ROOT", "Leaf", "Schemas", "Shape", "Violation", "schemas"]
