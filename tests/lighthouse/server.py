"""Serves a site as web servers do: texts are sent compressed to whoever can read that."""

import gzip
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.browser.sites import Handler

COMPRESSED = frozenset({".css", ".csv", ".html", ".js", ".json", ".svg", ".xml"})
LEVEL = 6
"""What nginx's `gzip_static` is usually given; its own default on the fly is 1."""


class CompressingHandler(Handler):
    """Compresses each text once."""

    def do_GET(self) -> None:  # noqa: N802 - what the base class calls it
        """A text, compressed where that was asked for; everything else as it lies there."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        asked = self.headers.get("Accept-Encoding", "")
        if file.suffix not in COMPRESSED or "gzip" not in asked or not file.is_file():
            super().do_GET()
            return
        content = _compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        with suppress(ConnectionError):  # A browser that is closed takes no more.
            self.end_headers()
            self.wfile.write(content)


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), LEVEL)
