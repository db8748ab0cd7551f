"""The fixed part of what the theme shows around a page, for one language.

The templates get it as `portal`.  Its texts are ready for HTML: MkDocs renders without
escaping, so what comes from the registry is escaped here and in `slots`, nowhere else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from generator import addresses
from generator.pages.page import Page
from generator.site import Assembly

# The texts that the theme takes from `Assembly.interface`.
TEXTS = (
    "about",
    "build_page",
    "contents",
    "feed",
    "footer_notice",
    "language",
    "licence",
    "menu",
    "methodology",
    "scheme_dark",
    "scheme_light",
    "scheme_system",
    "search",
    "search_description",
    "search_failed",
    "search_found",
    "search_hint",
    "search_more",
    "search_none",
    "search_working",
    "search_without_script",
    "sections",
    "skip_to_content",
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chrome; the address is from the root of the version.

    A link to a section has a slot, which says whether the page lies in it.
    """

    label: str
    address: str
    slot: str = ""


@dataclass(frozen=True)
class Chrome:
    """The chrome of one language."""

    assembly: Assembly
    language: str
    written: tuple[Page, ...] = ()
    """The hand-written pages of the language."""

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the interface."""
        interface = self.assembly.interface[self.language]
        return {key: escape(interface[key]) for key in TEXTS}

    @cached_property
    def title(self) -> str:
        """The site's title."""
        return escape(self.assembly.title[self.language])

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """All languages of the site; the first has no prefix in its addresses."""
        return tuple(self.assembly.title)

    @cached_property
    def site(self) -> str:
        """Where the site is; an address from its root follows."""
        return f"{self.assembly.site_address.rstrip('/')}/"

    @cached_property
    def home(self) -> str:
        """The home page."""
        return self.rooted(addresses.HOME)

    @cached_property
    def search(self) -> str:
        """The search page."""
        return self.rooted(addresses.SEARCH)

    @cached_property
    def sections(self) -> tuple[Link, ...]:
        """The top sections."""
        return tuple(
            Link(escape(label), self.rooted(address), f"current_{number}")
            for number, (label, address) in enumerate(self.assembly.navigation[self.language])
        )

    @cached_property
    def footer(self) -> tuple[Link, ...]:
        """The pages that explain the site itself."""
        return tuple(
            Link(self.texts[key], self.rooted(address))
            for key, address in (
                ("about", addresses.text("about")),
                ("methodology", addresses.METHODOLOGY),
                ("build_page", addresses.BUILD),
            )
        ) + tuple(Link(escape(page.title), self.rooted(page.address)) for page in self.written)

    @cached_property
    def palette(self) -> list[dict[str, Any]]:
        """The theme's colour schemes: the system's choice, dark, light; each leads to the next.

        `auto` is ours: style sheets resolve it, so the first page comes in the right colours
        before the theme's script runs, and without scripts it stays.
        """
        system, dark, light = (
            "(prefers-color-scheme)",
            "(prefers-color-scheme: dark)",
            "(prefers-color-scheme: light)",
        )
        return [
            _scheme("auto", system, "auto", self.texts["scheme_dark"]),
            _scheme("slate", dark, "4", self.texts["scheme_light"]),
            _scheme("default", light, "7", self.texts["scheme_system"]),
        ]

    def theme_language(self, theme_folders: Iterable[str]) -> str:
        """The language of the theme's own few texts, English where it has not this one."""
        name = f"partials/languages/{self.language}.html"
        there = any(Path(folder, name).is_file() for folder in theme_folders)
        return self.language if there else "en"

    def rooted(self, address: str) -> str:
        """An address of this language from the root of the version."""
        return addresses.rooted(address, self.language, self.languages)

    def section_of(self, address: str) -> Link | None:
        """The section that a page of this language lies in; only home lies in home."""
        here = self.rooted(address)
        inside = [
            link
            for link in self.sections
            if (
                here == link.address if link.address == self.home else here.startswith(link.address)
            )
        ]
        return max(inside, key=lambda link: len(link.address), default=None)


def _scheme(scheme: str, media: str, icon: str, to_next: str) -> dict[str, Any]:
    icon = f"material/brightness-{icon}"
    return {"scheme": scheme, "media": media, "toggle": {"icon": icon, "name": to_next}}


@cache
def own_name(language: str) -> str:
    """What a language calls itself: `Tiếng Việt`."""
    try:
        locale = Locale.parse(language, sep="-")
        name = locale.get_display_name(locale)
    except (ValueError, UnknownLocaleError):
        name = None
    return f"{name[0].upper()}{name[1:]}" if name else language
