"""Someone who reads the sites with a browser."""

from collections.abc import Mapping
from typing import Literal, TypedDict, Unpack

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.kinds import Kind


class Settings(TypedDict, total=False):
    """How someone has set their browser."""

    width: int
    javascript: bool
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active"]
    policy: bool
    """Whether the browser heeds the policies of pages; it does unless a test says otherwise."""


class Reader:
    """Someone who reads the sites; keeps what went wrong on the way."""

    def __init__(self, browser: Browser, homes: Mapping[str, str]) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.homes = homes
        self.troubles: list[str] = []

    def opens(self, address: str, site: str = "real", **settings: Unpack[Settings]) -> Page:
        """Open an address of a site in a browser with these settings."""
        page = self._browse(**settings)
        page.goto(f"{self.homes[site]}{address}")
        return page

    def sees(self, kind: Kind, **settings: Unpack[Settings]) -> Page:
        """Open the page of a kind, and wait for what its script shows."""
        page = self.opens(kind.address, kind.site, **settings)
        if "?q=" in kind.address:
            page.locator(".result").first.wait_for()
        return page

    def leaves(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _browse(self, **settings: Unpack[Settings]) -> Page:
        context = self._browser.new_context(
            viewport={"width": settings.get("width", 1280), "height": 900},
            java_script_enabled=settings.get("javascript", True),
            color_scheme=settings.get("color_scheme", "light"),
            forced_colors=settings.get("forced_colors", "none"),
            reduced_motion="reduce",
            bypass_csp=not settings.get("policy", True),
        )
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        context.on("console", lambda message: self._hears(message.type, message.text))
        context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        context.on("request", lambda request: self._asks(request.url))
        return context.new_page()

    def _hears(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.troubles.append(f"{kind} on the console: {text}")

    def _asks(self, url: str) -> None:
        if not url.startswith((*self.homes.values(), "data:", "blob:")):
            self.troubles.append(f"asks for {url}")
