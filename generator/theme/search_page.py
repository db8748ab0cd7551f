"""The page that searches: the one page that the theme makes itself."""

from jinja2 import Environment

from generator import addresses
from generator.pages.page import Page, ready
from generator.theme.chrome import Chrome, Link

_TEMPLATE = "partials/portal/search.html"


def search_page(chrome: Chrome, environment: Environment) -> Page:
    """The search page of one language; without scripts it leads to the sections' lists."""
    here = chrome.search
    sections = [
        Link(link.label, addresses.relative(link.address, here)) for link in chrome.sections
    ]
    body = environment.get_template(_TEMPLATE).render(
        texts=chrome.texts,
        sections=sections,
        script=addresses.relative("assets/portal/search.js", here),
    )
    interface = chrome.assembly.interface[chrome.language]
    return Page(
        addresses.SEARCH,
        chrome.language,
        "search",
        interface["search"],
        interface["search_description"],
        ready(body),
        searchable=False,
    )
