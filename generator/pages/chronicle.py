"""What pages tell of a registry's past: made before them, from its history."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.metrics.hindsight import Known


@dataclass(frozen=True)
class Chronicle:
    """A registry's past, as an edition may tell it."""

    known: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    """Commitment to what was known of it at past quarters' ends, oldest first."""
    is_cut: bool = False
    """Whether the first commits are missing, so that what they did is not told."""
