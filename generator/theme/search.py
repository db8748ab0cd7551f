"""The search index: Pagefind's, made the same by every build and found without diacritics.

Pagefind folds letters that Unicode takes apart (`ắ` is `a` with two marks), and so finds
`sắt` by `sat`.  Letters with a stroke are whole in Unicode, and `đường` would not be
found by `duong`.  They are given to Pagefind as a letter and a combining stroke, which it
folds like any mark; the search page puts the letters back into what it shows.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from generator.errors import PortalError
from generator.pages.page import Page

# A stroked letter, its base and the combining stroke; search.js has the same pairs.
_STROKED = {
    "đ": "d\u0335",
    "Đ": "D\u0335",
    "ħ": "h\u0335",
    "Ħ": "H\u0335",
    "ł": "l\u0335",
    "Ł": "L\u0335",
    "ŧ": "t\u0335",
    "Ŧ": "T\u0335",
    "ø": "o\u0338",
    "Ø": "O\u0338",
}
_APART = str.maketrans(_STROKED)

# What the search page asks for; Pagefind's own interfaces stay out.
_WANTED = ("fragment/*", "index/*", "*.pf_meta", "wasm.*", "pagefind.js", "pagefind-worker.js")
_ENTRY = "pagefind-entry.json"


class SearchIndex:
    """Collects pages, then indexes them all at once."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="portal-search-")
        self._source = Path(self._folder.name, "pages")
        self._target = Path(self._folder.name, "index")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def add(self, page: Page, rooted: str, section: str) -> None:
        """Add a page at its address from the root of the version; `section` is ready for HTML."""
        path = self._source / rooted / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_document(page, section).translate(_APART), encoding="utf-8", newline="")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the index, addressed from its folder; none if there is no page."""
        if not self._source.exists():
            return
        self._run()
        for pattern in _WANTED:
            for path in sorted(self._target.glob(pattern)):
                yield path.relative_to(self._target).as_posix(), path.read_bytes()
        entry = json.loads((self._target / _ENTRY).read_bytes())
        # Pagefind writes the languages in the random order of a hash table.
        yield _ENTRY, json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()

    def _run(self) -> None:
        shutil.rmtree(self._target, ignore_errors=True)
        program = [sys.executable, "-m", "pagefind", "--silent"]
        folders = ["--site", str(self._source), "--output-path", str(self._target)]
        done = subprocess.run([*program, *folders], capture_output=True, text=True, check=False)
        if done.returncode:
            raise PortalError("search_index_failed", detail=done.stderr or done.stdout)


def _document(page: Page, section: str) -> str:
    """The little that Pagefind has to read of a page: its own content without the chrome."""
    return (
        f'<!doctype html><html lang="{escape(page.language)}"><head>'
        f'<meta data-pagefind-meta="title[content]" content="{escape(page.title)}">'
        f'<meta data-pagefind-meta="section[content]" content="{section}">'
        f"</head><body data-pagefind-body>{page.body}</body></html>"
    )
