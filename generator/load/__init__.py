"""From bytes to records with positions: strict, and no input may crash or hang it."""

from generator.load.documents import Document, Loaded, document_of, load, load_folder
from generator.load.files import MAXIMUM_BYTES

__all__ = ["MAXIMUM_BYTES", "Document", "Loaded", "document_of", "load", "load_folder"]
