"""Names in series: in every language that they have, since a series serves all of them."""

from generator.model.entities import Text
from generator.text import writer

Names = tuple[tuple[str, str], ...]
"""A text in several languages, as pairs of language and words."""


def names(text: Text) -> Names:
    """A text as a series holds it."""
    return tuple(sorted(text.items()))


def spoken(found: Names, language: str) -> str:
    """A name in a language, or in the first that it has."""
    return writer(language).words(dict(found), ())[0]
