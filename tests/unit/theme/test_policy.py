"""Each page allows the theme's own scripts in it by their hashes, and nothing else inside it."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.theme.policy import policy

# From the CSP specification and the shell: `printf %s "alert('Hello, world.');" | openssl sha256`.
HELLO = "alert('Hello, world.');"
HELLO_HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
DEEP = ("index.html", "commitments/index.html", "en/commitments/orchard-railway/index.html")


class Scripts(HTMLParser):
    """The scripts that stand in a page, as a browser reads them, and its policies in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.policies: list[str] = []
        self.before: list[str] = []
        """The elements of the head before the first policy."""
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        # A block of data (`type="application/json"`) is never run, so no policy has to allow it.
        self._inside = tag == "script" and "src" not in attributes and "type" not in attributes
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(attributes["content"] or "")
        elif not self.policies:
            self.before.append(f"{tag} {'charset' if 'charset' in attributes else ''}".strip())

    def handle_endtag(self, _: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.inline.append(data)


def directives(text: str) -> dict[str, list[str]]:
    found = [part.split() for part in text.split(";")]
    assert len(found) == len({name for name, *_ in found})
    return {name: sources for name, *sources in found}


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_a_script_is_allowed_by_the_hash_of_its_bytes() -> None:
    allowed = directives(policy(f"<p>x</p><script>{HELLO}</script><p>y</p>"))
    assert ["'self'", HELLO_HASH] == allowed["script-src"]


def test_without_scripts_nothing_inside_a_page_may_run() -> None:
    assert ["'self'"] == directives(policy("<p>no script</p>"))["script-src"]


def test_data_and_files_need_no_hash() -> None:
    page = '<script type="application/json">{}</script><script src="x.js"></script>'
    assert ["'self'"] == directives(policy(page))["script-src"]


def test_what_is_not_named_is_forbidden_and_nothing_is_allowed_at_large() -> None:
    allowed = directives(policy(""))
    assert ["'none'"] == allowed["default-src"]
    sources = {source for each in allowed.values() for source in each}
    assert {"'none'", "'self'", "data:", "'script'"} == sources
    assert "data:" not in allowed["script-src"]


def test_every_page_allows_exactly_the_scripts_in_it(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert pages
    for page in pages:
        read = Scripts(page.read_text(encoding="utf-8"))
        (stated,) = read.policies
        assert len(read.inline) == 2, page
        assert ["'self'", *map(hashed, read.inline)] == directives(stated)["script-src"], page


def test_the_first_script_differs_with_depth_and_so_does_its_hash(built: Path) -> None:
    stated = {Scripts((built / page).read_text(encoding="utf-8")).policies[0] for page in DEEP}
    assert 3 == len(stated)


@pytest.mark.parametrize("page", [*DEEP, "404.html", "search/index.html", "en/using/index.html"])
def test_the_policy_comes_before_whatever_it_governs(built: Path, page: str) -> None:
    read = Scripts((built / page).read_text(encoding="utf-8"))
    assert ["html", "head", "meta charset"] == read.before
