"""Serves a site on this computer and builds it anew when the registry changes.

While a file is invalid, the last good site stays, with the findings on top of every page.
"""

import http.server
import json
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.cli.invocation import Invocation
from generator.errors import PortalError, Severity
from generator.reporting import worded
from generator.reporting.wording import explained
from generator.text import catalogue
from generator.theme import build

_STATE = "/.portal-state"
_STYLE = "/.portal-preview.css"
_SCRIPT = "/.portal-preview.js"
_PAUSE = 0.5
_SHOWN = 20
# Files, as the policy of a page asks: it lets nothing run or look otherwise that stands in it.
_FILES = {
    _STYLE: (
        "text/css",
        b"""[role=alert] {
  position: sticky; top: 0; z-index: 9; max-height: 50vh; overflow: auto; padding: 1em;
  border-bottom: 4px solid #d4351c; background: #fff; color: #0b0c0c; font: 16px/1.5 sans-serif;
}""",
    ),
    _SCRIPT: (
        "text/javascript",
        b"""const { seen } = document.currentScript.dataset;
setInterval(async () => {
  try {
    const now = await (await fetch("/.portal-state")).json();
    if (String(now.build) !== seen) location.reload();
  } catch { /* the server has stopped: the page stays as it is */ }
}, 1000);""",
    ),
}


class Preview:
    """A local server, its site, and what is wrong with the registry now."""

    def __init__(self, invocation: Invocation, port: int) -> None:
        self._invocation = invocation
        self._folder = tempfile.TemporaryDirectory(prefix="portal-")
        self.site = Path(self._folder.name) / "site"
        self.builds = 0
        self.problems: list[str] = []
        # Only this computer: a preview may show what is not public.
        handler = partial(_Handler, self)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where to look at it."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._folder.cleanup()

    def follow(self, say: Callable[[str], None]) -> None:
        """Build now and after each change, until interrupted."""
        seen: object = None
        while True:
            state = _state_of(self._invocation.folder)
            if state != seen:
                seen = state
                say(self.rebuild())
            time.sleep(_PAUSE)

    def rebuild(self) -> str:
        """Build once; say in one line how it went."""
        now = self._invocation.anew()
        texts = catalogue(now.language)
        try:
            report = now.checked(now.settings.checked_on)
            self.problems = [
                f"{finding.location.path}:{finding.location.line}: {finding.code} "
                f"{words.message} {words.fix}"
                for finding in report.findings
                if finding.severity is Severity.ERROR
                for words in [worded(finding, now.language)]
            ]
            if not self.problems:
                # The officer looks at her edits: a cut history is no reason to show nothing.
                build(replace(now.settings, allow_shallow=True), self.site, None, now.machine)
        except PortalError as error:
            self.problems = [explained(error, now.language)]
        self.builds += 1
        if self.problems:
            return texts.count("serve.problems", len(self.problems))
        return texts.text("serve.built")

    def on_top(self) -> bytes:
        """What is put into every page: the findings, and what reloads it after a build."""
        texts = catalogue(self._invocation.language)
        script = f'<script src="{_SCRIPT}" data-seen="{self.builds}"></script>'
        if not self.problems:
            return script.encode()
        head = escape(texts.count("serve.problems", len(self.problems)))
        items = "".join(f"<li>{escape(problem)}</li>" for problem in self.problems[:_SHOWN])
        style = f'<link rel="stylesheet" href="{_STYLE}">'
        alert = f'<div role="alert"><p>{head}</p><ul>{items}</ul></div>'
        return f"{style}{alert}{script}".encode()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site, with the findings on top of pages."""

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=str(preview.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file, or the state that pages ask for."""
        if self.path == _STATE:
            self._send(json.dumps({"build": self._preview.builds}).encode(), "application/json")
            return
        if self.path in _FILES:
            kind, content = _FILES[self.path]
            self._send(content, kind)
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if page.suffix != ".html":
            super().do_GET()
        else:
            self._send(self._page(page), "text/html; charset=utf-8", 200 if page.is_file() else 404)

    def _page(self, page: Path) -> bytes:
        error = self._preview.site / "404.html"
        for file in (page, error):
            if file.is_file():
                head, body, rest = file.read_bytes().partition(b"<body")
                opening, end, content = rest.partition(b">")
                return head + body + opening + end + self._preview.on_top() + content
        return b"<!doctype html><body>" + self._preview.on_top()

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - inherited name
        """Say nothing: the terminal is for findings."""


def _state_of(folder: Path) -> object:
    """What changes when a file of the registry does."""
    found = []
    for file in sorted(folder.rglob("*")):
        try:
            status = file.lstat()
        except OSError:
            continue
        found.append((str(file), status.st_mtime_ns, status.st_size))
    return found
