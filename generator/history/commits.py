"""What a commit says of itself, read from its own bytes: nobody else is asked.

All of it was written by whoever made the commit: names, days and trailers are claims.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

_ENCODINGS = re.compile(
    r"(utf-8|ascii|iso8859-\d+|cp125\d|koi8-[rut]|gb\w+|big5|euc_\w+|shift_jis)"
)
"""What Python calls the encodings that a commit may state; others can be made to work for hours."""

_TRAILER = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*:[ \t]*(.*)")
_PICKED = "(cherry picked from commit "
_SIGNATURES = (b"gpgsig", b"gpgsig-sha256")
_EPOCH = datetime.fromtimestamp(0, UTC)
"""The day of a commit whose own cannot be read: git's choice, too."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who a commit says did something; both may be empty, and neither is proven."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; times have the offset that they were written with."""

    id: str
    parents: tuple[str, ...]
    author: Person
    committer: Person
    authored_at: datetime
    committed_at: datetime
    subject: str
    """The first paragraph of the message, on one line."""
    body: str
    """The rest of the message, trailers included."""
    trailers: tuple[tuple[str, str], ...]
    """Name and value of each trailer (`Reviewed-by: …`), in order; names as they were written."""
    has_signature: bool
    """Whether it carries a signature; whether that is good is for the audit to say."""

    def trailer(self, *names: str) -> Iterator[str]:
        """The values of the trailers of some names, whose case does not count."""
        wanted = {name.lower() for name in names}
        return (value for name, value in self.trailers if name.lower() in wanted)


def commit_of(name: str, content: bytes) -> Commit:
    """The commit that an object holds: no content is refused, what cannot be read is empty.

    Args:
        name: its id.
        content: the object, as `git cat-file commit` writes it.
    """
    head, _, message = content.partition(b"\n\n")
    lines = [line.partition(b" ")[::2] for line in head.split(b"\n")]
    fields = {key: value for key, value in reversed(lines) if key}  # the first of each counts
    encoding = _encoding(fields.get(b"encoding", b""))
    author, authored_at = _person(fields.get(b"author", b""), encoding)
    committer, committed_at = _person(fields.get(b"committer", b""), encoding)
    subject, body = _parts(message.decode(encoding, "replace"))
    return Commit(
        id=name,
        parents=tuple(value.decode("ascii", "replace") for key, value in lines if key == b"parent"),
        author=author,
        committer=committer,
        authored_at=authored_at,
        committed_at=committed_at,
        subject=subject,
        body=body,
        trailers=tuple(trailers(body)),
        has_signature=any(key in fields for key in _SIGNATURES),
    )


def trailers(text: str) -> Iterator[tuple[str, str]]:
    """The trailers of a message without its subject: its last paragraph, if it holds nothing else.

    A line that begins with a space goes on with the one above it.
    """
    paragraph = re.split(r"\n[ \t]*\n", text.rstrip())[-1]
    found: list[tuple[str, str]] = []
    for line in paragraph.split("\n"):
        if line[:1] in (" ", "\t") and found:
            name, value = found[-1]
            found[-1] = name, f"{value} {line.strip()}".strip()
        elif trailer := _TRAILER.fullmatch(line):
            found.append((trailer[1], trailer[2].strip()))
        elif not line.startswith(_PICKED):
            return iter(())
    return iter(found)


def _encoding(stated: bytes) -> str:
    try:
        name = codecs.lookup(stated.decode("ascii")).name if stated else "utf-8"
    except (LookupError, UnicodeDecodeError, ValueError):
        return "utf-8"
    return name if _ENCODINGS.fullmatch(name) else "utf-8"


def _person(line: bytes, encoding: str) -> tuple[Person, datetime]:
    """Who and when, of a line `name <address> seconds offset`."""
    who, _, when = line.rpartition(b">")
    name, _, email = who.partition(b"<")
    texts = (part.decode(encoding, "replace").strip() for part in (name, email))
    return Person(*texts), _moment(when.split())


def _moment(words: Sequence[bytes]) -> datetime:
    try:
        seconds, offset = words
        sign = -1 if offset.startswith(b"-") else 1
        hours, minutes = int(offset[1:3]), int(offset[3:5])
        zone = timezone(sign * timedelta(hours=hours, minutes=minutes))
        return datetime.fromtimestamp(int(seconds), zone)
    except (ValueError, OverflowError, OSError):
        return _EPOCH


def _parts(message: str) -> tuple[str, str]:
    """Subject and body: the first paragraph on one line, and the rest."""
    subject, _, body = message.strip("\n").partition("\n\n")
    return " ".join(subject.split("\n")), body.strip("\n")
