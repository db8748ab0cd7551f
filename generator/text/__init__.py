"""Words for people: the catalogue, dates and numbers, sorting, limited Markdown."""

from generator.text.catalogue import Catalogue, catalogue
from generator.text.collation import collation_key
from generator.text.markdown import markdown
from generator.text.writing import Writer, writer

__all__ = ["Catalogue", "Writer", "catalogue", "collation_key", "markdown", "writer"]
