"""What an edition may show: decided once, before anything is compared or rendered."""

from generator.edition.admission import Admitted, admit

__all__ = ["Admitted", "admit"]
