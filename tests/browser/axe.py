"""axe-core, run inside a page."""

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Page

from tests.tools.programs import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# The portal's pseudo-elements are symbols that stand beside texts, never under them: without
# `ignorePseudo` axe is unsure of every small text next to one.
# Under forced colours a browser draws texts in their `color`, but tells the colour that they
# had before as that of their filling, by which axe would go.
_RUN = """async (runOnly) => {
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  if (matchMedia("(forced-colors: active)").matches) {
    CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
      return getPropertyValue.call(this, name === "-webkit-text-fill-color" ? "color" : name);
    };
  }
  const { violations, incomplete } = await axe.run({
    runOnly,
    checks: { "color-contrast": { options: { ignorePseudo: true, ignoreUnicode: false } } },
    resultTypes: ["violations", "incomplete"],
  });
  CSSStyleDeclaration.prototype.getPropertyValue = getPropertyValue;
  return [...violations, ...incomplete];
}"""


@dataclass(frozen=True, order=True)
class Finding:
    """A rule that an element breaks, or of which axe is not sure."""

    rule: str
    element: str
    why: str


def check(page: Page, *, colours_alone: bool = False) -> list[Finding]:
    """Look at a page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    return sorted(
        Finding(result["id"], node["html"], node["failureSummary"])
        for result in page.evaluate(_RUN, _COLOURS if colours_alone else _RULES)
        for node in result["nodes"]
    )


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
