"""The scanner that proves the public edition has to find a token wherever one could hide."""

import base64
import gzip
import io
import json
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest

from tests.tools.leaks import files_of, leaks

TOKEN = "qzx017"  # noqa: S105 - what a test looks for
WORDS = "Thỏa thuận mật"


def zipped(name: str, content: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return archive.getvalue()


def png_with_text(text: str) -> bytes:
    data = b"Comment\0\0" + zlib.compress(text.encode())
    chunk = len(data).to_bytes(4, "big") + b"zTXt" + data + b"\0\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.mark.parametrize(
    "content",
    [
        "before qzx017 after",
        "beforeQZX017after",
        "<p>&#113;&#x7a;x017</p>",
        "<p>qz<wbr>x<mark>017</mark></p>",
        "qz\u00adx017",
        "%71zx017",
        r"\u0071zx017",
        r"\71 zx017",
        "DESCRIPTION:before q\r\n zx017",
        "before qz=\nx017",
        "data:text/plain;base64," + base64.b64encode(b"qzx017").decode(),
        base64.b64encode(b"a longer text with qzx017 in it, and more").decode(),
        base64.urlsafe_b64encode("ÿÿÿ QZX017 ÿÿÿ".encode()).decode(),
        "before" + base64.b64encode(b"12qzx01789").decode() + "after",
        b"qzx017".hex(),
        base64.b64encode(gzip.compress(b"packed and encoded: qzx017", mtime=0)).decode(),
    ],
)
def test_a_token_is_found_in_a_text_however_it_is_written(content: str) -> None:
    assert [("page.html", TOKEN)] == leaks({"page.html": content.encode()}, [TOKEN])


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"qzx017", mtime=0),
        gzip.compress(b"qzx017" + bytes(range(256)) * 40, mtime=0)[:-9],
        zlib.compress(b"qzx017"),
        zipped("record.json", b"qzx017"),
        zipped("qzx017.json", b""),
        zipped("inner.zip", zipped("record.json", b"qzx017")),
        zipped("page.gz", gzip.compress(b"qzx017", mtime=0)),
        png_with_text("qzx017"),
        "qzx017".encode("utf-16"),
        b"\xff\xfe\x00 not a text qzx017 \x80",
    ],
)
def test_a_token_is_found_in_bytes_however_they_are_packed(content: bytes) -> None:
    assert [("file", TOKEN)] == leaks({"file": content}, [TOKEN])


@pytest.mark.parametrize("composition", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "written",
    [
        str,
        str.upper,
        quote,
        json.dumps,
        lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
        lambda text: base64.b64encode(text.encode()).decode(),
        lambda _: "thoa thuan mat",
    ],
)
def test_words_with_diacritics_are_found(
    composition: Literal["NFC", "NFD"], written: Callable[[str], str]
) -> None:
    text = written(unicodedata.normalize(composition, WORDS))
    assert [("page", WORDS)] == leaks({"page": text.encode()}, [WORDS])


def test_a_token_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "QZX017").mkdir()
    (tmp_path / "QZX017" / "index.html").write_bytes(b"")
    assert [("QZX017/index.html", TOKEN)] == leaks(files_of(tmp_path), [TOKEN])


def test_what_is_not_there_is_not_found() -> None:
    files = {
        "a": b"qzx018 qzx 017 zqx017",
        "b": gzip.compress(b"qz x017", mtime=0),
        "c": bytes(range(256)),
    }
    assert [] == leaks(files, [TOKEN])
    assert [] == leaks(files, [])


def test_every_token_is_found_in_every_file() -> None:
    files = {"b": b"qzx001 qzx002", "a": b"qzx002"}
    expected = [("a", "qzx002"), ("b", "qzx001"), ("b", "qzx002")]
    assert expected == leaks(files, ["qzx001", "qzx002", "qzx003"])
