"""The templates of pages in one language.

What a template asks for on every page is a filter: Jinja calls a filter directly, while
a function or macro goes through its context, which costs more than most of them do.
"""

import json
import re
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

FOLDER = Path(__file__).resolve().parents[2] / "site_templates" / "records"

_FIXED_TEXT = re.compile(r"\bt\('([\w.]+)'\)")


class _Loader(BaseLoader):
    """Reads templates, and puts the texts that never vary in as they are read."""

    def __init__(self, text: Callable[[str], str]) -> None:
        self._files = FileSystemLoader(FOLDER)
        self._text = text

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """A template with its fixed texts as string literals: Jinja escapes these once."""
        source, path, fresh = self._files.get_source(environment, template)
        return _FIXED_TEXT.sub(self._literal, source), path, fresh

    def _literal(self, found: re.Match[str]) -> str:
        return json.dumps(self._text(found[1]), ensure_ascii=False)


class _Context(Context):
    """Calls what a template calls, and asks nothing: no function of ours wants the context."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *arguments: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        """What the function gives."""
        return called(*arguments, **named)


class _Environment(Environment):
    """An environment whose values are those of every template.

    Jinja gives each template a chain of dictionaries, to which it could add values of its
    own; asking a chain what it holds took a tenth of a build.
    """

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's values."""
        return {**self.globals, **d} if d else self.globals


def environment(
    text: Callable[[str], str],
    filters: Mapping[str, Callable[..., object]],
    values: Mapping[str, object],
) -> Environment:
    """The templates with what they can use.

    Args:
        text: the text of a key, in the language of the pages.
        filters: how values are written.
        values: what every template knows.
    """
    made = _Environment(
        loader=_Loader(text),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.filters |= filters
    made.globals |= values
    return made
