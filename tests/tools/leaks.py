"""Finds tokens in bytes, however they are written there.

A site says a string in many ways: as it is, in capitals, decomposed, escaped for HTML, a URL
or JSON, folded into lines, in base64, compressed, in an archive.  Each file is unfolded into
all that it may be read as, and a token is looked for in each reading.
"""

import base64
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote_to_bytes

_ESCAPED = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6}) ?)"
)
"""As JSON, JavaScript and CSS escape a character."""

_TAG = re.compile(r"<[^<>]*>")
_FOLD = re.compile(r"=?\r?\n[ \t]?")
_UNSEEN = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b\u2060]"
)
"""Combining marks, soft hyphens and spaces without width."""

_ENCODED = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){6,}")
_DEEPEST = 3
"""How many times something may be wrapped: an archive in an archive in a page."""


def leaks(files: Mapping[str, bytes], tokens: Iterable[str]) -> list[tuple[str, str]]:
    """Which tokens stand in which files, in their content or in their names, in order."""
    wanted = {_folded(token): token for token in tokens}
    pattern = _any_of(wanted)
    encoded = {form: token for token in wanted.values() for form in _in_base64(token)}
    encoded_pattern = _any_of(encoded)
    found: set[tuple[str, str]] = set()
    for name, content in files.items():
        for data in (name.encode(), *_unwrapped(content)):
            raw = data.decode("latin-1")
            found.update((name, encoded[hit]) for hit in encoded_pattern.findall(raw))
            for text in _readings(data):
                found.update((name, wanted[hit]) for hit in pattern.findall(_folded(text)))
    return sorted(found)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in sorted(forms)) or r"(?!)")


def _readings(data: bytes) -> set[str]:
    """Everything that bytes may be read as, once they are unwrapped."""
    text = data.decode(errors="replace")
    found = {text, _FOLD.sub("", text)}
    if b"\0" in data:
        found |= {data.decode(f"utf-16-{order}", errors="replace") for order in ("le", "be")}
    if "<" in text or "&" in text:
        found |= {html.unescape(text), html.unescape(_TAG.sub("", text))}
    if "\\" in text:
        found.add(_ESCAPED.sub(_character, text))
    if "%" in text:
        found.add(unquote_to_bytes(data).decode(errors="replace"))
    return found


def _unwrapped(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Bytes, and all that is packed or encoded in them."""
    yield content
    if depth < _DEEPEST:
        for inner in _packed(content):
            yield from _unwrapped(inner, depth + 1)


def _packed(content: bytes) -> Iterator[bytes]:
    if content.startswith((b"\x1f\x8b", b"\x78")):
        yield _inflated(content)
    if content.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield f"{entry.filename}\n".encode() + entry.comment
                yield archive.read(entry)
    if content.startswith(b"\x89PNG"):
        yield from (_inflated(content[at:]) for at in _places(content, b"\x78"))
    for piece in _ENCODED.findall(content):
        plain = piece.translate(bytes.maketrans(b"-_", b"+/"))
        yield from (_from_base64(plain[start:]) for start in range(4))
    for piece in _HEX.findall(content):
        yield bytes.fromhex(piece[: len(piece) // 2 * 2].decode())


def _places(content: bytes, sought: bytes) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(sought), content))


def _inflated(content: bytes) -> bytes:
    """As much as can be decompressed: what is cut short or broken may still be read in part."""
    try:
        return zlib.decompressobj(wbits=47).decompress(content)
    except zlib.error:
        return b""


def _from_base64(text: bytes) -> bytes:
    whole = len(text) // 4 * 4
    rest = text[whole:]
    padded = rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
    return base64.b64decode(text[:whole] + padded)


def _in_base64(token: str) -> Iterator[str]:
    """What of a token is certain in base64, wherever in the encoded text it stands."""
    for form in {token, token.lower(), token.upper()}:
        for composition in ("NFC", "NFD"):
            data = unicodedata.normalize(composition, form).encode()
            for shift in range(3):
                text = base64.b64encode(b"\0" * shift + data).decode()
                first = -(-shift * 8 // 6)
                last = (shift + len(data)) * 8 // 6
                yield text[first:last]
                yield text[first:last].replace("+", "-").replace("/", "_")


def _character(match: re.Match[str]) -> str:
    code = int(next(filter(None, match.groups())), 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _folded(text: str) -> str:
    """Without the differences that a reader, or a search engine, sees through."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKD", text))
    return text.casefold()
