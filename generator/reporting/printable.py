"""The one place where untrusted text becomes safe to print."""

import re
import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of what a terminal obeys, a reader does not see, or an encoder cannot write."""

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: a backslash before it always gives the character itself."""
_MENTION = re.compile(r"(?<=@|#)(?=\w)")
"""Between `@` or `#` and a name: a word joiner keeps a forge from calling someone."""


def printable(value: object) -> str:
    r"""A value as one line without control characters: each is shown by its number, as `\x1b`.

    A file's name or a record's text may hold escape codes that would move the cursor, a
    line break that would forge a second finding, or half of a character.
    """
    text = str(value)
    if text.isprintable():
        return text
    return "".join(map(_character, text))


def plain_markdown(text: str) -> str:
    """A printable text as Markdown in which nothing is markup, and nobody is called."""
    return _MARKUP.sub(lambda mark: f"\\{mark[0]}", _MENTION.sub("\u2060", text))


def workflow_data(text: str) -> str:
    """A text as the message of a workflow command of GitHub, its line breaks kept."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """A text as the value of a property of such a command."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def _character(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - what two hexadecimal digits hold
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits
