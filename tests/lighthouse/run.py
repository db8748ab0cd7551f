"""What Lighthouse says of the site, on a phone: `make lighthouse`.

It looks at the home page and at the largest page of an agency, a commitment and a review round, in
both languages: of the registry that ships, and of a synthetic one in which everything is told.  The
server compresses texts as any web server does; the phone and its network are Lighthouse's own
simulation.  Performance depends on how busy this computer is: below the limit, a page is looked at
twice more, and the median of the three counts.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.synthesise import synthesise
from generator.theme import build
from generator.theme.defaults import settings
from tests.browser.sites import REGISTRIES, Site, served
from tests.lighthouse.server import CompressingHandler
from tests.tools.programs import CHROMIUM, NPM, ROOT
from tests.tools.provide import node_packages

HERE = Path(__file__).parent
INSTALLED = ROOT / ".cache" / "lighthouse"
LIMITS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
KINDS = ("agencies", "commitments", "reviews")
LANGUAGES = ("vi", "en")
SYNTHETIC = 300
"""Commitments of the synthetic registry."""


@dataclass(frozen=True)
class Look:
    """What Lighthouse said of a page once: points of 100 by category, and what cost some."""

    points: Mapping[str, int]
    lost: tuple[str, ...]


def main() -> int:
    """Look at all pages; the exit status is 0 if each reached every limit."""
    chromium, npm = CHROMIUM.path(), NPM.path()
    if not chromium or not npm:
        print("Lighthouse needs Chromium and npm; `make test` says how to get them.")
        return 2
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, INSTALLED)
    node_packages(npm, INSTALLED)
    reached = True
    print("".join(f"{name:>16}" for name in LIMITS))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        for site in sites(Path(folder)):
            home = stack.enter_context(served(site, CompressingHandler))
            for address in chosen(site):
                look = judged(f"{home}{address}", chromium)
                reached &= reaches(look)
                points = "".join(f"{look.points[name]:>16}" for name in LIMITS)
                print(f"{points}  {site.name} /{address}", *look.lost, sep="\n    ", flush=True)
    return 0 if reached else 1


def sites(folder: Path) -> Iterator[Site]:
    """The registry that ships and a synthetic one, built."""
    synthetic = folder / "registry"
    synthesise(SYNTHETIC, synthetic, LANGUAGES)
    for name, registry in (("real", REGISTRIES["real"][0]), ("synthetic", synthetic)):
        site = Site(name, folder / name)
        site.root.mkdir()
        build(settings(registry, "public", None, site.address), site.folder)
        yield site


def chosen(site: Site) -> list[str]:
    """The addresses of the home page and of the largest page of each kind, in each language."""
    _, other = LANGUAGES
    addresses = [""]
    for kind in KINDS:
        pages = [page.parent for page in (site.folder / kind).glob("*/index.html")]
        largest = max(pages, key=lambda page: (page / "index.html").stat().st_size)
        addresses.append(f"{largest.relative_to(site.folder).as_posix()}/")
    return [f"{prefix}{address}" for address in addresses for prefix in ("", f"{other}/")]


def judged(url: str, chromium: str) -> Look:
    """What Lighthouse says of a page; of three looks the median where one was not enough."""
    looks = [look_at(url, chromium)]
    if not reaches(looks[0]):
        looks += [look_at(url, chromium) for _ in range(2)]
    points = {name: int(median(look.points[name] for look in looks)) for name in LIMITS}
    lost = {each for look in looks for each in look.lost}
    return Look(points, tuple(sorted(lost)))


def look_at(url: str, chromium: str) -> Look:
    """Have Lighthouse look at a page once."""
    # As root a browser starts without its sandbox or not at all; it looks at our own pages.
    sandbox = " --no-sandbox" if os.geteuid() == 0 else ""
    command = [
        str(INSTALLED / "node_modules" / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags=--headless=new --disable-gpu{sandbox}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return read(json.loads(done.stdout))


def read(report: Mapping[str, object]) -> Look:
    """A look, of a report as Lighthouse writes it."""
    categories, audits = report["categories"], report["audits"]
    assert isinstance(categories, dict)
    assert isinstance(audits, dict)
    lost = [
        f"{audit['title']}: {audit.get('displayValue') or audit['score']}"
        for name, category in categories.items()
        for reference in category["auditRefs"]
        for audit in [audits[reference["id"]]]
        if reference["weight"] and round(100 * category["score"]) < LIMITS[name]
        if audit["score"] is not None and audit["score"] < 1
    ]
    points = {name: round(100 * categories[name]["score"]) for name in LIMITS}
    return Look(points, tuple(lost))


def reaches(look: Look) -> bool:
    """Whether a page has the points that it needs."""
    return all(look.points[name] >= least for name, least in LIMITS.items())


if __name__ == "__main__":
    sys.exit(main())
