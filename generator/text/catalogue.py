"""Every text of the interface and of findings, in each language: `site_templates/locale/*.po`.

Message ids are keys (`commitment.lead_agency`, `REF01.fix`), not sentences: a language
can be mended without touching the code.
"""

import gettext
import io
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from generator.errors import PortalError

FOLDER = Path(__file__).resolve().parents[2] / "site_templates" / "locale"
FALLBACK = "en"


class Catalogue:
    """The texts of one language; a text that it lacks is given in the fallback language."""

    def __init__(self, language: str, file: Path) -> None:
        self.language = language
        self._file = file

    @cached_property
    def _messages(self) -> Any:  # noqa: ANN401 - Babel's class is untyped
        # Babel is imported late: it takes longer than a small command does.
        from babel.messages.pofile import read_po  # noqa: PLC0415

        with self._file.open("rb") as source:
            return read_po(source, locale=self.language.replace("-", "_"))

    @cached_property
    def _keys(self) -> frozenset[str]:
        # What is not translated yet, or marked as doubtful, is left to the fallback.
        ids = (m.id for m in self._messages if m.id and m.string and all(m.string) and not m.fuzzy)
        return frozenset(key if isinstance(key, str) else key[0] for key in ids)

    @cached_property
    def _texts(self) -> gettext.GNUTranslations:
        from babel.messages.mofile import write_mo  # noqa: PLC0415

        compiled = io.BytesIO()
        write_mo(compiled, self._messages)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    def has(self, key: str) -> bool:
        """Whether the language has this text itself."""
        return key in self._keys

    def keys(self, prefix: str) -> list[str]:
        """The keys that begin with a prefix, in this language or in the fallback."""
        own = set(self._keys)
        if self.language != FALLBACK:
            own |= set(catalogue(FALLBACK).keys(prefix))
        return sorted(key for key in own if key.startswith(prefix))

    def text(self, key: str, /, **arguments: object) -> str:
        """The text of a key, with its placeholders filled.

        Raises:
            KeyError: neither this language nor the fallback has the key.
        """
        found = self._texts.gettext(key)
        if found == key:
            if self.language == FALLBACK:
                raise KeyError(key)
            return catalogue(FALLBACK).text(key, **arguments)
        return found.format_map(arguments) if arguments else found

    def count(self, key: str, number: int, /, **arguments: object) -> str:
        """The text of a key in the plural form of a number, whose digits fill `{number}`.

        Raises:
            KeyError: neither this language nor the fallback has the key.
        """
        found = self._texts.ngettext(key, f"{key}.plural", number)
        if found in (key, f"{key}.plural"):
            if self.language == FALLBACK:
                raise KeyError(key)
            return catalogue(FALLBACK).count(key, number, **arguments)
        return found.format_map({"number": self._written(number), **arguments})

    def _written(self, number: int) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 - as above

        return str(format_decimal(number, locale=self.language.replace("-", "_")))


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.po")))


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language.

    Raises:
        PortalError: there is none.
    """
    if language not in languages():
        raise PortalError("no_catalogue", language=language, known=", ".join(languages()))
    return Catalogue(language, FOLDER / f"{language}.po")
