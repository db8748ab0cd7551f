"""What an edition may show: decided once, before anything is compared or rendered."""

from generator.edition.admission import Admitted, admit
from generator.edition.attribution import Attribution, Byline
from generator.edition.past import admit_past, marked

__all__ = ["Admitted", "Attribution", "Byline", "admit", "admit_past", "marked"]
