"""No kind of page is left out of what the browser tests look at."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from tests.browser.kinds import KINDS
from tests.browser.sites import Site


def shape(address: str) -> tuple[str, int]:
    """The section that a page is in, and how deep: pages of one kind have one shape."""
    section, *below = urlsplit(address).path.removeprefix("en/").strip("/").split("/")
    return section, len(below)


def test_every_shape_of_address_has_an_example_in_kinds_py(sites: Mapping[str, Site]) -> None:
    shown = {shape(kind.address) for kind in KINDS}
    missing = {
        shape(address): address
        for name, languages in (("real", "en/"), ("rich", "fr/"))
        for address in sites[name].pages()
        if not address.startswith(languages) and shape(address) not in shown
    }
    assert {} == missing
