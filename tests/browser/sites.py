"""The two sites that the browser tests read: built once for all workers, and served."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from generator.theme import build
from generator.theme.defaults import settings
from tests.tools.programs import ROOT
from tests.tools.registries import AS_OF, VALMORA

PATH = "/portal/"
"""Sites lie below the root of their host, as on most forges."""

REGISTRIES = {"real": (ROOT / "registry", None), "rich": (VALMORA, AS_OF.isoformat())}
"""The registry that ships, and the invented one that uses every key; with their days."""


@dataclass(frozen=True)
class Site:
    """A built site below the root folder of its host."""

    name: str
    root: Path

    @property
    def folder(self) -> Path:
        """Where its home page lies."""
        return self.root / PATH.strip("/")

    @property
    def address(self) -> str:
        """Where its pages say that they are published: a host that nobody may ask."""
        return f"https://{self.name}.example{PATH}"

    def pages(self) -> list[str]:
        """The addresses of all pages, from the home page."""
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(name.removesuffix("index.html") for name in files)

    def file(self, address: str) -> Path:
        """The file behind an address."""
        path = self.folder / urlsplit(address).path
        return path / "index.html" if path.is_dir() else path

    def text(self, address: str) -> str:
        """The page at an address."""
        return self.file(address).read_text(encoding="utf-8")


def built(name: str, shared: Path) -> Site:
    """The site; the first worker that asks for it builds it while the others wait."""
    site = Site(name, shared / name)
    site.root.mkdir(exist_ok=True)
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.folder.exists():
            registry, day = REGISTRIES[name]
            build(settings(registry, "public", day, site.address), site.folder)
    return site


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a forge does: its error page stands in for what is missing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, _: str | None = None) -> None:
        page = Path(self.directory, PATH.strip("/"), "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def served(site: Site, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a site on a free port of this machine; the address is that of its home page."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(handler, directory=str(site.root))
    ) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{PATH}"
        finally:
            server.shutdown()
            thread.join()
